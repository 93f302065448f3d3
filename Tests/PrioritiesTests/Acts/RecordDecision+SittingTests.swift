import Priorities
import Testing
import Vocabulary

/// What a decision says of the meeting that made it.
struct RecordDecisionSittingTests {
    private func refused(_ change: (inout Decision) -> Void) throws -> Refusal? {
        let step = Sample.Step.ballotClosed
        var decision = Sample.decision
        decision.decidedOn = Sample.day(of: step)
        decision = decision.carried
        change(&decision)
        return refusal(
            RecordDecision(round: Sample.id, decision: decision), on: try .sample(upTo: step), at: Sample.after(step))
    }

    @Test func `what a quorate meeting carried is recorded`() throws {
        #expect(try refused { _ in } == nil)
    }

    @Test func `the meeting is of the day, in the body's name and quorate`() throws {
        #expect(try refused { $0.sitting?.on = Sample.day(0) }?.code == "meeting-of-another-day")
        #expect(try refused { $0.body = "Another committee" }?.code == "meeting-of-another-body")
        #expect(try refused { $0.sitting?.bodies = [] }?.code == "meeting-of-another-body")
        #expect(try refused { $0.sitting?.bodies[0].isQuorate = false }?.code == "meeting-not-quorate")
    }

    @Test func `nothing is recorded that no motion carried`() throws {
        #expect(try refused { $0.sitting?.votes[0].isCarried = false }?.code == "meeting-resolved-otherwise")
        #expect(try refused { $0.sitting?.votes[0].outcome = .deferred }?.code == "meeting-resolved-otherwise")
        #expect(try refused { $0.sitting?.votes.remove(at: 0) }?.code == "meeting-resolved-otherwise")
    }

    @Test func `what no motion touched may stay as it is`() throws {
        #expect(try refused { $0.sitting?.votes.remove(at: 2) } == nil)
    }

    @Test func `of committees in common each carries it for itself`() throws {
        let refusal = try refused {
            $0.sitting?.bodies.append(.init(title: "B", quorum: "at least 2", isQuorate: true))
            $0.body += " and B"
        }
        #expect(refusal?.code == "meeting-resolved-otherwise")
    }
}
