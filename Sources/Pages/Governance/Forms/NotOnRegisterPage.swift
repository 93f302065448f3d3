public import Markup

/// What whoever declares interests finds while their account is nobody's on the register.
public struct NotOnRegisterPage: Page {
    public init() {}

    public var heading: String { "Your interests" }
    public var route: Route? { .register(.mine) }
    public var trail: [(name: String, route: Route)] { [("Interests", .interests)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(
                """
                You can declare interests here once your account is linked to your entry on the register: ask an \
                administrator of this installation to link it.
                """, class: "lede"),
            .paragraph([
                "What others have declared stands on ",
                .link("the published register", to: Route.interests.destination()), ".",
            ]),
        ]
    }
}
