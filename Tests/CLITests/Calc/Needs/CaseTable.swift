import Files
import Rulebook
import TestSupport
import Vocabulary

@testable import CLI

/// A table or document of the published cases, read at test time: their licence keeps them from being carried over.
struct CaseTable {
    let rows: [[String: String]]

    static func has(_ path: String) -> Bool { SharedData.has("cases/\(path)") }

    init(_ path: String) throws {
        let text = try String(decoding: SharedData.bytes("cases/\(path)"), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).map { CaseTable.cells(String($0)) }
        let header = lines.first ?? []
        rows = lines.dropFirst().map { line in
            Dictionary(zip(header, line), uniquingKeysWith: { first, _ in first })
        }
    }

    private static func cells(_ line: String) -> [String] {
        var (cells, cell, isQuoted) = ([String](), "", false)
        for letter in line {
            if letter == "\"" {
                isQuoted.toggle()
            } else if letter == ",", !isQuoted {
                cells.append(cell)
                cell = ""
            } else {
                cell.append(letter)
            }
        }
        return cells + [cell]
    }

    static func document(_ id: String) throws -> JSONValue {
        let path = "cases/cases/\(id).json"
        return try JSONFile.value(of: SharedData.bytes(path), named: path)
    }
}

extension [String: String] {
    /// Null where the cell is empty.
    func json(_ key: String) -> JSONValue { .optional(number(key)) { .decimal($0) } }
    func number(_ key: String) -> Double? { self[key].flatMap { Double($0) } }
}

extension JSONValue {
    var items: [JSONValue] { if case .list(let items) = self { items } else { [] } }
    var double: Double? {
        switch self {
        case .decimal(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }
    var string: String? { if case .text(let text) = self { text } else { nil } }
    func item(_ place: Int) -> JSONValue? { place < items.count ? items[place] : nil }
}

/// What a method answers.
func answer(_ method: String, _ input: JSONValue) throws -> JSONValue {
    try CalcMethods.answer(CalcMethods.named(method), input, by: .shipped).result
}

/// True where two numbers, or two nothings, agree.
func near(_ found: Double?, _ expected: Double?, relative: Double) -> Bool {
    guard let found, let expected else { return found == nil && expected == nil }
    return (found - expected).magnitude <= relative * expected.magnitude + 1e-12
}
