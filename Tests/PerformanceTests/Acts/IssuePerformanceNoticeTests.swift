import Testing
import Vocabulary

@testable import Performance

struct IssuePerformanceNoticeTests {
    @Test func `a notice may grow out of a matter of activity, and its meeting is due in ten working days`() throws {
        var notice = Sample.notice
        notice.arisesFrom = Slug("rx1-activity")
        let matter = try Sample.matter([notice])
        #expect(matter.arisesFrom == Slug("rx1-activity"))
        #expect(matter.due == Sample.day("2025-09-15"))
        #expect(matter.waiting?.what == "hold the contract management meeting")
    }

    @Test func `it does not follow a matter of the same name, nor grow out of itself`() {
        #expect(Sample.code([Sample.query, Sample.notice]) == "matter-exists")
        var notice = Sample.notice
        notice.arisesFrom = Sample.id
        #expect(Sample.code([notice]) == "arises-from-itself")
    }
}
