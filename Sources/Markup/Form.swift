/// A form that changes something (POST): it cannot be written without an address of ours, a token and a button.
///
/// What is wrong with it stands twice: in `errorSummary`, which a page puts above its heading, and at each field.
public struct Form: Sendable {
    public var action: Destination
    public var token: FormToken
    public var id: ElementID
    /// Names the form for those who hear the page.
    public var label: String
    public var parts: [Part]
    /// Sent along unseen, in this order.
    public var kept: [Kept]
    public var button: Button
    /// Further ways to send it, after the first.
    public var others: [Button]
    /// What is wrong with the whole, and with no one field.
    public var errors: [String]

    public indirect enum Part: Sendable {
        case field(Field)
        /// Fields that answer one question, under its words.
        case fieldset(legend: String, hint: String? = nil, [Part])
        /// Words between fields.
        case words(Html)
    }

    /// A value that is sent along unseen.
    public struct Kept: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A way to send the form.
    public struct Button: Sendable {
        public var words: String
        public var look: Look
        /// What tells which of several was pressed.
        public var sent: Kept?

        public enum Look: String, Sendable {
            case first, second, warning
        }

        public init(_ words: String, _ look: Look = .first, sending sent: Kept? = nil) {
            self.words = words
            self.look = look
            self.sent = sent
        }

        var element: Html {
            let value = sent.map { [Attribute(.name, $0.name), Attribute(.value, $0.value)] } ?? []
            return .element(
                .button, [Attribute(.type, "submit"), Attribute(.class, "button-\(look.rawValue)")] + value,
                [.text(words)])
        }
    }

    /// - Precondition: the address is a path of ours.
    public init(
        to action: Destination, token: FormToken, id: ElementID, label: String, parts: [Part] = [], kept: [Kept] = [],
        button: Button, others: [Button] = [], errors: [String] = []
    ) {
        precondition(action.isOurs, "a form is sent to us alone: \(action)")
        self.action = action
        self.token = token
        self.id = id
        self.label = label
        self.parts = parts
        self.kept = kept
        self.button = button
        self.others = others
        self.errors = errors
    }

    /// True where something is wrong with what was given.
    public var isInError: Bool { !errors.isEmpty || fields.contains { $0.error != nil } }

    /// The form, as a browser sends it: with a file in parts, else as pairs.
    public var html: Html {
        let isOfParts = fields.contains(where: \.isFile)
        let attributes =
            [
                Attribute(.id, id.description), Attribute(.class, "posting"), Attribute(.action, action.description),
                Attribute(.method, "post"), Attribute(.ariaLabel, label), Attribute(.noValidate, ""),
            ] + (isOfParts ? [Attribute(.enctype, "multipart/form-data")] : [])
        let unseen =
            [Html.unseenField(FormToken.fieldName, token.description)]
            + kept.map { Html.unseenField($0.name, $0.value) }
        let buttons = Html.block(([button] + others).map(\.element), class: "buttons")
        return .element(.form, attributes, unseen + parts.map { element($0) } + [buttons])
    }

    /// What is wrong, each with a jump to where; nothing where nothing is.
    public var errorSummary: Html {
        guard isInError else { return .none }
        let whole = errors.map { Html.jump(.text($0), to: id) }
        let atFields = fields.compactMap { field in
            field.error.map { Html.jump(.text($0), to: field.target(prefix: id)) }
        }
        let title = id.part("errors")
        let attributes = [
            Attribute(.class, "error-summary"), Attribute(.role, "alert"), Attribute(.tabindex, "-1"),
            Attribute(.autofocus, ""), Attribute(.ariaLabelledBy, title.description),
        ]
        return .element(
            .div, attributes, [.heading(2, "There is a problem", id: title), .list(whole + atFields)])
    }

    /// Every field, those in fieldsets among them, in their order.
    var fields: [Field] { parts.flatMap { Form.fields(in: $0) } }

    private static func fields(in part: Part) -> [Field] {
        switch part {
        case .field(let field): [field]
        case .fieldset(_, _, let parts): parts.flatMap { fields(in: $0) }
        case .words: []
        }
    }

    private func element(_ part: Part) -> Html {
        switch part {
        case .field(let field): return field.element(prefix: id)
        case .words(let html): return html
        case .fieldset(let legend, let hint, let parts):
            let words = hint.map { Html.paragraph(.text($0), class: "hint") }.orNone
            return .element(
                .fieldset, [Attribute(.class, "fieldset")],
                [.element(.legend, [], [.text(legend)]), words] + parts.map { element($0) })
        }
    }
}

/// What shows that a form came from a page of ours, made for this visitor.
public struct FormToken: Hashable, Sendable, CustomStringConvertible {
    /// The name under which it is sent.
    public static let fieldName = "csrf"

    public let description: String

    /// - Returns: nil where the text is blank.
    public init?(_ text: some StringProtocol) {
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        description = String(text)
    }
}
