extension Html {
    /// A form that asks for a page (GET); it changes nothing.
    ///
    /// - Parameters:
    ///   - label: names the form for those who hear the page.
    ///   - kept: sent along unseen, in this order.
    public static func asking(
        for page: Destination, id: ElementID, label: String, fields: [Field],
        kept: [(name: String, value: String)] = [], button: String
    ) -> Html {
        element(
            .form,
            [
                Attribute(.id, id.description), Attribute(.class, "asking"), Attribute(.action, page.description),
                Attribute(.method, "get"), Attribute(.ariaLabel, label),
            ],
            fields.map { $0.element(prefix: id) } + kept.map { unseenField($0.name, $0.value) }
                + [element(.button, [Attribute(.type, "submit")], [.text(button)])])
    }

    static func unseenField(_ name: String, _ value: String) -> Html {
        element(.input, [Attribute(.type, "hidden"), Attribute(.name, name), Attribute(.value, value)])
    }
}
