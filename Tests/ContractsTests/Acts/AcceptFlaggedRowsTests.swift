import Contracts
import Testing
import Vocabulary

/// Who and when, for acts under test.
enum TestAct {
    static let author = Author("Ada Manager")!
    static let moment = Moment(secondsSince1970: 1_750_000_000)

    static func decide<Deed: Act>(_ act: Deed, _ before: Deed.Before) throws -> Deed.After {
        try act.decide(before, by: author, at: moment)
    }

    /// The code with which an act is refused; nil where it is allowed.
    static func refusal<Deed: Act>(_ act: Deed, _ before: Deed.Before) -> String? {
        do {
            _ = try act.decide(before, by: author, at: moment)
            return nil
        } catch {
            return error.code
        }
    }
}

struct AcceptFlaggedRowsTests {
    static let other = OrganisationCode("QYY")!

    static func act(
        _ codes: [String] = ["unit-value-high"], commissioner: OrganisationCode? = nil,
        reason: String = "The practice confirmed it."
    ) -> AcceptFlaggedRows {
        AcceptFlaggedRows(
            contract: TestYears.number, year: FinancialYear(startingIn: 2023), codes: codes,
            commissioner: commissioner, reason: reason)
    }

    static func flag(
        _ code: String = "unit-value-high", month: String = "2023-12",
        by commissioner: OrganisationCode = TestYears.code
    ) -> AcceptFlaggedRows.Flag {
        .init(month: Month(month)!, commissioner: commissioner, code: code)
    }

    @Test func `the named flags of the year are accepted and no others`() throws {
        let flags = [Self.flag(), Self.flag(month: "2024-04"), Self.flag("nominal-value")]
        let after = try TestAct.decide(Self.act(), .init(flags: flags))
        #expect(after.accepted == [Self.flag()])
        #expect(after.author == TestAct.author)
    }

    @Test func `an acceptance without a reason is refused`() {
        #expect(TestAct.refusal(Self.act(reason: " "), .init(flags: [Self.flag()])) == "no-reason")
    }

    @Test func `a flag that is not there cannot be accepted`() {
        #expect(TestAct.refusal(Self.act(), .init(flags: [])) == "nothing-flagged")
        #expect(TestAct.refusal(Self.act([]), .init(flags: [Self.flag()])) == "nothing-flagged")
    }

    @Test func `of two commissioners one is named`() throws {
        let flags = [Self.flag(), Self.flag(by: Self.other)]
        #expect(TestAct.refusal(Self.act(), .init(flags: flags)) == "which-commissioner")
        let after = try TestAct.decide(Self.act(commissioner: Self.other), .init(flags: flags))
        #expect(after.accepted.map(\.commissioner) == [Self.other])
    }

    @Test func `a month counts for one commissioner only`() {
        let before = AcceptFlaggedRows.Before(flags: [Self.flag()], accepted: [Self.flag(by: Self.other)])
        #expect(TestAct.refusal(Self.act(), before) == "accepted-for-another")
    }

    @Test func `the same acceptance has the same line in the journal`() {
        #expect(Self.act(["b", "a", "b"]).journalled.canonical == Self.act(["a", "b"]).journalled.canonical)
    }
}
