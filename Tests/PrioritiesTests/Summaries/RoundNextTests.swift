import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundNextTests {
    private func next(_ step: Sample.Step) throws -> [RoundNext.Step] {
        let round = try #require(try Round.replaying(Sample.lines(upTo: step), rulebook: Sample.rulebook))
        return RoundNext(round).steps
    }

    @Test func `each step of a round leads to the next`() throws {
        #expect(try next(.opened) == [.setEnvelope])
        #expect(try next(.envelope) == [.setCriteria])
        #expect(try next(.criteria) == [.putForwardOptions])
        #expect(try next(.options) == [.close(.anchors)])
        #expect(try next(.weightsClosed).last == .close(.scores))
        #expect(try next(.scores) == [.close(.scores)])
        #expect(try next(.scoresClosed) == [.solve])
        #expect(try next(.result).first == .readAnswer)
        #expect(try next(.result).last == .openBallot)
        #expect(try next(.assessed) == [.readAnswer, .openBallot])
        #expect(try next(.ballotClosed) == [.decide])
        #expect(try next(.decided) == [.publish])
        #expect(try next(.published) == [.verify])
    }

    @Test func `who has given nothing yet is named, and nobody who has`() throws {
        guard case .giveWeights(let waiting)? = try next(.anchorsClosed).first else {
            Issue.record("weights are not waited for")
            return
        }
        #expect(waiting == Sample.members.map(\.id))
        guard case .giveWeights(let rest)? = try next(.weights).first else {
            Issue.record("weights are not waited for")
            return
        }
        #expect(rest == Sample.members.map(\.id).filter { ![slug("m1"), slug("m2")].contains($0) })
    }

    @Test func `a step is there at every stage`() throws {
        for step in Sample.Step.allCases { #expect(try !next(step).isEmpty, "\(step)") }
    }
}
