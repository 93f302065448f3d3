/// One field of a form: it cannot be written without a label.
public struct Field: Sendable {
    public var name: String
    public var label: String
    public var hint: String?
    /// What is wrong with what was given, in one sentence.
    public var error: String?
    public var kind: Kind

    public enum Kind: Sendable {
        case text(value: String)
        case choice([ChoiceGroup], selected: String?)
        case day(value: String)
    }

    public init(_ name: String, label: String, hint: String? = nil, error: String? = nil, kind: Kind) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.kind = kind
    }

    /// - Parameter prefix: of the identifiers, so that two forms on a page may have the same field.
    func element(prefix: ElementID) -> Html {
        let id = prefix.part(name)
        let described = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap(\.self)
        let attributes =
            [Attribute(.id, id.description), Attribute(.name, name)]
            + (described.isEmpty ? [] : [Attribute(.ariaDescribedBy, described.joined(separator: " "))])
            + (error == nil ? [] : [Attribute(.ariaInvalid, "true")])
        return .block(
            [
                .element(.label, [Attribute(.for, id.description)], [.text(label)]),
                hint.map { Html.paragraph(.text($0), id: id.part("hint"), class: "hint") }.orNone,
                error.map { Html.paragraph([.unseen("Error: "), .text($0)], id: id.part("error"), class: "error") }
                    .orNone,
                control(attributes),
            ], class: "field")
    }

    private func control(_ attributes: [Attribute]) -> Html {
        switch kind {
        case .text(let value):
            let more = [Attribute(.type, "text"), Attribute(.value, value), Attribute(.autocomplete, "off")]
            return .element(.input, attributes + more)
        case .day(let value):
            return .element(.input, attributes + [Attribute(.type, "date"), Attribute(.value, value)])
        case .choice(let groups, let selected):
            let options = groups.map { (group: ChoiceGroup) -> Html in
                let choices = group.choices.map { choice in
                    let chosen = choice.value == selected ? [Attribute(.selected, "")] : []
                    return Html.element(.option, [Attribute(.value, choice.value)] + chosen, [.text(choice.words)])
                }
                guard let label = group.label else { return .group(choices) }
                return .element(.optgroup, [Attribute(.label, label)], choices)
            }
            return .element(.select, attributes, options)
        }
    }
}

/// Choices of one field that stand together.
public struct ChoiceGroup: Sendable {
    /// Nil where the choices stand without a heading.
    public var label: String?
    public var choices: [Choice]

    public init(_ label: String? = nil, _ choices: [Choice]) {
        self.label = label
        self.choices = choices
    }
}

/// A value that may be chosen, and the words for it.
public struct Choice: Hashable, Sendable {
    public var value: String
    public var words: String

    public init(_ value: String, _ words: String) {
        self.value = value
        self.words = words
    }
}

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
        let unseen = kept.map { pair in
            Html.element(
                .input, [Attribute(.type, "hidden"), Attribute(.name, pair.name), Attribute(.value, pair.value)])
        }
        return element(
            .form,
            [
                Attribute(.id, id.description), Attribute(.class, "asking"), Attribute(.action, page.description),
                Attribute(.method, "get"), Attribute(.ariaLabel, label),
            ],
            fields.map { $0.element(prefix: id) } + unseen
                + [element(.button, [Attribute(.type, "submit")], [.text(button)])])
    }
}
