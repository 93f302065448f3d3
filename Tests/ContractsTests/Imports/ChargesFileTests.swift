import Contracts
import Tabular
import Testing
import Vocabulary

/// What patients paid.
struct ChargesFileTests {
    @Test func `charges are read in pounds, by month or by year`() throws {
        let months = try ChargesFile.read(
            sheet(
                "contract_number,month,patient_charges", "1000000001,2023-12,\"£1,234.50\"", "1000000001,Jan-24,(2.00)")
        )
        #expect(months.values.map(\.value.charges) == [Money(pence: 123_450), Money(pence: -200)])
        #expect(months.values.map(\.value.period) == [.month(Month("2023-12")!), .month(Month("2024-01")!)])
        let years = try ChargesFile.read(sheet("contract_number,year,patient_charges", "1000000001,2023/24,5"))
        #expect(years.values.map(\.value.period) == [.year(FinancialYear(startingIn: 2023))])
    }

    @Test func `blank, unreadable and repeated charges are refused`() throws {
        let reading = try ChargesFile.read(
            sheet(
                "contract_number,year,patient_charges", "1000000001,2023/24,", "1000000001,2023/24,TBC",
                "1000000001,2023/24,1", "1000000001,2023/24,1.00", "1000000001,soon,1"))
        #expect(
            reading.rowsAndCodes == [
                "2 blank", "3 unreadable-amount", "5 duplicate-row", "6 unreadable-period",
            ])
    }

    @Test(arguments: ["contract_number,patient_charges", "contract_number,patient_charges,month,year"])
    func `a file has months or years, not neither and not both`(header: String) {
        let refusal = #expect(throws: Refusal.self) { try ChargesFile.read(sheet(header, "1000000001,1,,")) }
        #expect(refusal?.code == "not-this-layout")
    }
}
