import Governance
import Testing
import Vocabulary

struct AppointMemberTests {
    private typealias Sample = CommitteeSample

    private func appoint(
        _ person: String, _ roles: [String] = ["gp"], office: Membership.Office? = nil, deputyFor: String? = nil,
        from: String = "2025-06-01", until: String? = nil, on committee: String = "pccc"
    ) -> AppointMember {
        AppointMember(
            committee: Sample.slug(committee),
            membership: Membership(
                person: Sample.slug(person), roles: roles.map { Sample.slug($0) }, office: office,
                deputyFor: deputyFor.map { Sample.slug($0) }, from: Day(from)!, until: until.map { Day($0)! }))
    }

    @Test func `a member holds the seat from the first day to the last`() throws {
        let book = try Sample.decided(appoint("p5", until: "2025-12-31"), on: Sample.book())
        let committee = try #require(book.committees[Sample.id])
        #expect(committee.member(Sample.slug("p5"), on: Day("2025-05-31")!) == nil)
        #expect(committee.member(Sample.slug("p5"), on: Day("2025-06-01")!) != nil)
        #expect(committee.member(Sample.slug("p5"), on: Day("2025-12-31")!) != nil)
        #expect(committee.member(Sample.slug("p5"), on: Day("2026-01-01")!) == nil)
    }

    @Test func `what cannot be a seat is refused`() throws {
        let book = try Sample.book()
        let refused: [(AppointMember, String)] = [
            (appoint("p9"), "no-such-person"), (appoint("p5", on: "board"), "no-such-committee"),
            (appoint("p5", from: "2023-12-31"), "before-person"),
            (appoint("p5", from: "2025-03-31"), "before-committee"),
            (appoint("p5", until: "2025-05-31"), "ends-before-start"), (appoint("p5", []), "roles-invalid"),
            (appoint("p5", ["gp", "gp"]), "roles-invalid"), (appoint("p1", ["gp"]), "seat-overlaps"),
            (appoint("p5", office: .chair), "office-taken"), (appoint("p5", office: .viceChair), "office-taken"),
            (appoint("p5", deputyFor: "p6"), "deputy-for-nobody"),
            (appoint("p5", office: .chair, deputyFor: "p1"), "deputy-office"),
        ]
        for (act, code) in refused { #expect(Sample.code(act, on: book) == code, "\(act)") }
    }

    @Test func `a person takes another seat when the first has ended, and an office that has been left`() throws {
        let ended = try Sample.decided(
            EndMembership(committee: Sample.id, person: Sample.slug("p1"), until: Day("2025-05-31")!), on: Sample.book()
        )
        let book = try Sample.decided(appoint("p5", ["lay"], office: .chair), on: ended)
        #expect(Sample.code(appoint("p1", ["gp"]), on: book) == nil)
    }

    @Test func `a deputy is allowed by the terms, and has no deputy`() throws {
        let book = try Sample.decided(appoint("p5", ["cfo"], deputyFor: "p3"), on: Sample.book())
        #expect(Sample.code(appoint("p6", ["cfo"], deputyFor: "p5"), on: book) == "deputy-for-nobody")
        var terms = Sample.terms
        terms.from = Day("2025-05-01")!
        terms.allowsDeputies = false
        let without = try Sample.decided(SetTerms(committee: Sample.id, terms: terms), on: Sample.book())
        #expect(Sample.code(appoint("p5", ["cfo"], deputyFor: "p3"), on: without) == "deputies-not-allowed")
    }

    @Test func `nobody is appointed beyond the last day of a committee`() throws {
        let book = try Sample.decided(
            DissolveCommittee(committee: Sample.id, lastDay: Day("2026-03-31")!), on: Sample.book())
        #expect(Sample.code(appoint("p5", until: "2026-04-01"), on: book) == "committee-dissolved")
        #expect(Sample.code(appoint("p5", from: "2026-04-01"), on: book) == "committee-dissolved")
    }
}
