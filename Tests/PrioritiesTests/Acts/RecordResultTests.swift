import Priorities
import Testing
import Vocabulary

struct RecordResultTests {
    let act = RecordResult(round: Sample.id, digest: Sample.digest("c"))

    @Test func `a result is recorded once the scores have closed, and may be recorded anew`() throws {
        #expect(code(act, on: try .sample(upTo: .scores), at: Sample.after(.scores)) == "scores-open")
        let round = try Round.sample(upTo: .result).after(act, at: Sample.after(.result))
        #expect(round.result == .init(digest: Sample.digest("c"), at: Sample.after(.result)))
        #expect(try round.after(act, at: Sample.after(.assessed)) == round, "it counts from its first moment")
    }

    @Test func `what is voted on or decided is not exchanged`() throws {
        #expect(code(act, on: try .sample(upTo: .ballotOpen), at: Sample.after(.ballotOpen)) == "ballot-on-result")
        #expect(code(act, on: try .sample(upTo: .decided), at: Sample.after(.decided)) == "decided")
        let same = RecordResult(round: Sample.id, digest: Sample.digest("a"))
        #expect(code(same, on: try .sample(upTo: .ballotOpen), at: Sample.after(.ballotOpen)) == nil)
    }

    @Test func `a class's interest that was declared late waits for the chair`() throws {
        let interest = Interest(
            id: slug("all"), member: slug("m3"), kind: .financial, sharedClass: slug("dentists"), nature: "All")
        let at = Sample.after(.scoresClosed)
        let round = try Round.sample(upTo: .scoresClosed)
            .after(DeclareInterest(round: Sample.id, interest: interest), at: at)
        #expect(code(act, on: round, at: at) == "interest-unruled")
    }
}
