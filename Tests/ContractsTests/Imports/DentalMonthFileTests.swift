import Contracts
import Tabular
import TestSupport
import Testing
import Vocabulary

/// NHSBSA's monthly contractor file: as published, and as it should not be.
struct DentalMonthFileTests {
    static let header = """
        YEAR_MONTH,COMMISSIONER_CODE,COMMISSIONER_NAME,CONTRACT_NUMBER,PROVIDER_NAME,LATEST_PPC_ADDRESS_POSTCODE,\
        LSOA11_CODE,UDA_PERF_TARGET,UDA_FIN_VAL,UDA_DELIVERED,LATE_SUBMITTED_FP17,UDA_DELIVERED_FD,BAND_1_DELIVERED,\
        "BAND_2A_DELIVERED ",BAND_2B_DELIVERED,BAND_2C_DELIVERED,BAND_3_DELIVERED,BAND_URGENT_DELIVERED,\
        BAND_OTHER_DELIVERED,CHILD_12M_COUNT,ADULT_24M_COUNT,GENERAL_DENTAL_FIN_VALUE
        """
    static let good =
        "202312,QYG,Wexbourne ICB,1000080000,Quay Dental,AB1 2CD,E01018534,1000,30000.50,92.6,1,5.4,39,16,5,1,2,7,2,12,51,30000.50"

    static let limits = DentalFlagLimits(
        unitValue: PlausibleUnitValue(low: Money(pence: 1_500), high: Money(pence: 10_000)), nominalTarget: Units(3),
        nominalValue: Money(pence: 500))

    static func read(
        _ rows: [String], header: String = header, named name: String = "UDA_CONTRACTOR_202312.csv",
        ending: String = "\r\n", dropping: [String] = []
    ) throws(Refusal) -> DentalMonthFile.Outcome {
        try DentalMonthFile.read(
            Array((([header] + rows).joined(separator: "\r\n") + ending).utf8), named: name,
            months: Month("2006-04")!...Month("2024-03")!, dropping: dropping, limits: { _ in limits })
    }

    private func changed(_ changes: [Int: String]) -> String {
        var cells = DentalMonthFileTests.good.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        for (place, value) in changes { cells[place] = value }
        return cells.joined(separator: ",")
    }

    @Test func `a row becomes a contract's month, to the penny and the tenth`() throws {
        let outcome = try DentalMonthFileTests.read([DentalMonthFileTests.good])
        let month = try #require(outcome.reading.values.first?.value)
        #expect(month.month == Month("2023-12"))
        #expect(month.contract.description == "1000080000")
        #expect(month.target == Units(1_000))
        #expect(month.value == Money(pence: 3_000_050))
        #expect(month.activity?.delivered == Units(hundredths: 9_260))
        #expect(
            month.activity?.bands == BandCounts(one: 39, two: .parts(a: 16, b: 5, c: 1), three: 2, urgent: 7, other: 2))
        #expect(month.children == 12)
        #expect(outcome.reading.problems == [])
        #expect(outcome.reading.values.first?.row == 2)
    }

    @Test func `one band 2, with blanks before the titles, is the layout until March 2023`() throws {
        let header = DentalMonthFileTests.header
            .replacing("\"BAND_2A_DELIVERED \",BAND_2B_DELIVERED,BAND_2C_DELIVERED", with: "BAND_2_DELIVERED")
            .replacing(",", with: ", ")
        let row = DentalMonthFileTests.good.replacing(",39,16,5,1,2,", with: ",39,22,2,").replacing(
            "202312", with: "202212")
        let outcome = try DentalMonthFileTests.read([row], header: header, named: "x.csv")
        #expect(outcome.reading.values.first?.value.activity?.bands.two == .whole(22))
    }

    @Test func `blank delivery is no claims, and no problem`() throws {
        let blank = Dictionary(uniqueKeysWithValues: (9...20).map { ($0, "") })
        let outcome = try DentalMonthFileTests.read([changed(blank)])
        #expect(outcome.reading.values.first?.value.activity == nil)
        #expect(outcome.reading.values.first?.value.adults == nil)
        #expect(outcome.reading.problems == [])
        #expect(outcome.account.balances)
    }

    @Test(arguments: [
        (7, "TBC", "unreadable-amount"), (7, "", "unreadable-amount"), (8, "£12", "unreadable-amount"),
        (8, "1.005", "unreadable-amount"), (9, "1e5", "unreadable-amount"), (9, "", "half-blank-delivery"),
        (10, "1.5", "unreadable-count"), (19, "some", "unreadable-count"), (3, "100008000", "unreadable-contract"),
        (1, "Q Q", "unreadable-commissioner"), (0, "202313", "unreadable-month"), (0, "202404", "month-out-of-range"),
        (0, "200512", "month-out-of-range"), (21, "", "unreadable-amount"),
        (8, "99999999999999999", "unreadable-amount"),
    ])
    func `a cell that cannot be read refuses its row, by row, column and value`(place: Int, text: String, code: String)
        throws
    {
        let rows = [changed([place: text]), changed([3: "1000080001"])]
        let outcome = try DentalMonthFileTests.read(rows)
        let problem = try #require(outcome.reading.problems.first { $0.effect == .refused })
        #expect(problem.code == code)
        #expect(problem.row == 2)
        let titles = DentalMonthFileTests.header.replacing("\"", with: "").split(separator: ",")
        #expect(problem.column.map { titles[place].hasPrefix($0) } == true)
        if !text.isEmpty { #expect(problem.explanation.contains("“\(text)”")) }
        #expect(outcome.reading.values.count == 1)
        #expect(outcome.reading.rowsRead == 2)
        #expect(outcome.account.balances)
        #expect(outcome.account.refused.rows == 1)
    }

    @Test(arguments: UInt64(1)...30)
    func `no row, unit or penny is lost, whatever the file holds`(seed: UInt64) throws {
        var state = seed
        func draw(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let values = [
            "", "TBC", "-3", "12.5", "0", "99999999999999999999", "1,5", "1000080000", "QYG", "202312", "\"x\"",
        ]
        let rows = (0..<40).map { _ in
            let contract = "100008000\(draw(6))"
            var changes = [3: contract, 7: "\(draw(9_000))"]
            if draw(3) == 0 { changes[draw(22)] = values[draw(11)] }
            return changed(changes)
        }
        let outcome = try DentalMonthFileTests.read(rows)
        #expect(outcome.account.balances)
        #expect(outcome.account.read.rows == 40)
        #expect(outcome.account.kept.rows == outcome.reading.values.count)
        #expect(outcome.account.kept.target == outcome.reading.values.map(\.value.target).total())
        #expect(outcome.account.kept.value == outcome.reading.values.map(\.value.value).total())
        let refused = Set(outcome.reading.problems.filter { $0.effect == .refused }.compactMap(\.row))
        #expect(refused.count == outcome.account.refused.rows)
    }

    @Test func `of twins the first is kept, and the second told from a conflict`() throws {
        let rows = [DentalMonthFileTests.good, DentalMonthFileTests.good, changed([7: "1001"])]
        let outcome = try DentalMonthFileTests.read(rows)
        #expect(outcome.reading.values.map(\.row) == [2])
        #expect(outcome.reading.problems.map(\.code) == ["duplicate-row", "duplicate-row"])
        #expect(outcome.reading.problems[0].explanation.contains("repeats row 2"))
        #expect(outcome.reading.problems[1].explanation.contains("differs from row 2"))
        #expect(outcome.account.balances)
    }

    @Test func `a contract under two commissioners in a month is kept twice and flagged twice`() throws {
        let outcome = try DentalMonthFileTests.read([DentalMonthFileTests.good, changed([1: "QE1", 2: "Other ICB"])])
        #expect(outcome.reading.values.count == 2)
        #expect(outcome.reading.problems.map(\.code) == ["two-commissioners", "two-commissioners"])
        #expect(outcome.reading.problems.map(\.row) == [2, 3])
    }

    @Test func `a file with another month than its name says is noted`() throws {
        let outcome = try DentalMonthFileTests.read([changed([0: "202311"])])
        #expect(outcome.reading.problems.map(\.code) == ["month-not-as-named"])
        #expect(outcome.months == [Month("2023-11")!])
        #expect(try DentalMonthFileTests.read([changed([0: "202311"])], named: "x.csv").reading.problems == [])
    }

    @Test func `a patient's number refuses the whole file, but not where a contract's stands`() throws {
        let number = "9434765919"
        #expect(try DentalMonthFileTests.read([changed([3: number])]).reading.values.count == 1)
        for place in [4, 7] {
            let refusal = #expect(throws: Refusal.self) { try DentalMonthFileTests.read([changed([place: number])]) }
            #expect(refusal?.code == "patient-identifying")
            #expect(refusal?.description.contains(number) == false)
        }
        let extra = DentalMonthFileTests.header + ",PATIENT"
        let row = DentalMonthFileTests.good + "," + number
        #expect(throws: Refusal.self) { try DentalMonthFileTests.read([row], header: extra) }
        let dropped = try DentalMonthFileTests.read([row], header: extra, dropping: ["PATIENT"])
        #expect(dropped.reading.problems.map(\.code) == ["column-dropped"])
        #expect(dropped.reading.values.count == 1)
    }

    @Test(arguments: [
        ("", "no-data-rows"), ("\r\n202312,QYG", "truncated"), ("\r\n202312,\"QYG", "truncated"),
        ("\r\n\u{0}", "binary"),
    ])
    func `a file that is not whole is refused`(ending: String, code: String) {
        let refusal = #expect(throws: Refusal.self) { try DentalMonthFileTests.read([], ending: ending) }
        #expect(refusal?.code == code)
    }

    @Test func `a quotation mark that takes the lines after it into one cell refuses the file`() {
        let closing = changed([3: "1000080004", 4: "Quay\" Dental"])
        let rows = [
            DentalMonthFileTests.good, changed([3: "1000080001", 4: "\"Quay Dental"]), changed([3: "1000080002"]),
            changed([3: "1000080003"]), closing, changed([3: "1000080005"]),
        ]
        let refusal = #expect(throws: Refusal.self) { try DentalMonthFileTests.read(rows) }
        #expect(refusal?.code == "cell-over-lines")
        #expect(refusal?.sentence == "A quotation mark opened in row 3 of UDA_CONTRACTOR_202312.csv runs over 4 lines.")
    }

    @Test func `a file of which nothing can be kept is refused with its first row's reason`() {
        let refusal = #expect(throws: Refusal.self) {
            try DentalMonthFileTests.read([changed([7: "TBC"]), changed([3: "1"])])
        }
        #expect(refusal?.code == "every-row-refused")
        #expect(refusal?.sentence.contains("row 2, UDA_PERF_TARGET") == true)
        #expect(refusal?.sentence.contains("“TBC”") == true)
    }

    @Test func `a file of several months is noted`() throws {
        let rows = [DentalMonthFileTests.good, changed([0: "202311"])]
        let outcome = try DentalMonthFileTests.read(rows, named: "x.csv")
        #expect(outcome.reading.problems.map(\.code) == ["several-months"])
        #expect(outcome.reading.problems.first?.explanation.contains("2 months: November 2023, December 2023") == true)
    }

    @Test func `the annual file is told apart`() {
        let annual = DentalContractsFile.layout.required.joined(separator: ",")
        let refusal = #expect(throws: Refusal.self) { try DentalMonthFileTests.read(["1"], header: annual) }
        #expect(refusal?.remedy == "It seems to be the NHSBSA annual dental contract file.")
    }

    @Test(.enabled(if: SharedData.has("data/nhsbsa_dental/uda_contractor_202312.csv"), "the real month is not here"))
    func `the real December 2023 is read whole`() throws {
        let bytes = try SharedData.bytes("data/nhsbsa_dental/uda_contractor_202312.csv")
        let outcome = try DentalMonthFile.read(
            bytes, named: "uda_contractor_202312.csv", months: Month("2006-04")!...Month("2025-03")!,
            limits: { _ in DentalMonthFileTests.limits })
        #expect(outcome.account.refused == .zero)
        #expect(outcome.account.balances)
        #expect(outcome.account.kept.delivered == Units(hundredths: 487_639_940))
        #expect(outcome.months == [Month("2023-12")!])
        #expect(outcome.reading.problems.allSatisfy { $0.effect != .refused })
    }
}
