import Priorities
import Tabular
import Vocabulary

@testable import Priorities

/// JSON for tests, written as literals.
func object(_ members: (String, JSONValue)...) -> JSONValue { .object(members.map { .init($0.0, $0.1) }) }

/// Keeps nothing: names a text by a digest of its length.
func keptAside(_ text: String) -> Personal {
    Personal(digest: EvidenceID(bytes: (0..<32).map { UInt8(truncatingIfNeeded: text.utf8.count + $0) }))
}

/// A small round for forms: two years, two criteria, three options, two members; anchors and weights have closed.
func roundForForms() -> Round {
    var round = Round(
        id: slug("teeth"), title: "Teeth", programme: Programme(title: "Teeth"), benefit: .whole,
        openedAt: Moment(secondsSince1970: 0))
    round.envelope = Envelope(
        years: ["2026/27", "2027/28"].map { text in
            Envelope.Year(
                year: FinancialYear(text)!,
                sources: [FundingSource(title: "All", kind: .recurrent, amount: Money(pence: 50_000_000))])
        })
    func scale(_ unit: String, to top: Double, _ outside: Scale.Outside = .refused) -> Scale {
        Scale(
            unit: unit,
            anchors: [
                .init(at: 0, value: 0, meaning: "nothing"), .init(at: top, value: 100, meaning: "all"),
            ], outside: outside)
    }
    round.criteria = [
        Criterion(id: slug("access"), title: "Access", meaning: "", scale: scale("points", to: 100)),
        Criterion(id: slug("people"), title: "People", meaning: "", scale: scale("people", to: 1_000, .cut)),
    ]
    round.options = ["varnish", "visits", "clinic"].map { name in
        Option(
            id: slug(name), title: name.uppercased(),
            costs: [.init(year: FinancialYear("2026/27")!, recurrent: Money(pence: 1_000_000))],
            fullYear: Money(pence: 1_000_000))
    }
    round.members = [
        Member(id: slug("lay"), role: "lay member", kind: .lay),
        Member(id: slug("owner"), role: "practice owner", kind: .provider),
    ]
    round.interests = [
        Interest(
            id: slug("owns-clinic"), member: slug("owner"), kind: .financial, options: [slug("clinic")],
            nature: "Owns it.")
    ]
    round.anchorsClosedAt = Moment(secondsSince1970: 1)
    round.weightsClosedAt = Moment(secondsSince1970: 2)
    return round
}

/// The sheets of a form as they come back, with some cells filled in: by sheet, then by `A2`-like name.
func returned(_ form: WorkbookForm, filling cells: [String: [String: String]] = [:]) -> ReturnedForm {
    var sheets = [
        ReturnedSheet(
            name: WorkbookForm.firstSheet,
            rows: form.facts.enumerated().map { Sheet.Row(number: $0 + 3, cells: [$1.label, $1.value]) })
    ]
    for sheet in form.sheets {
        let width = sheet.columns.count
        var grid = [sheet.columns.map(\.title)] + sheet.rows.map { $0.map(\.value.text) }
        grid += Array(repeating: Array(repeating: "", count: width), count: sheet.openRows)
        for (name, text) in cells[sheet.name] ?? [:] {
            let letters = name.prefix { $0.isLetter }
            let column = letters.utf8.reduce(0) { $0 * 26 + Int($1 - 64) } - 1
            grid[Int(name.dropFirst(letters.count))! - 1][column] = text
        }
        sheets.append(
            ReturnedSheet(
                name: sheet.name, rows: grid.enumerated().map { Sheet.Row(number: $0 + 1, cells: $1) }))
    }
    return ReturnedForm(name: "back.xlsx", sheets: sheets)
}
