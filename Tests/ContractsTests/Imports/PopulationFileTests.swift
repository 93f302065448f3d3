import Contracts
import Tabular
import Testing
import Vocabulary

/// People by commissioner and year.
struct PopulationFileTests {
    @Test func `people, year and source are read`() throws {
        let reading = try PopulationFile.read(
            sheet("commissioner_code,population,period,source", "qyg,\"2,746,000\",2023/24,ONS"))
        #expect(
            reading.values.map(\.value) == [
                PopulationFile.Entry(
                    commissioner: OrganisationCode("QYG")!, people: 2_746_000, year: FinancialYear(startingIn: 2023),
                    source: "ONS")
            ])
    }

    @Test func `nobody, half a person and no year are refused`() throws {
        let reading = try PopulationFile.read(
            sheet(
                "commissioner_code,population,period,source", "QYG,0,2023/24,ONS", "QYG,1.5,2023/24,ONS",
                "QYG,5,2023/25,ONS", "QYG,5,2023/24,", "Q G,5,2023/24,ONS"))
        #expect(
            reading.rowsAndCodes == [
                "2 no-people", "3 unreadable-count", "4 unreadable-period", "5 blank", "6 unreadable-commissioner",
            ])
    }
}
