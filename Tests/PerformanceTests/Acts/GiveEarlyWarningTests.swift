import Testing
import Vocabulary

@testable import Performance

struct GiveEarlyWarningTests {
    private func warning(_ subject: String = "Day cases rise", on day: String = "2025-08-01") -> GiveEarlyWarning {
        GiveEarlyWarning(matter: Sample.id, provider: Sample.provider, subject: subject, on: Sample.day(day))
    }

    @Test func `a warning begins a matter of activity that waits for the commissioner`() throws {
        let matter = try Sample.matter([warning()])
        #expect(matter.state == .warned)
        #expect(matter.route == .activity)
        #expect(matter.waiting?.party == .commissioner)
    }

    @Test func `a second of that name, one about nothing and one to come are refused`() {
        #expect(Sample.code([warning(), warning()]) == "matter-exists")
        #expect(Sample.code([warning(" ")]) == "text-missing")
        #expect(Sample.code([warning(on: "2026-04-02")]) == "day-in-future")
    }
}
