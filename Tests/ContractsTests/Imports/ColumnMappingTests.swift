import Contracts
import Tabular
import Testing
import Vocabulary

/// A reviewed mapping.
struct ColumnMappingTests {
    static func document(_ changes: [String: JSONValue?] = [:], columns: JSONValue? = nil) -> JSONValue {
        let base: [(String, JSONValue)] = [
            ("name", "Wexbourne eDEN"), ("layout", "eden-monthly"), ("reviewedBy", "A. Analyst"),
            ("reviewedOn", "2025-04-02"), ("validFrom", "2025-04-01"),
            ("columns", columns ?? ["contract": "Contract No", "month": "Month", "delivered": "UDAs Delivered"]),
        ]
        var members = base.filter { changes[$0.0] == nil }.map { JSONValue.Member($0.0, $0.1) }
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
            if let value { members.append(.init(key, value)) }
        }
        return .object(members)
    }

    @Test func `a whole mapping is taken`() throws {
        let mapping = try ColumnMapping(
            ColumnMappingTests.document(["delimiter": "semicolon", "dayFormat": "yyyy-mm-dd"]))
        #expect(mapping.columns[.delivered] == "UDAs Delivered")
        #expect(mapping.reviewedOn == Day("2025-04-02"))
        #expect(mapping.delimiter == UInt8(ascii: ";"))
        #expect(mapping.dayFormat == .yearFirst)
    }

    @Test(arguments: ["name", "layout", "reviewedBy", "reviewedOn", "validFrom", "columns"])
    func `nothing of it may be missing`(key: String) {
        let refusal = #expect(throws: Refusal.self) {
            try ColumnMapping(ColumnMappingTests.document([key: nil as JSONValue?]))
        }
        #expect(refusal?.code == "bad-mapping")
        #expect(refusal?.sentence.contains(key) == true)
    }

    static let faults: [JSONValue] = [
        document(["colour": "red"]), document(["reviewedOn": "02/04/2025"]), document(["dayFormat": "dd.mm"]),
        document(["delimiter": "x"]), document(["month": "2025-04"]),
        document(columns: ["contract": "A", "delivered": "B"]),
        document(columns: ["contract": "A", "month": "M", "delivered": ["B", "C"]]),
        document(columns: ["contract": "A", "month": "M", "delivered": "B", "delivered": "C"]),
        document(columns: ["contract": "A", "month": "M", "delivered": "B", "contracted": " b"]),
        document(columns: ["contract": "A", "month": "M", "teeth": "B"]),
        document(columns: ["contract": "A", "month": "M"]), document(columns: ["month": "M", "delivered": "B"]),
        "text",
    ]

    @Test(arguments: faults)
    func `a mapping that could mean two things, or nothing, is refused`(document: JSONValue) {
        let refusal = #expect(throws: Refusal.self) { try ColumnMapping(document) }
        #expect(refusal?.code == "bad-mapping")
    }
}
