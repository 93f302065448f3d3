import GRDB
import Performance
import Testing
import Vocabulary

@testable import Store

/// Matters of contracts as they are kept: decided again in order by the rules and working days of their day.
struct MattersStoredTests {
    private static let id = Slug("rx1-daycases")!
    private static let moment = Moment(text: "2026-03-31T12:00:00Z")!
    private static let query = IssueActivityQuery(
        matter: id, provider: OrganisationCode("RX1")!, subject: "Day cases over plan", on: Day("2025-09-01")!)
    private static let meeting = HoldManagementMeeting(
        matter: id, on: Day("2025-09-10")!, outcome: "A plan is needed", isReviewAgreed: false)

    private func desk(_ acts: [any MatterAct] = [query, meeting]) throws -> MatterDesk {
        let desk = MatterDesk(try Store.inMemory())
        for act in acts { _ = try desk.perform(act, by: Example.author, at: Self.moment) }
        return desk
    }

    @Test func `every act on a matter can be kept and done again`() {
        let replayed = Set(ReplayedActs.all.map { $0.name })
        #expect(MatterActs.all.map { $0.name }.filter { !replayed.contains($0) } == [])
    }

    @Test func `what is read back is what its acts made of it, with its days`() throws {
        let matter = try desk().matter(Self.id)
        #expect(matter.state == .met)
        #expect(matter.steps.map(\.act) == ["issueActivityQuery", "holdManagementMeeting"])
        #expect(try desk([Self.query]).matter(Self.id).due == Day("2025-09-15"))
        #expect(try desk().matters().map(\.id) == [Self.id])
        #expect(throws: Refusal.self) { try desk().matter(Slug("other")!) }
    }

    @Test func `a refused act leaves nothing behind`() throws {
        let desk = try desk()
        let refused = #expect(throws: Refusal.self) {
            try desk.perform(Self.query, by: Example.author, at: Self.moment)
        }
        #expect(refused?.code == "step-not-due")
        #expect(try desk.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM matter_act") } == 2)
    }

    @Test func `a matter of performance does not grow out of one that is not there`() throws {
        let notice = IssuePerformanceNotice(
            matter: Slug("rx1-waits")!, provider: OrganisationCode("RX1")!, subject: "Waits", arisesFrom: Slug("none")!,
            on: Day("2025-10-01")!)
        let refused = #expect(throws: Refusal.self) { try desk([notice]) }
        #expect(refused?.code == "no-such-matter")
        var found = notice
        found.arisesFrom = Self.id
        #expect(try desk([Self.query, found]).matters().count == 2)
    }

    @Test func `acts are never changed nor removed`() throws {
        let desk = try desk()
        for sql in ["UPDATE matter_act SET act = 'x'", "DELETE FROM matter_act"] {
            #expect(throws: DatabaseError.self) { try desk.store.write { db in try db.execute(sql: sql) } }
        }
    }
}
