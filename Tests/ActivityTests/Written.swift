import Tabular
import Vocabulary

@testable import Activity

/// A small file of contract monitoring, made of cells by field; what is not given is blank.
struct MadeFile {
    let layout: MonitoringLayout
    var titles: [String]
    var rows: [[String]] = []

    init(_ file: MonitoringFile = .patientLevel) {
        layout = MonitoringLayout.shipped[file]!
        titles = layout.columns.map(\.title)
    }

    static let usual = [
        "provider": "RX1", "commissioner": "QZW", "financialYear": "202526", "financialMonth": "3", "cost": "100.00",
    ]

    mutating func add(_ values: [String: String]) {
        let all = MadeFile.usual.merging(values) { $1 }
        rows.append(
            layout.columns.map { column in all[column.field ?? ""] ?? all[column.title] ?? "" })
    }

    var bytes: [UInt8] { Array(rows.map { $0.map(MadeFile.written).joined(separator: ",") + "\r\n" }.joined().utf8) }

    static func written(_ cell: String) -> String {
        cell.contains { ",\"\r\n".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }

    func reader(_ order: ActivityDayOrder? = nil, dropping: [String] = []) throws -> ActivityReader {
        ActivityReader(header: try ActivityHeader(titles: titles, in: "made.csv", dropping: dropping), dayOrder: order)
    }

    func read(_ order: ActivityDayOrder? = nil, dropping: [String] = []) throws -> ActivityBatch {
        try reader(order, dropping: dropping).read(RowPiece(bytes: bytes, delimiter: 44), firstRow: 2)
    }

    func place(_ field: String) -> Int { layout.kept.firstIndex { $0.field == field }! }
}

extension ActivityBatch {
    func texts(_ place: Int) -> [String?] {
        let values = columns[place]
        return values.ends.indices.map { row in
            guard values.isThere[row] else { return nil }
            let start = row == 0 ? 0 : Int(values.ends[row - 1])
            return String(decoding: values.bytes[start..<Int(values.ends[row])], as: UTF8.self)
        }
    }

    func numbers(_ place: Int) -> [Int?] {
        columns[place].numbers.indices.map { columns[place].isThere[$0] ? Int(columns[place].numbers[$0]) : nil }
    }
}
