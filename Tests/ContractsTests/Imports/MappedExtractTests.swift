import Contracts
import Tabular
import Testing
import Vocabulary

/// Local extracts through a reviewed mapping.
struct MappedExtractTests {
    private let columns: JSONValue = [
        "contract": "Contract No", "month": "Schedule Month", "contracted": "Annual UDAs",
        "delivered": "UDAs Delivered",
        "carriedIn": "C/F", "contractType": "Type", "patientCharge": "PCR",
    ]
    private let header = "Contract No,Schedule Month,Annual UDAs,UDAs Delivered,C/F,Type,PCR,Notes"

    private func read(_ lines: String..., changes: [String: JSONValue?] = [:]) throws -> Reading<MappedExtract.Row> {
        let mapping = try ColumnMapping(ColumnMappingTests.document(changes, columns: columns))
        let text = ([header] + lines).joined(separator: "\n") + "\n"
        return try MappedExtract.read(csv: Array(text.utf8), named: "eden.csv", mapping: mapping)
    }

    @Test func `every field finds its column, and people's numbers are read`() throws {
        let reading = try read("1000000001,Apr-25,\"12,000\",\"1,003.6\",(20),PDS+,\"£4,500.10\",ok")
        let expected = MappedExtract.Row(
            contract: ContractNumber("1000000001")!, month: Month("2025-04")!, contracted: Units(12_000),
            delivered: Units(hundredths: 100_360), carriedIn: Units(-20), contractType: .pdsPlus,
            patientCharge: Money(pence: 450_010))
        #expect(reading.values.map(\.value) == [expected])
        #expect(reading.rowsAndCodes == ["0 column-not-known"])
    }

    @Test func `a row that cannot be read is refused with row and column, and blank is no value`() throws {
        let reading = try read(
            "1000000001,Apr-25,,TBC,,,,", "1000000002,sometime,,1,,,,", "1000000003,Mar-25,,1,,,,", "x,Apr-25,,1,,,,",
            "1000000004,Apr-25,,,,,,", "1000000004,Apr-25,,2,,,,")
        #expect(
            reading.rowsAndCodes.dropFirst() == [
                "2 unreadable-amount", "3 unreadable-month", "4 before-mapping", "5 unreadable-contract",
                "7 conflicting-row",
            ])
        #expect(reading.problems[1].column == "UDAs Delivered")
        #expect(reading.values.map(\.value.delivered) == [nil])
        #expect(reading.rowsRead == 6)
    }

    @Test func `a missing column is refused, and what the file has is named`() throws {
        let mapping = try ColumnMapping(ColumnMappingTests.document(columns: columns))
        let refusal = #expect(throws: Refusal.self) {
            try MappedExtract.read(csv: Array("Contract No,Month\n1,2\n".utf8), named: "eden.csv", mapping: mapping)
        }
        #expect(refusal?.code == "not-this-layout")
        #expect(refusal?.sentence.contains("Schedule Month, Annual UDAs") == true)
        #expect(refusal?.remedy == "Its first row has: Contract No, Month.")
    }

    @Test func `a patient in the notes refuses the file, a contract number that looks like one does not`() throws {
        #expect(try read("9434765919,Apr-25,,1,,,,").values.count == 1)
        let refusal = #expect(throws: Refusal.self) { try read("1000000001,Apr-25,,1,,,,943 476 5919") }
        #expect(refusal?.code == "patient-identifying")
    }

    @Test func `a workbook's rows keep their numbers, and the month may be fixed`() throws {
        let mapping = try ColumnMapping(
            ColumnMappingTests.document(["month": "2025-05"], columns: ["contract": "No", "delivered": "UDA"]))
        let rows = [(4, ["No", "UDA"]), (5, ["1000000001", "12.5"]), (9, ["1000000002", "?"])]
        let sheet = try Sheet(name: "a.xlsx", rows: rows.map { Sheet.Row(number: $0.0, cells: $0.1) })
        let reading = try MappedExtract.read(sheet, mapping: mapping)
        #expect(reading.values.map(\.row) == [5])
        #expect(reading.values.map(\.value.month) == [Month("2025-05")!])
        #expect(reading.rowsAndCodes == ["9 unreadable-amount"])
    }
}
