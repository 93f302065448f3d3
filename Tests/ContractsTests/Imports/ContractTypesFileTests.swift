import Contracts
import Tabular
import Testing
import Vocabulary

/// The local list of contract types.
struct ContractTypesFileTests {
    @Test func `types are read however they are written`() throws {
        let reading = try ContractTypesFile.read(
            sheet(
                "Contract_Number,Contract_Type", "1000000001,GDS", "1000000002,pds", "1000000003,PDS Plus",
                "1000000004,PDS+", "1000000005,Pilot"))
        #expect(reading.values.map(\.value.type) == [.gds, .pds, .pdsPlus, .pdsPlus, .other("Pilot")])
        #expect(reading.problems == [])
    }

    @Test func `a row that says nothing, or says it again, is refused and counted`() throws {
        let reading = try ContractTypesFile.read(
            sheet(
                "contract_number,contract_type", "1000000001,GDS", "1000000001,GDS", "1000000001,PDS", "12,GDS",
                "1000000002,"))
        #expect(reading.values.count == 1)
        #expect(reading.rowsRead == 5)
        #expect(reading.rowsAndCodes == ["3 duplicate-row", "4 conflicting-row", "5 unreadable-contract", "6 blank"])
    }

    @Test func `another file is refused`() {
        let refusal = #expect(throws: Refusal.self) { try ContractTypesFile.read(sheet("contract,type", "1,GDS")) }
        #expect(refusal?.code == "not-this-layout")
    }
}
