import Rulebook
import Testing
import Vocabulary

/// The rules of priority rounds that come with Remit.
struct PriorityRulesTests {
    let book = Rulebook.shipped

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test func `one lookup serves all files of rules`() throws {
        let on = try day("2026-05-01")
        #expect(try book.days("priorities.appeals.window", on: on) == 28)
        #expect(book.rules.contains { $0.id.hasPrefix("dental.") })
    }

    @Test func `the documents asked for are those of the day`() throws {
        let on = try day("2026-05-01")
        for kind in ["equalityImpact", "qualityImpact", "publicInvolvement"] {
            #expect(try book.flag("priorities.gate.\(kind)", on: on))
        }
        let before = try book.rule("priorities.gate.publicInvolvement", on: day("2022-06-30"))
        let since = try book.rule("priorities.gate.publicInvolvement", on: day("2022-07-01"))
        #expect(before.source.contains("14Z2 ") && since.source.contains("14Z45"))
        #expect(throws: Refusal.self) { try book.flag("priorities.gate.equalityImpact", on: try day("2011-04-04")) }
    }

    @Test func `every rule of rounds has a source, an owner and a day by which it is read again`() {
        let rules = book.rules.filter { $0.id.hasPrefix("priorities.") }
        #expect(rules.count >= 13)
        #expect(rules.allSatisfy { !$0.source.isEmpty && !$0.owner.isEmpty && $0.reviewBy != nil })
    }

    @Test func `judgements run from 1 to 9`() throws {
        let on = try day("2026-05-01")
        #expect(try book.count("priorities.weights.judgementLeast", on: on) == 1)
        #expect(try book.count("priorities.weights.judgementMost", on: on) == 9)
        #expect(try book.share("priorities.weights.consistencyRatio", on: on) == Share(percent: 10))
    }
}
