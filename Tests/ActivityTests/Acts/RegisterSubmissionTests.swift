import Testing
import Vocabulary

@testable import Activity

struct RegisterSubmissionTests {
    static func act(kept: Int = 2, stored: Int = 2, inSlice: Int = 2) -> RegisterSubmission {
        func tally(_ rows: Int) -> ActivityAccount.Tally {
            var tally = ActivityAccount.Tally()
            (tally.rows, tally.cost) = (rows, Money(pence: 100 * rows))
            return tally
        }
        let digest = EvidenceID(bytes: Array(repeating: 7, count: 32))
        var account = ActivityAccount()
        account.kept = tally(kept)
        account.refused = tally(1)
        return RegisterSubmission(
            source: Source(digest: digest, name: "plcm.csv", publisher: "RX1", licence: "none", size: 10),
            layout: .patientLevel, folder: "plcm/07", mapping: nil, mappingDigest: nil, dropped: [],
            dayOrder: .dayFirst,
            parts: [
                .init(name: "part-0001.parquet", holdsProblems: false, digest: digest, size: 5, rows: stored),
                .init(name: "problems-0001.parquet", holdsProblems: true, digest: digest, size: 5, rows: 1),
            ], columns: [.init(name: "cost", type: "DECIMAL(18,2)")], account: account,
            slices: [ActivitySlice(provider: "RX1", year: FinancialYear(startingIn: 2025), month: 1): tally(inSlice)],
            problems: [.init(code: "blank", effect: "refused", rows: 1)], notes: [], cellsRepaired: 0)
    }

    private func decide(_ act: RegisterSubmission, isHeld: Bool = false) throws(Refusal) -> RegisterSubmission.After {
        try act.decide(.init(isHeld: isHeld), by: Author("A")!, at: Moment(secondsSince1970: 0))
    }

    @Test func `a submission that balances is registered, and one that is held is said to be`() throws {
        #expect(try decide(RegisterSubmissionTests.act()).isHeld == false)
        #expect(try decide(RegisterSubmissionTests.act(), isHeld: true).isHeld)
    }

    @Test func `a file of which no row could be read is refused with the reasons`() {
        let refusal = #expect(throws: Refusal.self) {
            try decide(RegisterSubmissionTests.act(kept: 0, stored: 0, inSlice: 0))
        }
        #expect(refusal?.code == "nothing-readable" && refusal?.remedy?.contains("blank in 1 row") == true)
    }

    @Test(arguments: [(2, 1, 2), (2, 2, 1), (1, 2, 1)])
    func `parts and slices that do not hold the account are refused`(kept: Int, stored: Int, inSlice: Int) {
        let refusal = #expect(throws: Refusal.self) {
            try decide(RegisterSubmissionTests.act(kept: kept, stored: stored, inSlice: inSlice))
        }
        #expect(refusal?.code == "submission-unbalanced")
    }

    @Test func `the line of the journal says the act whole`() throws {
        let act = RegisterSubmissionTests.act()
        #expect(try act.journalled.decoded(as: RegisterSubmission.self, named: "act") == act)
    }
}
