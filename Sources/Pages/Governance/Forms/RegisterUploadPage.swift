public import Governance
public import Markup
public import Tabular
import Vocabulary

/// What a register in a spreadsheet would put on the register, row by row, before any of it is recorded.
public struct RegisterUploadPage: Page {
    public var file: String
    public var rowsRead: Int
    public var intake: RegisterIntake
    public var problems: [Problem]
    /// Why it cannot be taken in as it is; nil where it can.
    public var failure: String?
    public var form: Form?

    /// The most rows of a table that are shown; the others are counted.
    private static let most = 500

    /// - Parameters:
    ///   - kept: sent along unseen with the confirmation: the answers, and by what the file is found again.
    ///   - token: of the visitor's forms.
    public init(
        _ file: String, rowsRead: Int, _ intake: RegisterIntake, problems: [Problem], failure: String? = nil,
        keeping kept: [Form.Kept], token: FormToken
    ) {
        self.file = file
        self.rowsRead = rowsRead
        self.intake = intake
        self.problems = problems
        self.failure = failure
        let isPossible = failure == nil && intake.kept > 0
        let back = FormStep.change.button("Choose another file", isPossible ? .second : .first)
        form = Form(
            to: RegisterDeed.upload.destination, token: token, id: "check", label: "Take the register in", kept: kept,
            button: isPossible
                ? FormStep.send.button("Declare \(counted(intake.kept, "entry", "entries"))") : back,
            others: isPossible ? [back] : [], errors: failure.map { [$0] } ?? [])
    }

    public var heading: String { "Check the register before it is taken in" }
    public var route: Route? { .register(.upload) }
    public var trail: [(name: String, route: Route)] { [("Register", .register(.keeping))] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who keep it" }
    public var errorSummary: Html { (form?.errorSummary).orNone }

    private var refused: Int { Set(problems.filter { $0.effect == .refused }.compactMap(\.row)).count }

    private var lede: String {
        if intake.lines.isEmpty {
            return rowsRead == 0
                ? "\(file.printable) has a header and no rows below it." : "None of its rows can be read."
        }
        if intake.kept == 0 { return "Every entry of \(file.printable) stands on the register already." }
        return "Nothing is recorded until you declare it. All of it is recorded at once, or none of it."
    }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(.name(lede), class: "lede"),
            .summaryList([
                .init("File", .name(file.printable)),
                .init(
                    "Rows",
                    .text(
                        "\(rowsRead) read = \(intake.kept) to declare + \(refused) refused + \(intake.held) held")
                ),
                .init("New on the register", .text(counted(intake.entered.count, "person", "people"))),
            ]),
            refused == 0
                ? .none
                : .paragraph(
                    """
                    Rows that are refused are left out. You can mend them and send the file again, now or later: what is \
                    held already is not declared twice.
                    """),
            problems.isEmpty
                ? .none
                : .section(
                    heading: 2, "What is wrong with the file", id: "problems",
                    [TableView(shown(ProblemsPage.table(of: problems, in: file.printable))).html(in: shell)]),
            intake.lines.isEmpty
                ? .none
                : .section(
                    heading: 2, "What would be declared", id: "entries",
                    [TableView(shown(entries)).html(in: shell)]),
            (form?.html).orNone,
        ]
    }

    private func shown(_ table: Table) -> Table {
        var table = table
        let more = table.rows.count - RegisterUploadPage.most
        if more > 0 {
            table.rows.removeLast(more)
            table.notes.append("The first \(RegisterUploadPage.most) are shown; there are \(more) more.")
        }
        return table
    }

    private var entries: Table {
        var table = Table(
            key: "entries", caption: "Entries of \(file.printable)",
            columns: [
                .init("row", "Row"), .init("name", "Name"), .init("interest", "Interest"), .init("kind", "Kind"),
                .init("since", "Since"), .init("declaredOn", "Declared"), .init("becomes", "What happens"),
            ])
        for line in intake.lines {
            let interest = line.entry.interest
            table.append([
                .count(line.row), .text(line.entry.name), .text(interest?.description ?? "Nothing to declare"),
                .text(interest.map(RegisterUploadPage.kind) ?? ""),
                .text(interest.map(RegisterUploadPage.span) ?? ""), .day(line.declaredOn),
                .text(
                    line.isHeld
                        ? "held already" : line.isNew ? "declared; \(line.person) is new" : "declared by \(line.person)"
                ),
            ])
        }
        return table
    }

    private static func kind(_ interest: RegisterSpreadsheetFile.Interest) -> String {
        interest.kind.title + (interest.relationship.map { ", indirect: \($0)" } ?? "")
    }

    private static func span(_ interest: RegisterSpreadsheetFile.Interest) -> String {
        interest.arose.inWords + (interest.ended.map { " to \($0.inWords)" } ?? "")
    }
}
