import Testing
import Vocabulary

@testable import Performance

struct AgreeActionPlanTests {
    private func code(_ change: (inout AgreeActionPlan) -> Void) -> String? {
        var plan = Sample.plan
        change(&plan)
        return Sample.code([Sample.notice, Sample.meeting, plan])
    }

    @Test func `a plan waits for its first milestone`() throws {
        let matter = try Sample.matter([Sample.query, Sample.meeting, Sample.plan])
        #expect(matter.waiting?.by == Sample.day("2025-10-31"))
        #expect(matter.waiting?.party == .provider)
        #expect(matter.steps.last?.words == "Activity Management Plan agreed, with 2 milestones")
    }

    @Test func `a plan without milestones, with one twice, too early, blank or met is refused`() {
        #expect(code { $0.milestones = [] } == "no-milestones")
        #expect(code { $0.milestones[1].id = Sample.theatre } == "milestone-twice")
        #expect(code { $0.milestones[0].due = Sample.day("2025-09-19") } == "milestone-before-plan")
        #expect(code { $0.milestones[0].what = "" } == "text-missing")
        #expect(code { $0.milestones[0].metOn = $0.on } == "milestone-settled")
        #expect(code { _ in } == nil)
        #expect(Sample.code([Sample.notice, Sample.plan]) == "step-not-due")
    }
}
