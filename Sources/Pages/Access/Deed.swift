public import Markup
public import Vocabulary

/// Where forms on signing in and on accounts are sent, besides the pages that show them.
public enum Deed: Hashable, Sendable {
    case signOut
    /// Ends one session of one's own, or all but this one.
    case endSession, endOtherSessions
    case turnOffSecondFactor
    /// Ends one of one's own access tokens.
    case endToken
    /// Of an account, by an administrator.
    case grant(Slug), withdraw(Slug), suspend(Slug), restore(Slug), close(Slug), makeLink(Slug)
    case unlinkSignIn(Slug), invite(Slug)
    case takeSeat(Slug), leaveSeat(Slug), linkPerson(Slug), unlinkPerson(Slug)
    /// Has a message sent again; turns reminders on or off for oneself.
    case sendAgain, chooseMail
    /// To another person of the demonstration.
    case switchPerson

    public var path: String {
        switch self {
        case .signOut: "/sign-out"
        case .endSession: "/account/sessions/end"
        case .endOtherSessions: "/account/sessions/end-others"
        case .turnOffSecondFactor: "/account/second-factor/off"
        case .endToken: "/account/tokens/end"
        case .grant(let account): "/people/\(account)/grant"
        case .withdraw(let account): "/people/\(account)/withdraw"
        case .suspend(let account): "/people/\(account)/suspend"
        case .restore(let account): "/people/\(account)/restore"
        case .close(let account): "/people/\(account)/close"
        case .makeLink(let account): "/people/\(account)/link"
        case .unlinkSignIn(let account): "/people/\(account)/unlink-sign-in"
        case .invite(let account): "/people/\(account)/invite"
        case .takeSeat(let account): "/people/\(account)/seat"
        case .leaveSeat(let account): "/people/\(account)/leave-seat"
        case .linkPerson(let account): "/people/\(account)/person"
        case .unlinkPerson(let account): "/people/\(account)/unlink-person"
        case .sendAgain: "/mail/again"
        case .chooseMail: "/account/mail"
        case .switchPerson: "/demo/switch"
        }
    }

    public var destination: Destination {
        guard let destination = Destination(path) else { preconditionFailure("no path: \(path)") }
        return destination
    }
}

extension Route {
    /// True for the pages that only who has signed in has.
    var isForOneself: Bool {
        switch self {
        case .home, .account, .password, .secondFactor, .tokens, .people, .addPerson, .personAccount, .mail, .register,
            .planMeeting:
            true
        default: false
        }
    }
}
