import Governance
import Testing
import Vocabulary

struct FollowCommitteesTests {
    private typealias Sample = CommitteeSample

    /// Two committees merge into a third on 1 April 2026.
    private func book() throws -> GovernanceBook {
        let last = Day("2026-03-31")!
        func form(_ id: String, _ body: String, _ day: String) -> FormCommittee {
            FormCommittee(committee: Sample.slug(id), title: id, body: OrganisationCode(body)!, formedOn: Day(day)!)
        }
        return try Sample.after(
            [
                form("east", "QE1", "2022-07-01"), form("west", "QW1", "2022-07-01"),
                form("joint", "QJ1", "2026-04-01"),
                DissolveCommittee(committee: Sample.slug("east"), lastDay: last, successors: [Sample.slug("joint")]),
                DissolveCommittee(committee: Sample.slug("west"), lastDay: last, successors: [Sample.slug("joint")]),
            ], on: GovernanceBook())
    }

    @Test func `a merged committee is found under its successor from the day after its last`() throws {
        let book = try book()
        let east = Sample.slug("east")
        #expect(FollowCommittees.successors(of: east, on: Day("2026-03-31")!, in: book) == [east])
        #expect(FollowCommittees.successors(of: east, on: Day("2026-04-01")!, in: book) == [Sample.slug("joint")])
        #expect(
            FollowCommittees.predecessors(of: Sample.slug("joint"), in: book) == [east, Sample.slug("west")])
    }

    @Test func `a committee that ended without a successor is found under nothing`() throws {
        let day = Day("2027-01-01")!
        let book = try Sample.decided(
            DissolveCommittee(committee: Sample.slug("joint"), lastDay: Day("2026-12-31")!), on: book())
        #expect(FollowCommittees.successors(of: Sample.slug("west"), on: day, in: book) == [])
    }

    @Test func `a body has the committees of those that it followed`() throws {
        let found = FollowCommittees.committees(
            of: OrganisationCode("QJ1")!, on: Day("2026-01-01")!, in: try book(),
            predecessors: { _ in [OrganisationCode("QE1")!, OrganisationCode("QW1")!] })
        #expect(found.map(\.id) == [Sample.slug("east"), Sample.slug("west")])
    }
}
