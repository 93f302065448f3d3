import Governance
import Testing
import Vocabulary

struct DissolveCommitteeTests {
    private typealias Sample = CommitteeSample

    private func dissolve(_ last: String, _ successors: String..., of id: String = "pccc") -> DissolveCommittee {
        DissolveCommittee(
            committee: Sample.slug(id), lastDay: Day(last)!, successors: successors.map { Sample.slug($0) })
    }

    private func book() throws -> GovernanceBook {
        try Sample.decided(
            FormCommittee(
                committee: Sample.slug("joint"), title: "Joint", body: OrganisationCode("QJ1")!,
                formedOn: Day("2026-04-01")!), on: Sample.book())
    }

    @Test func `a dissolved committee has no members, terms or seats after its last day`() throws {
        let book = try Sample.decided(dissolve("2026-03-31", "joint"), on: book())
        let committee = try #require(book.committees[Sample.id])
        #expect(committee.members(on: Day("2026-03-31")!).count == 4)
        #expect(committee.members(on: Day("2026-04-01")!).isEmpty)
        #expect(committee.terms(on: Day("2026-04-01")!) == nil)
        #expect(Sample.code(dissolve("2026-03-31"), on: book) == "committee-dissolved")
    }

    @Test func `a successor exists on the day after, and is not what it succeeds`() throws {
        let book = try book()
        #expect(Sample.code(dissolve("2026-03-30", "joint"), on: book) == "successor-missing")
        #expect(Sample.code(dissolve("2026-03-31", "pccc"), on: book) == "successor-circle")
        #expect(Sample.code(dissolve("2026-03-31", "board"), on: book) == "no-such-committee")
        #expect(Sample.code(dissolve("2025-03-31"), on: book) == "before-committee")
        let merged = try Sample.decided(dissolve("2026-03-31", "joint"), on: book)
        #expect(Sample.code(dissolve("2026-12-31", "pccc", of: "joint"), on: merged) == "successor-circle")
    }

    @Test func `meetings to come are cancelled first`() throws {
        var book = try book()
        var meeting = Meeting(
            id: Sample.slug("m1"), committees: [Sample.id], startsAt: Moment(text: "2026-04-01T09:00:00Z")!,
            place: "Town hall", isPublic: true)
        book.meetings[meeting.id] = meeting
        #expect(Sample.code(dissolve("2026-03-31", "joint"), on: book) == "meetings-to-come")
        meeting.state = .cancelled
        book.meetings[meeting.id] = meeting
        #expect(Sample.code(dissolve("2026-03-31", "joint"), on: book) == nil)
    }
}
