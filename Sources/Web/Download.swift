import Files
import Foundation
import Hummingbird
import Pages
import Store
import Tabular
import Vocabulary

/// A page's table as a file.
enum Download {
    /// - Throws: `Refusal`, code `not-found`, where the page has no table.
    static func response(_ answer: Answer, _ format: DownloadFormat, _ question: Question) throws -> Response {
        guard let table = answer.table?.withoutPersonalColumns() else {
            throw Refusal(.usage, code: "not-found", "A table of this page")
        }
        let name = "\(table.key)\(question.month.map { "-\($0.month)" } ?? "").\(format.rawValue)"
        switch format {
        case .csv:
            return Site.response(.ok, Array(table.csv.utf8), type: "text/csv; charset=utf-8", fileName: name)
        case .json:
            return Site.response(.ok, Array((table.json.pretty + "\n").utf8), type: "application/json")
        case .xlsx:
            return Site.response(
                .ok, try WorkbookFile.bytes([table], title: table.caption),
                type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fileName: name)
        }
    }
}
