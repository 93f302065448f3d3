import Contracts
import Tabular
import TestSupport
import Testing
import Vocabulary

/// NHSBSA's annual contract file.
struct DentalContractsFileTests {
    static let titles = [
        "YEAR_MONTH", "COMMISSIONER_CODE", "COMMISSIONER_NAME", "CONTRACT_NUMBER", "PROVIDER_NAME", "PRISON_IND",
        "START_DATE", "END_DATE", "RECURRING_IND", "GENERAL_DENT_FIN_VALUE", "DOMICILIARY_FIN_VALUE",
        "EXCESS_DELIVERY_FIN_VALUE", "UOA_EXCESS_DELIVERY_FIN_VALUE", "UOA_OH_ACCESS_FIN_VALUE", "FC_SEC_ACC_FIN_VALUE",
        "FC_OVERALL_FIN_VALUE", "TOTAL_FIN_VALUE", "GENERAL_DENT_UDA_TARGET", "CONTRACTED_UDA",
        "EXCESS_DELIVERY_UOA_TARGET", "OH_ACCESS_UOA_TARGET", "DOM_VISIT_COT_TARGET",
    ]
    static let good = [
        "202506", "QYG", "Wexbourne ICB", "1000080000", "Quay Dental", "N", "01/02/2016", "", "Yes", "30000.50", "100",
        "0", "7", "9", "250.25", "250.25", "30366.75", "1000", "1000", "11", "12", "13",
    ]

    static func read(_ rows: [[String]]) throws(Refusal) -> Reading<ContractTerms> {
        let text = ([titles] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
        return try DentalContractsFile.read(
            Array(text.utf8), named: "contract_annual_202506.csv", months: Month("2006-04")!...Month("2025-12")!)
    }

    private func changed(_ changes: [String: String]) -> [String] {
        zip(DentalContractsFileTests.titles, DentalContractsFileTests.good).map { changes[$0] ?? $1 }
    }

    @Test func `amounts read are amounts kept and refused, and an unreadable one is counted as a row`() throws {
        let rows = [
            DentalContractsFileTests.good, changed(["CONTRACT_NUMBER": "1000080001", "END_DATE": "31/02/2026"]),
            changed(["CONTRACT_NUMBER": "1000080002", "TOTAL_FIN_VALUE": "TBC"]),
        ]
        let text =
            ([DentalContractsFileTests.titles] + rows).map { $0.joined(separator: ",") }
            .joined(separator: "\n") + "\n"
        let account = try DentalContractsFile.outcome(
            of: Array(text.utf8), named: "contract_annual_202506.csv", months: Month("2006-04")!...Month("2025-12")!
        ).account
        #expect(account.balances)
        #expect(account.kept.rows == 1 && account.kept.value == Money(pence: 3_036_675))
        #expect(account.refused.rows == 2 && account.refused.value == Money(pence: 3_036_675))
        #expect(account.refused.unreadable.values == 1 && account.read.target == Units(3_000))
    }

    @Test func `a row becomes its lines, and three targets find theirs under other names`() throws {
        let reading = try DentalContractsFileTests.read([DentalContractsFileTests.good])
        let terms = try #require(reading.values.first?.value)
        #expect(reading.problems == [])
        #expect(terms.total == Money(pence: 3_036_675))
        #expect(terms.isRecurring)
        #expect(terms.start == Day("2016-02-01"))
        #expect(terms.end == nil)
        #expect(
            terms.lines.map(\.service) == [
                .general, .domiciliary, .orthodonticExcessDelivery, .orthodonticOralHealthAccess,
                .flexibleSecuringAccess,
            ])
        #expect(
            terms.lines.map(\.units) == [.uda(Units(1_000)), .cot(Units(13)), .uoa(Units(11)), .uoa(Units(12)), nil])
        #expect(terms.lines.map(\.value).total() == terms.total)
    }

    @Test(arguments: [
        ("START_DATE", "31/02/2016", "unreadable-date"), ("END_DATE", "2026-03-31", "unreadable-date"),
        ("END_DATE", "31/01/2016", "end-before-start"), ("RECURRING_IND", "maybe", "unreadable-indicator"),
        ("PRISON_IND", "", "unreadable-indicator"), ("TOTAL_FIN_VALUE", "£1", "unreadable-amount"),
        ("GENERAL_DENT_UDA_TARGET", "x", "unreadable-amount"), ("CONTRACT_NUMBER", "12", "unreadable-contract"),
        ("COMMISSIONER_CODE", "", "unreadable-commissioner"), ("YEAR_MONTH", "June", "unreadable-month"),
        ("YEAR_MONTH", "202606", "month-out-of-range"),
    ])
    func `a cell that cannot be read refuses its row`(column: String, text: String, code: String) throws {
        let reading = try DentalContractsFileTests.read(
            [changed([column: text]), DentalContractsFileTests.good])
        #expect(reading.values.map(\.row) == [3])
        #expect(reading.rowsRead == 2)
        #expect(reading.problems.map(\.code) == [code])
        #expect(reading.problems.map(\.column) == [column])
        #expect(reading.problems.map(\.effect) == [.refused])
    }

    @Test(arguments: [
        (["END_DATE": "31/05/2025"], "end-date-past", Problem.Effect.flagged),
        (["TOTAL_FIN_VALUE": "30366.76"], "total-differs", .flagged),
        (["CONTRACTED_UDA": "999"], "sum-differs", .noted), (["FC_OVERALL_FIN_VALUE": "1"], "sum-differs", .noted),
    ])
    func `an oddity is kept and said`(changes: [String: String], code: String, effect: Problem.Effect) throws {
        let reading = try DentalContractsFileTests.read([changed(changes)])
        #expect(reading.values.count == 1)
        #expect(reading.problems.map(\.code) == [code])
        #expect(reading.problems.map(\.effect) == [effect])
    }

    @Test func `an end in the file's own month is not past`() throws {
        #expect(try DentalContractsFileTests.read([changed(["END_DATE": "01/06/2025"])]).problems == [])
    }

    @Test func `several rows of a contract are kept, a repeated one is not, two commissioners are flagged`() throws {
        let good = DentalContractsFileTests.good
        let reading = try DentalContractsFileTests.read([good, changed(["RECURRING_IND": "No"]), good])
        #expect(reading.values.map(\.row) == [2, 3])
        #expect(reading.problems.map(\.code) == ["duplicate-row"])
        let two = try DentalContractsFileTests.read([good, changed(["COMMISSIONER_CODE": "QE1"])])
        #expect(two.problems.map(\.code) == ["two-commissioners", "two-commissioners"])
    }

    @Test func `a file of which nothing can be kept is refused with its first row's reason`() {
        let refusal = #expect(throws: Refusal.self) {
            try DentalContractsFileTests.read([changed(["TOTAL_FIN_VALUE": "TBC"]), changed(["END_DATE": "soon"])])
        }
        #expect(refusal?.code == "every-row-refused")
        #expect(refusal?.sentence.contains("row 2, TOTAL_FIN_VALUE") == true)
    }

    @Test func `a cell over two lines refuses the file`() {
        let refusal = #expect(throws: Refusal.self) {
            try DentalContractsFileTests.read([changed(["PROVIDER_NAME": "\"Quay\nDental\""])])
        }
        #expect(refusal?.code == "cell-over-lines")
    }

    @Test(
        .enabled(
            if: SharedData.has("data/nhsbsa_dental/contract_annual_202506.csv"), "the real annual file is not here"))
    func `the real file of June 2025 is read to the penny`() throws {
        let reading = try DentalContractsFile.read(
            SharedData.bytes("data/nhsbsa_dental/contract_annual_202506.csv"), named: "contract_annual_202506.csv",
            months: Month("2006-04")!...Month("2025-12")!)
        let terms = reading.values.map(\.value)
        #expect(reading.rowsRead == 8_588)
        #expect(terms.count == 8_588)
        #expect(Set(terms.map(\.contract)).count == 7_956)
        #expect(terms.map(\.total).total() == Money(pence: 351_890_541_730))
        #expect(terms.flatMap(\.lines).map(\.value).total() == Money(pence: 351_890_541_730))
        #expect(terms.count { $0.isRecurring && $0.end != nil } == 1_455)
        #expect(terms.count { !$0.isRecurring && $0.end == nil } == 360)
        #expect(terms.count { $0.isPrison } == 107)
        #expect(Set(reading.problems.map(\.code)) == ["end-date-past"])
        #expect(reading.problems.count == 81)
    }
}
