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

    @Test func `interests that are known from a post are compared with one another, not with declared ones`() throws {
        let start = M.book().clinical("nurse", area: nil, at: M.practice).clinical("vice", area: nil, at: M.practice)
        func handle(_ member: String, _ option: HandlingOption? = nil) -> HandleInterest {
            HandleInterest(
                meeting: M.may, item: M.item.id, member: M.s(member), chair: M.s("chair"), option: option,
                reason: option.map { _ in "knows the facts" }, at: M.at(0))
        }
        let book = try start.doing([
            M.plan, M.put, M.open, M.handle, handle("nurse"), handle("vice", .discussesThenLeaves),
        ])
        let report = ConsistencyReport(book)
        #expect(report.groups.map(\.basis) == [.post, .register])
        #expect(report.groups.map(\.isUnlike) == [true, false])
        #expect(report.table().rows.map { $0[1] } == Array(repeating: .absent("a post that is not declared"), count: 2))
    }

    @Test func `an indirect interest is like another only where the kind behind it is the same`() throws {
        var start = M.book()
        start.people[M.s("gp")]?.declarations = [M.interest("d1", kind: .indirect)]
        var other = M.interest("d2", kind: .indirect)
        other.underlying = .nonFinancialPersonal
        start.people[M.s("nurse")]?.declarations = [other]
        var nurse = M.handle
        nurse.member = M.s("nurse")
        let report = ConsistencyReport(try start.doing([M.plan, M.put, M.open, M.handle, nurse]))
        #expect(report.groups.map(\.effectiveKind) == [.financial, .nonFinancialPersonal])
    }
}
