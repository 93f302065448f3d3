import Access
import Markup
import OpenID
import Pages
import Vocabulary

/// What every request passes: who comes, whether they may, and where forms come from.
struct Door: Sendable {
    let keeper: any Doorkeeper
    let cookies: Cookies
    let crossing: Crossing
    let notices = Notices()
    let streams = OpenStreams()
    /// Forms that were sent when a session was over.
    let heldForms = HeldForms()
    let closing = Closing()
    private(set) var rules: AccessRules
    /// The people of a demonstration, of whom each is one press away; nil in earnest.
    let demonstration: Demonstration?
    /// Where people sign in elsewhere; nil where nothing of the kind is set up.
    var elsewhere: OpenIDSignIn?

    /// - Parameter origin: of the site, `https://remit.example`; nil where it is not known, and then only a loopback
    ///   address is served without https.
    init(
        keeper: any Doorkeeper, isSecure: Bool, origin: String? = nil, rules: AccessRules = .shipped,
        demonstration: Demonstration? = nil
    ) {
        self.keeper = keeper
        cookies = Cookies(isSecure: isSecure, root: origin)
        crossing = Crossing(origin: origin)
        self.rules = rules
        self.demonstration = demonstration
    }

    /// The same door for somebody who comes with less than their roles bring.
    func narrowed(to rules: AccessRules) -> Door {
        var door = self
        door.rules = rules
        return door
    }

    /// Who a cookie belongs to. Somebody of a demonstration where there is one and no cookie says otherwise.
    ///
    /// - Parameter version: of the store, told just before.
    func visitor(_ asked: Asked, at moment: Moment, version: Int?) throws -> Visitor {
        try visitor(asked.cookies, at: moment, isUse: !asked.isUnattended, version: version)
    }

    /// - Parameter isUse: false for what a page asks for by itself.
    func visitor(
        _ cookies: [Cookies.Name: String], at moment: Moment, isUse: Bool, version: Int?
    ) throws -> Visitor {
        let (session, people): (VisitorSession, PeopleHeld)
        if let token = cookies[.session], demonstration?.session(token) == nil {
            guard let found = try keeper.visit(token, at: moment, isUse: isUse, version: version)
            else { return .nobody }
            (session, people) = found
        } else {
            guard let shown = cookies[.session].flatMap({ demonstration?.session($0) }) ?? demonstration?.first
            else { return .nobody }
            (session, people) = (shown, try keeper.people())
        }
        guard let account = people.book.accounts[session.account], account.state == .active else { return .nobody }
        return .account(
            SignedIn(
                account: account, name: people.name(of: account), email: people.email(of: account), session: session))
    }

    /// What stands in the visitor's forms.
    func token(of visitor: Visitor, _ asked: Asked) -> FormToken {
        if let session = visitor.signedIn?.session, let token = FormToken(session.csrf) { return token }
        return asked.seal.token
    }
}

/// Signs everybody in as one of the demonstration's people: for invented figures on this machine only.
struct Demonstration: Sendable {
    /// With the words on each one's button; the first is whom a newcomer is.
    let people: [(account: Slug, words: String)]
    private let secret = FormSeal().secret

    init(_ people: [(account: Slug, words: String)]) {
        precondition(!people.isEmpty, "a demonstration has people")
        self.people = people
    }

    var first: VisitorSession { session(of: people[0].account) }

    /// What the cookie of somebody's session holds; nil where they are none of the demonstration's people.
    func token(of account: String) -> String? {
        people.first { $0.account.description == account }.map { "demo-\(secret)-\($0.account)" }
    }

    func session(_ token: String) -> VisitorSession? {
        people.first { self.token(of: $0.account.description)?.isSame(as: token) == true }.map {
            session(of: $0.account)
        }
    }

    private func session(of account: Slug) -> VisitorSession {
        let moment = Moment(secondsSince1970: 0)
        return VisitorSession(
            id: "demo-\(account)", account: account, csrf: "demo-\(secret)", startedAt: moment, lastSeenAt: moment,
            how: "by the demonstration")
    }

    /// True for the session of one of the demonstration's people.
    func holds(_ session: VisitorSession) -> Bool { session.csrf == "demo-\(secret)" }

    /// Buttons for all of them.
    var everybody: [Choice] { people.map { Choice($0.account.description, $0.words) } }

    /// Buttons for all but one.
    func others(than account: Slug) -> [Choice] {
        everybody.filter { $0.value != account.description }
    }
}
