public import Markup

/// Who reads a page over the web: what the page's frame shows of it.
public struct Visit: Sendable {
    public var reader: Reader
    /// What was just done, shown once.
    public var notice: String?
    /// False for pages that the reader may not enter: they stand in no menu.
    public var mayEnter: @Sendable (Route) -> Bool
    /// The demonstration's other people, each one press away; none anywhere else.
    public var others: [Choice]

    public enum Reader: Hashable, Sendable {
        /// A page that is kept or sent, not served: nobody signs in there.
        case ofAFile
        case nobody
        case person(name: String, token: FormToken)
    }

    public init(
        _ reader: Reader = .ofAFile, notice: String? = nil, others: [Choice] = [],
        mayEnter: @escaping @Sendable (Route) -> Bool = { _ in true }
    ) {
        self.reader = reader
        self.notice = notice
        self.others = others
        self.mayEnter = mayEnter
    }

    public var isSignedIn: Bool {
        if case .person = reader { true } else { false }
    }

    /// At the top of a page: who one is, and the way in or out.
    func corner(in shell: Shell, here: Route?) -> Html {
        switch reader {
        case .ofAFile: return .none
        case .nobody:
            guard here != .signIn else { return .none }
            return .paragraph(.link("Sign in", to: Route.signIn.destination()), class: "corner")
        case .person(let name, let token):
            let out = Form(
                to: Deed.signOut.destination, token: token, id: "sign-out", label: "Sign out",
                button: .init("Sign out", .second))
            return .block(
                [.link([.unseen("Your account: "), .name(name)], to: Route.account.destination()), out.html],
                class: "corner")
        }
    }

    var noticeBanner: Html {
        notice.map { .notification(.done, title: "Done", [.paragraph(.text($0))]) }.orNone
    }

    /// Buttons, one for each other person of the demonstration.
    var switcher: Html {
        guard case .person(let name, let token) = reader, let first = others.first else { return .none }
        func button(_ choice: Choice) -> Form.Button {
            Form.Button(choice.words, .second, sending: .init("account", choice.value))
        }
        let form = Form(
            to: Deed.switchPerson.destination, token: token, id: "switch-person", label: "Look at it as somebody else",
            parts: [.words(.paragraph(["You are ", .name(name), ". Look at it as:"]))], button: button(first),
            others: others.dropFirst().map(button))
        return .block([.block([form.html], class: "wide")], class: "switcher")
    }
}
