public import Markup
public import Tabular
public import Vocabulary

/// Asks for a sheet, and for the day that goes with it.
public struct SheetForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var label: String
    public var hint: String
    /// Nil where the sheet says its days itself.
    public var dayQuestion: String?

    public static let file = "file"

    public init(_ filled: SentValues = SentValues(), label: String, hint: String, dayQuestion: String?) {
        (self.filled, self.label, self.hint, self.dayQuestion) = (filled, label, hint, dayQuestion)
    }

    public struct Answer: Hashable, Sendable {
        public var on: Day?

        public init(on: Day?) { self.on = on }
    }

    public var parts: [Form.Part] {
        [field(SheetForm.file, label, hint: hint, .file(accepting: [".xlsx", ".csv"]))]
            + (dayQuestion.map { [day("on", $0)] } ?? [])
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        guard dayQuestion != nil else { return Answer(on: nil) }
        guard let on = reader.day("on", missing: "Enter the day.") else { return nil }
        return Answer(on: on)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("on", answer.on)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["day-in-future", "day-before"].contains(code) ? "on" : file
    }
}

/// What a sheet would bring, before any of it is recorded.
public struct SheetPage: Page {
    public let heading: String
    public let trail: [(name: String, route: Route)]
    public let rows: [Html.SummaryRow]
    public let problems: [Problem]
    public let file: String
    public let form: Form?

    /// The most problems that are shown; the others are counted.
    private static let most = 500

    /// - Parameters:
    ///   - button: nil where there is nothing to be taken in.
    ///   - kept: sent along unseen with the confirmation.
    ///   - failure: why it cannot be taken in as it is; nil where it can.
    public init(
        _ heading: String, trail: [(name: String, route: Route)], file: String, rows: [Html.SummaryRow],
        problems: [Problem], button: String?, to deed: Destination, keeping kept: [Form.Kept], token: FormToken,
        failure: String? = nil
    ) {
        (self.heading, self.trail, self.file, self.rows, self.problems) = (heading, trail, file, rows, problems)
        let possible = failure == nil ? button : nil
        let back = FormStep.change.button("Choose another file", possible == nil ? .first : .second)
        form = Form(
            to: deed, token: token, id: "check", label: heading, kept: kept,
            button: possible.map { FormStep.send.button($0) } ?? back, others: possible == nil ? [] : [back],
            errors: failure.map { [$0] } ?? [])
    }

    public var route: Route? { nil }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { (form?.errorSummary).orNone }

    public func content(in shell: Shell) -> [Html] {
        var table = ProblemsPage.table(of: problems, in: file.printable)
        let more = table.rows.count - SheetPage.most
        if more > 0 {
            table.rows.removeLast(more)
            table.notes.append("The first \(SheetPage.most) are shown; there are \(grouped(more)) more.")
        }
        return [
            .paragraph("Nothing is recorded until you send it.", class: "lede"), .summaryList(rows),
            problems.isEmpty
                ? .none
                : .section(
                    heading: 2, "What is wrong with the file", id: "problems", [TableView(table).html(in: shell)]),
            (form?.html).orNone,
        ]
    }
}
