import Foundation
import Methods
import Testing
import TestSupport

/// Published knapsacks, read from the shared folder where the tests run.
struct KnapsackCase: Sendable, CustomTestStringConvertible {
    let id: String
    var testDescription: String { id }

    static let folder = "cases/cases"
    static let all: [KnapsackCase] = ["01", "02", "04", "06", "08", "10", "12", "14", "16", "18", "20"].map {
        KnapsackCase(id: "KNAP-\($0)")
    }
    static var areHere: Bool { SharedData.has("cases/cases/KNAP-01.json") }

    private struct Document: Decodable {
        struct Input: Decodable {
            let file: String?
            let problem_index: Int?
            let csv: String?
            let capacity: Double?
        }
        struct Expected: Decodable { let optimum: Double }
        let input: Input
        let expected: Expected
    }

    func read() throws -> (model: PortfolioModel, optimum: Double) {
        let bytes = try SharedData.bytes("cases/cases/\(id).json")
        let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        if let csv = document.input.csv, let capacity = document.input.capacity {
            return (try single("cases/\(csv)", capacity), document.expected.optimum)
        }
        let file = document.input.file ?? ""
        return (try multiple("cases/\(file)", document.input.problem_index ?? 1), document.expected.optimum)
    }

    private func single(_ path: String, _ capacity: Double) throws -> PortfolioModel {
        let text = String(decoding: try SharedData.bytes(path), as: UTF8.self)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",").compactMap { Double($0) }
        }
        return try PortfolioModel(.budget(rows.map { $0[0] }, rows.map { Int($0[1]) }, Int(capacity)))
    }

    /// OR-Library's form: items, rows, optimum; values; each row's amounts; the limits. Amounts may have a
    /// decimal place, so all are taken ten times.
    private func multiple(_ path: String, _ index: Int) throws -> PortfolioModel {
        let text = String(decoding: try SharedData.bytes(path), as: UTF8.self)
        var numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }[...]
        _ = numbers.popFirst()
        for problem in 1... {
            let items = Int(numbers.removeFirst())
            let count = Int(numbers.removeFirst())
            _ = numbers.popFirst()
            let values = Array(numbers.prefix(items))
            numbers = numbers.dropFirst(items)
            var rows: [[Int]] = []
            for _ in 0..<count {
                rows.append(numbers.prefix(items).map { Int(($0 * 10).rounded()) })
                numbers = numbers.dropFirst(items)
            }
            let limits = numbers.prefix(count).map { Int(($0 * 10).rounded()) }
            numbers = numbers.dropFirst(count)
            guard problem == index else { continue }
            return try PortfolioModel(
                names: values.indices.map { "item \($0 + 1)" }, values: values,
                rows: rows.indices.map { row in
                    PortfolioModel.Row(
                        name: "row \(row + 1)",
                        terms: PortfolioFigures.terms(rows[row]).map(PortfolioModel.Term.init), upper: limits[row])
                },
                forced: values.map { _ in nil })
        }
        fatalError("there is always a next problem")
    }
}
