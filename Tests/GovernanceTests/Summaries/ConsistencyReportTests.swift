import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct ConsistencyReportTests {
    @Test func `like interests that were handled in two ways are named, and those handled alike are not`() throws {
        var start = M.book()
        start.people[M.s("nurse")]?.declarations = [M.interest("d2")]
        let softer = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("nurse"), chair: M.s("chair"), option: .discussesThenLeaves,
            reason: "knows the facts", at: M.at(0))
        var same = softer
        same.option = nil
        let planned = try start.doing([M.plan, M.put, M.open, M.handle])
        let alike = ConsistencyReport(try planned.doing(same))
        #expect(alike.groups.map(\.isUnlike) == [false])
        #expect(alike.table().rows.isEmpty)
        let unlike = ConsistencyReport(try planned.doing(softer))
        #expect(unlike.groups.map(\.isUnlike) == [true])
        #expect(unlike.table().rows.count == 2)
        #expect(unlike.groups[0].options.map(\.option) == [.leaves, .discussesThenLeaves])
    }
}
