import Files
import Foundation
import Hummingbird
import Pages
import Store
import Tabular
import Vocabulary

/// A page's table as a file.
enum Download {
    /// The type of a workbook.
    static let excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private static func dated(_ table: Table, _ question: Question) -> Table {
        guard answersOfAPosition(question), let month = question.month?.month else { return table }
        return table.dated(to: month)
    }

    /// Rules, imports, rounds, activity, governance and organisations do not depend on a month.
    private static func answersOfAPosition(_ question: Question) -> Bool {
        !question.asked.isReadOnADay
            && !["/rules", "/imports", "/rounds", "/activity"].contains { question.asked.path.hasPrefix($0) }
    }

    /// - Throws: `Refusal`, code `not-found`, where the page has no table.
    static func response(
        _ answer: Answer, _ format: DownloadFormat, _ question: Question, under conditions: Conditions? = nil
    ) throws -> Response {
        guard let table = answer.table?.withoutPersonalColumns() else {
            throw Refusal(.usage, code: "not-found", "A table of this page")
        }
        let month = answersOfAPosition(question) ? question.month.map { "-\($0.month)" } ?? "" : ""
        let name = "\(table.key)\(month).\(format.rawValue)"
        switch format {
        case .csv:
            return Site.response(
                Array(dated(table, question).csv.utf8), type: "text/csv; charset=utf-8", fileName: name,
                under: conditions)
        case .json:
            return Site.response(
                Array((table.json.pretty + "\n").utf8), type: "application/json", under: conditions)
        case .xlsx:
            return Site.response(
                try WorkbookFile.bytes([table], title: table.caption),
                type: excel, fileName: name, under: conditions)
        }
    }
}
