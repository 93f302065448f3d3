import Contracts
import Tabular
import Testing
import Vocabulary

/// The directory of provider groups.
struct ProviderGroupsFileTests {
    @Test func `a provider is known by its name in upper case, a contract by its number`() throws {
        let reading = try ProviderGroupsFile.read(
            sheet("provider_name,contract_number,parent_group", "Quay  Dental,,Harbour", ",1000000001,Harbour"))
        #expect(
            reading.values.map(\.value.member) == [
                .provider("QUAY DENTAL"), .contract(ContractNumber("1000000001")!),
            ])
        #expect(reading.values.map(\.value.group) == ["Harbour", "Harbour"])
    }

    @Test func `a row without group or member, and a second group, are refused`() throws {
        let reading = try ProviderGroupsFile.read(
            sheet("provider_name,parent_group", "Quay,", ",Harbour", "Quay,Harbour", "QUAY,Other"))
        #expect(reading.rowsAndCodes == ["2 blank", "3 blank", "5 conflicting-row"])
        #expect(reading.rowsRead == 4)
    }

    @Test func `a directory without members is refused`() {
        let refusal = #expect(throws: Refusal.self) { try ProviderGroupsFile.read(sheet("parent_group", "Harbour")) }
        #expect(refusal?.code == "not-this-layout")
    }
}
