import Tabular
import Testing
import Vocabulary

@testable import Contracts

struct ImportDentalMonthsTests {
    private static let author = Author("A. Analyst")!
    private static let moment = Moment(secondsSince1970: 1_740_000_000)

    private static func row(
        _ contract: Int, target: Int = 1_000, commissioner: String = "QWX", month: String = "202412"
    ) -> DentalMonth {
        DentalMonth(
            month: Month(month)!, commissioner: OrganisationCode(commissioner)!, commissionerName: "WEXBOURNE",
            contract: ContractNumber("000000000\(contract)")!, providerName: "SMILE LTD", postcode: "", lsoa: "",
            target: Units(target), value: Money(pence: target * 2_500), activity: nil, children: nil, adults: nil,
            generalValue: Money(pence: target * 2_500))
    }

    private static func act(
        _ rows: [DentalMonth], problems: [Problem] = [], allowsWithdrawals: Bool = false
    ) -> ImportDentalMonths {
        let values = rows.enumerated().map { Reading<DentalMonth>.Placed(row: $0 + 2, value: $1) }
        let source = Source(
            digest: EvidenceID(String(repeating: "a", count: 64))!, name: "a.csv", publisher: "", licence: "", size: 1)
        return ImportDentalMonths(
            source: source, container: nil,
            reading: Reading(values: values, problems: problems, rowsRead: rows.count),
            account: ImportAccount(read: .zero, kept: .zero, refused: .zero),
            allowsWithdrawals: allowsWithdrawals)
    }

    private static func decide(
        _ act: ImportDentalMonths, held: [DentalMonth] = [], isHeld: Bool = false,
        limits: [Month: Share] = [:]
    ) throws -> ImportDentalMonths.After {
        let rows = held.enumerated().map { ImportDentalMonths.Held(id: $0 + 100, value: $1) }
        return try act.decide(.init(isHeld: isHeld, rows: rows, withdrawnLimits: limits), by: author, at: moment)
    }

    @Test func `a first file is kept whole`() throws {
        let after = try Self.decide(Self.act([Self.row(1), Self.row(2)]))
        #expect(after.kept.map(\.row) == [2, 3] && after.corrected == 0 && after.withdrawn.isEmpty)
    }

    @Test func `the same bytes again keep nothing`() throws {
        let after = try Self.decide(Self.act([Self.row(1)]), isHeld: true)
        #expect(after.isHeld && after.kept.isEmpty && after.held.rows == 1)
    }

    @Test func `a second publication keeps what differs, knows what is equal and withdraws what it lacks`() throws {
        let after = try Self.decide(
            Self.act([Self.row(1), Self.row(2, target: 900)]), held: [Self.row(1), Self.row(2), Self.row(3)])
        #expect(after.rowsAlreadyHeld.map(\.row) == [2])
        #expect(after.kept.map(\.replaces) == [101])
        #expect(after.withdrawn.map(\.id) == [102])
        #expect(after.problems.map(\.code) == ["withdrawn"])
    }

    @Test func `a file of one commissioner withdraws nothing of another`() throws {
        let after = try Self.decide(Self.act([Self.row(1)]), held: [Self.row(2, commissioner: "QHA")])
        #expect(after.withdrawn.isEmpty && after.kept.count == 1)
    }

    private static let limits = [Month("202412")!: Share(percent: 25)]

    @Test func `a file that would withdraw more than the limit is refused, and taken in where a person says so`() throws
    {
        let held = (1...8).map { Self.row($0) }
        let few = (1...5).map { Self.row($0) }
        let refusal = #expect(throws: Refusal.self) { try Self.decide(Self.act(few), held: held, limits: Self.limits) }
        #expect(refusal?.code == "too-few-rows" && refusal?.kind == .input)
        #expect(
            refusal?.sentence == "a.csv has 5 rows for December 2024, and 8 rows are held for its commissioners: "
                + "it would withdraw 3, more than 25 %.")
        let allowed = Self.act(few, allowsWithdrawals: true)
        #expect(try Self.decide(allowed, held: held, limits: Self.limits).withdrawn.count == 3)
        #expect(allowed.journalled["allowsWithdrawals"] == .flag(true))
        #expect(Self.act(few).journalled["allowsWithdrawals"] == nil)
    }

    @Test func `the limit itself, a single row and a month without a rule are withdrawn`() throws {
        let held = (1...8).map { Self.row($0) }
        let atLimit = (1...6).map { Self.row($0) }
        #expect(try Self.decide(Self.act(atLimit), held: held, limits: Self.limits).withdrawn.count == 2)
        let two = [Self.row(1), Self.row(2)]
        #expect(try Self.decide(Self.act([Self.row(1)]), held: two, limits: Self.limits).withdrawn.count == 1)
        #expect(try Self.decide(Self.act([Self.row(1)]), held: held).withdrawn.count == 7)
    }

    @Test func `where a row could not be read nothing is withdrawn, and it is said how many rows stay`() throws {
        let unreadable = Problem(row: 4, column: "UDA_DELIVERED", code: "unreadable-amount", "TBC.", effect: .refused)
        let after = try Self.decide(
            Self.act([Self.row(1)], problems: [unreadable]), held: (1...3).map { Self.row($0) }, limits: Self.limits)
        #expect(after.withdrawn.isEmpty)
        #expect(after.problems.map(\.code) == ["unreadable-amount", "nothing-withdrawn"])
        #expect(after.problems.last?.explanation.hasPrefix("2 rows that are held are not in this file") == true)
    }

    @Test func `a repeated row is no row that could not be read`() throws {
        let twin = Problem(row: 3, column: nil, code: "duplicate-row", "Again.", effect: .refused)
        let after = try Self.decide(
            Self.act([Self.row(1)], problems: [twin]), held: [Self.row(1), Self.row(2)], limits: Self.limits)
        #expect(after.withdrawn.count == 1)
    }

    @Test func `a flag stays with its row, and only a flag does`() throws {
        let problems = [
            Problem(row: 3, column: nil, code: "nominal-target", "Odd.", effect: .flagged),
            Problem(row: 2, column: nil, code: "seen", "Odd.", effect: .noted),
        ]
        let after = try Self.decide(Self.act([Self.row(1), Self.row(2)], problems: problems))
        #expect(after.kept.map(\.flags) == [[], ["nominal-target"]])
    }
}
