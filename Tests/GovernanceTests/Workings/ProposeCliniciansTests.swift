import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct ProposeCliniciansTests {
    private static let handle = HandleInterest(
        meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), at: M.at(0))

    /// The GP of the harbour is left out; d1 of the coast, d2 of the harbour, d3 at the practice, d4 with an interest
    /// in it, d5 of no known area, d6 of one household with the GP, d7 who shares the interest of all dentists.
    static func book() -> GovernanceBook {
        var book = M.book().clinical("gp", area: "harbour")
        for (name, area) in [
            ("d1", "coast"), ("d2", "harbour"), ("d3", nil), ("d4", "coast"), ("d5", nil), ("d6", "coast"),
        ] {
            book = book.clinical(name, area: area, at: name == "d3" ? M.practice : nil)
        }
        book.people[M.s("d4")]?.declarations = [M.interest("d4-owns")]
        for name in ["gp", "d6"] {
            book.people[M.s(name)]?.ties = [.init(name: M.s("household-1"), from: Day("2022-07-01")!)]
        }
        book = book.clinical("d7", area: "coast")
        book.people[M.s("d7")]?.declarations = [M.interest("class", sharedClass: M.s("dentists"))]
        return book
    }

    @Test func `members who are not there come first, then other areas; the others say why not`() throws {
        let held = try Self.book().clinical("cfo", area: "harbour").doing([M.plan, M.put, M.open, Self.handle])
        let found = try ProposeClinicians.propose(
            for: M.item.id, in: held.may, book: held, rulebook: M.rulebook)
        #expect(found.map(\.person.description) == ["cfo", "d1", "d7", "d5", "d2", "d3", "d4", "d6", "gp"])
        #expect(found.map(\.isProposed) == [true, true, true, true, true, false, false, false, false])
        #expect(
            found.map(\.why) == [
                "has a seat and is not there, no interest known", "of another area, no interest known",
                "of another area, no interest known", "of no known area, no interest known",
                "of the item’s own area “harbour”, no interest known",
                "“d3” holds a post at Y02494 that is not declared as an interest; it holds the contract that option 7 "
                    + "would end",
                "“d4” declared a financial interest in Y02494, which holds the contract that option 7 would end",
                "“d6” shares a household, practice or firm with “gp”, who declared a financial interest in Y02494, which "
                    + "holds the contract that option 7 would end",
                "is left out of the item",
            ])
    }

    @Test func `whoever shares a tie with somebody who is left out is not proposed, whatever the reason for that`()
        throws
    {
        var book = Self.book()
        book.people[M.s("gp")]?.declarations = []
        var handle = Self.handle
        (handle.option, handle.reason) = (.leaves, "a friend of the bidder")
        let held = try book.doing([M.plan, M.put, handle])
        let found = try ProposeClinicians.propose(for: M.item.id, in: held.may, book: held, rulebook: M.rulebook)
        let tied = found.first { $0.person == M.s("d6") }
        #expect(tied?.why == "shares “household-1” with “gp”, who is left out of the item")
    }

    @Test func `only those of the kind sought and known on the day are looked at, and no member who takes part`() throws
    {
        var book = Self.book().clinical("nurse", area: "coast")
        book.people[M.s("d1")]?.left = Day("2026-01-01")
        let held = try book.doing([M.plan, M.put, Self.handle])
        let found = try ProposeClinicians.propose(for: M.item.id, in: held.may, book: held, rulebook: M.rulebook)
        #expect(!found.contains { ["d1", "nurse"].map(M.s).contains($0.person) })
        let none = try ProposeClinicians.propose(
            for: M.item.id, in: held.may, book: held, rulebook: M.rulebook, kinds: [M.s("midwife")])
        #expect(none.isEmpty)
    }
}
