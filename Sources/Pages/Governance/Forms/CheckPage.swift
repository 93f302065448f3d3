public import Markup

/// Answers to be read once more before they are sent; nothing has been recorded yet.
public struct CheckPage: Page {
    /// How a form says which step it takes.
    public static let step = "step"

    /// The steps of a form that is checked before it is sent.
    public enum Step: String, Sendable {
        /// SentValues in: to be checked.
        case check
        /// Back to the form, with what was filled in.
        case change
        /// Checked: to be recorded.
        case send
    }

    public var heading: String
    public var trail: [(name: String, route: Route)]
    public var rows: [Html.SummaryRow]
    /// What the rules say of it, and what sending it means.
    public var notes: [Html]
    public var filled: SentValues
    public var deed: Destination
    public var token: FormToken
    public var button: String

    public init(
        _ heading: String, trail: [(name: String, route: Route)], rows: [Html.SummaryRow], notes: [Html] = [],
        filled: SentValues, to deed: Destination, token: FormToken, button: String
    ) {
        self.heading = heading
        self.trail = trail
        self.rows = rows
        self.notes = notes
        self.filled = filled
        self.deed = deed
        self.token = token
        self.button = button
    }

    public var route: Route? { nil }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }

    public func content(in shell: Shell) -> [Html] {
        let form = Form(
            to: deed, token: token, id: "checked", label: heading,
            kept: filled.kept(besides: [CheckPage.step, FormToken.fieldName]),
            button: .init(button, sending: .init(CheckPage.step, Step.send.rawValue)),
            others: [.init("Change the answers", .second, sending: .init(CheckPage.step, Step.change.rawValue))])
        return [
            .paragraph("Nothing is recorded until you send it.", class: "lede"), .summaryList(rows),
            .group(notes), form.html,
        ]
    }
}
