import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct DecideByOfficerTests {
    static func decide(_ pence: Int, officer: String = "cfo") -> DecideByOfficer {
        var decision = TakeUrgentActionTests.decision
        decision.id = M.s("officer-1")
        decision.amount = Money(pence: pence)
        return DecideByOfficer(decision: decision, officer: M.s(officer), at: M.at(0))
    }

    @Test func `an officer decides within the limit and not a penny above`() throws {
        #expect(try M.book().doing(Self.decide(2_000_000)).decisions[M.s("officer-1")]?.manner == .officer)
        #expect(M.book().refusal(of: Self.decide(2_000_001)) == "above-mandate")
    }

    @Test func `somebody to whom nothing is delegated decides nothing`() {
        #expect(M.book().refusal(of: Self.decide(100, officer: "nurse")) == "no-delegation")
    }
}
