import Priorities
import Testing
import Vocabulary

struct VoidBallotTests {
    private func void(_ ballot: String = "vote", reason: String = "The key is lost") -> VoidBallot {
        VoidBallot(round: Sample.id, ballot: slug(ballot), reason: reason)
    }

    @Test func `an open ballot is set aside without its votes, and its name is not used again`() throws {
        let round = try Round.sample(upTo: .ballotOpen).after(void(), at: Sample.after(.ballotOpen))
        #expect(round.ballot == nil && round.endedBallots == [slug("vote")] && round.result != nil)
        #expect(round.setAside.last?.what == "the open ballot “vote” (4 votes)")
    }

    @Test func `one that has closed, another one or no reason is refused`() throws {
        let at = Sample.after(.ballotOpen)
        #expect(code(void(reason: ""), on: try .sample(upTo: .ballotOpen), at: at) == "no-reason")
        #expect(code(void("other"), on: try .sample(upTo: .ballotOpen), at: at) == "no-such-ballot")
        #expect(
            code(void(), on: try .sample(upTo: .ballotClosed), at: Sample.after(.ballotClosed)) == "ballot-closed")
    }
}
