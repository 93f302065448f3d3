import Governance
import Tabular
import Testing
import Vocabulary

struct AccountabilityTablesTests {
    private func book() throws -> GovernanceBook {
        var weak = RightsSample.edge
        weak.id = RightsSample.name("weak")
        weak.forum = .thePublic
        weak.judges = nil
        weak.consequences = nil
        return try RightsSample.book().after(DrawEdge(edge: weak))
    }

    @Test func `a missing element stands as missing in its cell and in the column of what is missing`() throws {
        let table = AccountabilityTables(try book(), on: RightsSample.day, names: PartyNames()).edges()
        let missing = try #require(table.columns.firstIndex { $0.key == "missing" })
        let judges = try #require(table.columns.firstIndex { $0.key == "judges" })
        #expect(table.rows.map { $0[missing] } == [.absent("nothing"), .text("a judgement and consequences")])
        #expect(table.rows[1][judges] == .absent("missing"))
    }

    @Test func `an answer has both sides`() throws {
        let book = try book()
        let answer = WhoAnswers.answer(
            .init(party: .organisation(RightsSample.icb), day: RightsSample.day), in: book,
            successor: RightsSample.nobody)
        let table = AccountabilityTables(book, on: RightsSample.day, names: PartyNames()).answer(answer)
        #expect(table.rows.map { $0[0] } == [.text("answers to"), .text("answers to")])
        #expect(table.caption == "Who answers for QWX on 1 September 2026")
    }

    @Test func `findings stand with what would mend them, and none is said to be none`() throws {
        let found = FindAccountabilityGaps.findings(
            .init(of: try book(), on: RightsSample.day, rulebook: RightsSample.rulebook, successor: RightsSample.nobody)
        )
        let table = AccountabilityTables.findings(found, on: RightsSample.day)
        #expect(table.rows.count == found.count && !found.isEmpty && table.notes.isEmpty)
        #expect(!AccountabilityTables.findings([], on: RightsSample.day).notes.isEmpty)
    }
}
