import Priorities
import Testing
import Vocabulary

struct RecordPublicationTests {
    let act = RecordPublication(round: Sample.id, digest: Sample.digest("b"))

    private func refused(_ change: (inout Round) -> Void) throws -> String? {
        var round = try Round.sample(upTo: .decided)
        change(&round)
        return refusal(act, on: round, at: Sample.after(.decided))?.sentence
    }

    @Test func `a record that can be held to account is published, and may be again`() throws {
        let round = try Round.sample(upTo: .published)
        #expect(round.published.map(\.digest) == [Sample.digest("b")])
        #expect(try round.after(act, at: Sample.after(.published)).published.count == 2)
        let conditions = try Accountability.conditions(of: round, rulebook: Sample.rulebook)
        #expect(conditions.map(\.kind) == Accountability.Kind.allCases)
        #expect(conditions.allSatisfy { $0.lacking.isEmpty })
    }

    @Test func `without publicity it is refused`() throws {
        #expect(try refused { $0.result = nil }?.contains("publicity (there is no result)") == true)
        #expect(try refused { $0.scores = [:] }?.contains("there are no scores") == true)
        #expect(try refused { $0.ballot?.choices = nil }?.contains("still open") == true)
    }

    @Test func `without relevance it is refused: criteria come before scores`() throws {
        let late = Sample.moment(8)
        #expect(
            try refused {
                $0.anchorsClosedAt = late; $0.weightsClosedAt = Sample.moment(7)
            }?
            .contains("the weights closed before the anchors closed") == true)
        #expect(
            try refused { $0.firstScoreAt = Sample.moment(1) }?
                .contains("the first score was given before the weights closed") == true)
        #expect(try refused { $0.firstScoreAt = nil }?.contains("relevance") == true)
    }

    @Test func `without an appeals route it is refused`() throws {
        #expect(try refused { $0.appeals = nil }?.contains("an appeals route") == true)
    }

    @Test func `without enforcement it is refused`() throws {
        #expect(
            try refused { $0.decision?.outcomes.removeLast() }?.contains("“outreach” has no decision with a reason")
                == true)
        #expect(try refused { $0.assessments = [] }?.contains("enforcement") == true)
        #expect(try refused { $0.decision = nil }?.contains("nothing is decided") == true)
    }
}
