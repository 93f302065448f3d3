extension Html {
    /// A form that asks for a page (GET); it changes nothing.
    ///
    /// - Parameters:
    ///   - label: names the form for those who hear the page.
    ///   - group: fields that answer one question, under its words, after the others; nil for none.
    ///   - kept: sent along unseen, in this order.
    public static func asking(
        for page: Destination, id: ElementID, label: String, fields: [Field], group: FieldGroup? = nil,
        kept: [(name: String, value: String)] = [], button: String
    ) -> Html {
        element(
            .form,
            [
                Attribute(.id, id.description), Attribute(.class, "asking"), Attribute(.action, page.description),
                Attribute(.method, "get"), Attribute(.ariaLabel, label),
            ],
            fields.map { $0.element(prefix: id) } + [(group?.element(prefix: id)).orNone]
                + kept.map { unseenField($0.name, $0.value) }
                + [element(.button, [Attribute(.type, "submit")], [.text(button)])])
    }

    static func unseenField(_ name: String, _ value: String) -> Html {
        element(.input, [Attribute(.type, "hidden"), Attribute(.name, name), Attribute(.value, value)])
    }
}

/// Fields that answer one question, under its words.
public struct FieldGroup: Sendable {
    public var legend: String
    public var hint: String?
    public var fields: [Field]

    public init(_ legend: String, hint: String? = nil, fields: [Field]) {
        self.legend = legend
        self.hint = hint
        self.fields = fields
    }

    func element(prefix: ElementID) -> Html {
        let about = prefix.part("group")
        return .element(
            .fieldset, hint == nil ? [] : [Attribute(.ariaDescribedBy, about.description)],
            [
                .element(.legend, [], [.text(legend)]),
                hint.map { .paragraph(.text($0), id: about, class: "hint") }.orNone,
                .block(fields.map { $0.element(prefix: prefix) }, class: "beside"),
            ])
    }
}
