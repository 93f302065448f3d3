import Testing
import Vocabulary

@testable import Performance

struct ConcludeImmediateActionTests {
    private let agreed = [Sample.notice, HoldManagementMeetingTests.acting()] as [any MatterAct]

    private func conclude(_ isDone: Bool, on day: String, _ finding: String = "Opened") -> ConcludeImmediateAction {
        ConcludeImmediateAction(matter: Sample.id, on: Sample.day(day), isDone: isDone, finding: finding)
    }

    @Test func `a plan that was carried out waits to be closed, and one that was breached for a remedial plan`() throws
    {
        let done = try Sample.matter(agreed + [conclude(true, on: "2025-09-20")])
        #expect(done.state == .acted && done.waiting?.what == "close" && done.due == nil)
        #expect(Sample.code(agreed + [conclude(true, on: "2025-09-20"), Sample.plan]) == "step-not-due")
        var late = Sample.plan
        late.on = Sample.day("2025-10-05")
        let breached = try Sample.matter(agreed + [conclude(false, on: "2025-10-01", "Nothing"), late])
        #expect(breached.state == .planned && breached.steps.map(\.state).contains(.breached))
        #expect(breached.steps[2].words == "Immediate action plan breached: Nothing")
    }

    @Test func `a breach before its day, one of no plan, and one of which nothing is said are refused`() {
        #expect(Sample.code(agreed + [conclude(false, on: "2025-09-30")]) == "action-not-due")
        #expect(Sample.code([Sample.notice, Sample.meeting, conclude(true, on: "2025-09-30")]) == "step-not-due")
        #expect(Sample.code(agreed + [conclude(true, on: "2025-09-30", " ")]) == "text-missing")
    }
}
