public import Vocabulary

/// Asks somebody to join a round or a meeting, or to begin with their account.
public struct Invitation: Hashable, Sendable {
    public var account: Slug
    public var cause: InvitationCause
    /// What the account's holder sets a password by, and then it opens the account and is for them alone; or where they
    /// sign in.
    public var link: String
    /// The last day on which a link that sets a password is good; nil for one that does not.
    public var until: Day?

    public init(account: Slug, to cause: InvitationCause, link: String, until: Day?) {
        (self.account, self.cause, self.link, self.until) = (account, cause, link, until)
    }

    /// - Parameter system: whose installation it is: `Wexbourne ICB`.
    public func text(from system: String) -> NoticeText {
        let way =
            until.map { day in
                [
                    "To begin, choose a password here by \(day.inWords):\n\(link)",
                    "The link is for you alone: please do not pass it on.",
                ]
            } ?? ["Sign in here with your e-mail address:\n\(link)"]
        return NoticeText(
            to: account, subject: "\(system) invites you to Remit",
            ["Hello,", "\(system) asks you to join \(cause.inWords)."] + way + [
                "If you did not expect this, do nothing and tell \(system)."
            ])
    }
}
