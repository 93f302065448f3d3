import Tabular
import Testing
import Vocabulary

@testable import Activity

struct ActivityHeaderTests {
    private func titles(_ file: MonitoringFile) -> [String] { MonitoringLayout.shipped[file]!.columns.map(\.title) }

    @Test(arguments: MonitoringFile.allCases)
    func `a published header is known, in any order and spelling`(file: MonitoringFile) throws {
        #expect(try ActivityHeader(titles: titles(file), in: "a.csv").layout.file == file)
        let spelt = titles(file).reversed().map { $0.lowercased().replacing(" ", with: "_") }
        let header = try ActivityHeader(titles: spelt, in: "a.csv")
        #expect(
            header.layout.file == file && header.places.allSatisfy { $0 != nil }
                && header.notes.isEmpty == (file == .aggregate))
    }

    @Test func `another title that was seen is known`() throws {
        let renamed = titles(.patientLevel).map { $0 == "TARIFF CODE" ? "HEALTHCARE_RESOURCE_GROUP_CODE" : $0 }
        let header = try ActivityHeader(titles: renamed, in: "a.csv")
        let place = header.layout.kept.firstIndex { $0.field == "tariff" }!
        #expect(header.places[place] == renamed.firstIndex(of: "HEALTHCARE_RESOURCE_GROUP_CODE"))
    }

    @Test func `a header without a needed column is refused with what may be meant`() {
        let renamed = titles(.patientLevel).map { $0 == "TOTAL COST" ? "Total Cost Actual" : $0 }
        let refusal = #expect(throws: Refusal.self) { try ActivityHeader(titles: renamed, in: "a.csv") }
        #expect(refusal?.code == "not-this-layout")
        #expect(refusal?.remedy?.contains("“Total Cost Actual” may be TOTAL COST") == true)
    }

    @Test func `a mapping names the columns that have other titles, and an unknown column is noted with a suggestion`()
        throws
    {
        let renamed = titles(.patientLevel).map { $0 == "TOTAL COST" ? "Price" : $0 } + ["TREATMENT FUNCTION CODES"]
        let mapping = try ActivityMapping(
            .object([
                .init("name", "x"), .init("layout", "plcm"), .init("reviewedBy", "A"),
                .init("reviewedOn", "2025-05-02"), .init("validFrom", "2025-04-01"),
                .init("columns", ["cost": "price"]),
            ]))
        let header = try ActivityHeader(titles: renamed, in: "a.csv", mapping: mapping)
        #expect(header.places[header.layout.kept.firstIndex { $0.field == "cost" }!] == renamed.firstIndex(of: "Price"))
        let note = header.notes.first { $0.column == "TREATMENT FUNCTION CODES" }
        #expect(note?.explanation.contains("ACTIVITY TREATMENT FUNCTION CODE") == true)
        let missing = #expect(throws: Refusal.self) {
            try ActivityHeader(titles: titles(.patientLevel), in: "a.csv", mapping: mapping)
        }
        #expect(missing?.code == "not-this-layout")
    }

    @Test func `a column that stands twice, an unknown one to drop and a needed one to drop are refused`() {
        let twice = titles(.aggregate) + ["financial_year"]
        #expect(throws: Refusal.self) { try ActivityHeader(titles: twice, in: "a.csv") }
        for (column, code) in [("Nothing", "unknown-column"), ("TOTAL COST", "required-column")] {
            let refusal = #expect(throws: Refusal.self) {
                try ActivityHeader(titles: titles(.patientLevel), in: "a.csv", dropping: [column])
            }
            #expect(refusal?.code == code)
        }
    }

    @Test func `a dropped column has no place and a note`() throws {
        let header = try ActivityHeader(titles: titles(.patientLevel), in: "a.csv", dropping: ["nhs number"])
        #expect(header.places[header.layout.kept.firstIndex { $0.field == "patient" }!] == nil)
        #expect(header.notes.contains { $0.code == "column-dropped" && $0.column == "NHS NUMBER" })
    }

    @Test func `a first row of values is no header, and is not repeated`() {
        let refusal = #expect(throws: Refusal.self) {
            try ActivityHeader(titles: ["RX1", "9434765919"], in: "a.csv")
        }
        #expect(refusal?.code == "patient-identifying" && refusal?.description.contains("9434765919") == false)
        #expect(throws: Refusal.self) { try ActivityHeader(titles: ["a", "b"], in: "a.csv") }
    }
}
