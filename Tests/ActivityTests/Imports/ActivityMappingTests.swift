import Testing
import Vocabulary

@testable import Activity

struct ActivityMappingTests {
    private func mapping(_ more: [JSONValue.Member], layout: String = "plcm") throws(Refusal) -> ActivityMapping {
        try ActivityMapping(
            .object(
                [
                    .init("name", .text("Wexbourne General")), .init("layout", .text(layout)),
                    .init("reviewedBy", .text("A. Analyst")), .init("reviewedOn", .text("2025-05-02")),
                    .init("validFrom", .text("2025-04-01")),
                ] + more))
    }

    private let columns = JSONValue.Member("columns", ["provider": "Prov", "cost": "Total Price"])

    @Test func `a mapping says which column is which field, and how days are written`() throws {
        let mapping = try mapping([columns, .init("dayFormat", .text("dd/mm/yyyy"))])
        #expect(mapping.file == .patientLevel && mapping.columns["cost"] == "Total Price")
        #expect(mapping.dayOrder == .dayFirst)
    }

    @Test func `two columns for one field, and one column for two fields, are refused`() {
        let twoColumns = JSONValue.object([.init("cost", "A"), .init("cost", "B")])
        let oneColumn: JSONValue = ["cost": "A", "provider": "a"]
        for columns in [twoColumns, oneColumn] {
            let refusal = #expect(throws: Refusal.self) { try mapping([.init("columns", columns)]) }
            #expect(refusal?.code == "bad-mapping")
        }
    }

    @Test func `an unknown field, layout or day format is refused with those that are known`() {
        let field = #expect(throws: Refusal.self) { try mapping([.init("columns", ["price": "A"])]) }
        #expect(field?.sentence.contains("unitPrice") == true)
        #expect(throws: Refusal.self) { try mapping([columns], layout: "slam") }
        #expect(throws: Refusal.self) { try mapping([columns, .init("dayFormat", .text("yyyy-mm-dd"))]) }
        #expect(throws: Refusal.self) { try mapping([columns, .init("month", .text("2025-04"))]) }
    }
}
