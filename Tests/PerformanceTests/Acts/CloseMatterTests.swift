import Testing
import Vocabulary

@testable import Performance

struct CloseMatterTests {
    private func close(_ reason: String = "Agreed", on day: String = "2025-12-02") -> CloseMatter {
        CloseMatter(matter: Sample.id, reason: reason, on: Sample.day(day))
    }

    @Test func `a matter may be closed at every step, and then nothing follows`() throws {
        #expect(try Sample.matter([Sample.query, close()]).state == .closed)
        #expect(try Sample.matter([Sample.notice, Sample.meeting, close()]).state == .closed)
        #expect(Sample.code([Sample.notice, close(), close()]) == "step-not-due")
        #expect(Sample.code([Sample.query, close(""), close()]) == "no-reason")
    }

    @Test func `money that is withheld is settled first`() {
        let acts: [any MatterAct] = [
            Sample.notice, Sample.meeting, Sample.plan, Sample.exception, Sample.withholding(12_000), close(),
        ]
        #expect(Sample.code(acts) == "withheld-open")
    }
}
