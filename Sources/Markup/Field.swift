/// One field of a form: it cannot be written without a label.
public struct Field: Sendable {
    public var name: String
    public var label: String
    public var hint: String?
    /// What is wrong with what was given, in one sentence.
    public var error: String?
    public var kind: Kind
    /// What a browser may fill in by itself; nothing where nil.
    public var purpose: Purpose?
    /// Of a text: what the browser offers while one types; anything else may be typed too.
    public var suggestions: [Choice] = []

    public enum Kind: Sendable {
        case text(value: String)
        /// Several lines.
        case longText(value: String, rows: Int = 5)
        /// A whole number, typed: no arrows that a wheel could turn.
        case number(value: String)
        /// An amount in pounds; the sign stands before it.
        case money(value: String)
        case email(value: String)
        /// Never sent back to the page.
        case password
        case choice([ChoiceGroup], selected: String?)
        /// One of a few, all of them seen.
        case radios([Choice], selected: String?)
        /// Any of a few.
        case checkboxes([Choice], selected: Set<String>)
        /// A day chosen in one field; forms that only ask use it.
        case day(value: String)
        /// A day typed in three fields, which people mistype least.
        case dayInThree(DayTyped)
        /// - Parameters:
        ///   - endings: what the browser offers first: `.csv`, `.xlsx`.
        ///   - several: true where more than one may be chosen.
        case file(accepting: [String], several: Bool = false)
    }

    /// Reference: HTML, "autofill detail tokens".
    public enum Purpose: String, Sendable {
        case name, email, username
        case currentPassword = "current-password"
        case newPassword = "new-password"
        case oneTimeCode = "one-time-code"
    }

    public init(
        _ name: String, label: String, hint: String? = nil, error: String? = nil, kind: Kind, purpose: Purpose? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.kind = kind
        self.purpose = purpose
    }

    /// - Parameter prefix: of the identifiers, so that two forms on a page may have the same field.
    func element(prefix: ElementID) -> Html {
        let id = prefix.part(name)
        let described = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap(\.self)
        let about =
            (described.isEmpty ? [] : [Attribute(.ariaDescribedBy, described.joined(separator: " "))])
            + (error == nil || isOfSeveral ? [] : [Attribute(.ariaInvalid, "true")])
        let words = [
            hint.map { Html.paragraph(.text($0), id: id.part("hint"), class: "hint") }.orNone,
            error.map { Html.paragraph([.unseen("Error: "), .text($0)], id: id.part("error"), class: "error") }.orNone,
        ]
        let look = error == nil ? "field" : "field in-error"
        if isOfSeveral {
            let legend = Html.element(.legend, [], [.text(label)])
            return .element(.fieldset, [Attribute(.class, look)] + about, [legend] + words + [several(id)])
        }
        let (offered, offer) = suggested(id)
        let attributes = [Attribute(.id, id.description), Attribute(.name, name)] + about + offered
        let label = Html.element(.label, [Attribute(.for, id.description)], [.text(label)])
        return .block([label] + words + [control(attributes), offer], class: look)
    }

    private func suggested(_ id: ElementID) -> ([Attribute], Html) {
        guard !suggestions.isEmpty else { return ([], .none) }
        let list = id.part("offered")
        let options = suggestions.map { choice in
            Html.element(.option, [Attribute(.value, choice.value)], [.text(choice.words)])
        }
        return (
            [Attribute(.list, list.description)],
            .element(.datalist, [Attribute(.id, list.description)], options)
        )
    }

    /// The control that an error summary leads to.
    func target(prefix: ElementID) -> ElementID {
        let id = prefix.part(name)
        if case .dayInThree = kind { return id.part("day") }
        return id
    }

    var isFile: Bool {
        if case .file = kind { true } else { false }
    }

    /// True where the label is that of a group, and each control has a label of its own.
    private var isOfSeveral: Bool {
        switch kind {
        case .radios, .checkboxes, .dayInThree: true
        default: false
        }
    }

    private func control(_ attributes: [Attribute]) -> Html {
        func input(_ type: String, _ more: [Attribute] = []) -> Html {
            .element(.input, attributes + [Attribute(.type, type)] + more)
        }
        let filledIn = Attribute(.autocomplete, purpose?.rawValue ?? "off")
        switch kind {
        case .text(let value): return input("text", [Attribute(.value, value), filledIn])
        case .number(let value):
            return input(
                "text",
                [Attribute(.value, value), Attribute(.inputmode, "numeric"), Attribute(.class, "short"), filledIn]
            )
        case .money(let value):
            let amount = [Attribute(.value, value), Attribute(.inputmode, "decimal"), filledIn]
            return .block(
                [
                    .element(.span, [Attribute(.ariaHidden, "true"), Attribute(.class, "pound")], ["£"]),
                    input("text", amount),
                ],
                class: "amount")
        case .email(let value):
            return input("email", [Attribute(.value, value), Attribute(.spellcheck, "false"), filledIn])
        case .password: return input("password", [filledIn])
        case .day(let value): return input("date", [Attribute(.value, value)])
        case .file(let endings, let several):
            return input(
                "file",
                (endings.isEmpty ? [] : [Attribute(.accept, endings.joined(separator: ","))])
                    + (several ? [Attribute(.multiple, "")] : []))
        case .longText(let value, let rows):
            // A browser drops one line break at the beginning: this one, not the person's.
            return .element(.textarea, attributes + [Attribute(.rows, String(rows))], [.text("\n" + value)])
        case .choice(let groups, let selected): return .element(.select, attributes, options(groups, selected))
        case .radios, .checkboxes, .dayInThree: return .none
        }
    }

    private func options(_ groups: [ChoiceGroup], _ selected: String?) -> [Html] {
        groups.map { (group: ChoiceGroup) -> Html in
            let choices = group.choices.map { choice in
                let chosen = choice.value == selected ? [Attribute(.selected, "")] : []
                return Html.element(.option, [Attribute(.value, choice.value)] + chosen, [.text(choice.words)])
            }
            guard let label = group.label else { return .group(choices) }
            return .element(.optgroup, [Attribute(.label, label)], choices)
        }
    }
}
