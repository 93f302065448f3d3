import Governance
import Testing
import Vocabulary

struct SetTermsTests {
    private typealias Sample = CommitteeSample

    private func set(_ from: String = "2025-09-01", _ change: (inout TermsOfReference) -> Void = { _ in }) -> SetTerms {
        var terms = Sample.terms
        terms.from = Day(from)!
        change(&terms)
        return SetTerms(committee: Sample.id, terms: terms)
    }

    @Test func `terms hold from their day, and the earlier ones until then`() throws {
        let book = try Sample.decided(set { $0.majority = .twoThirds }, on: Sample.book())
        let committee = try #require(book.committees[Sample.id])
        #expect(committee.terms(on: Day("2025-03-31")!) == nil)
        #expect(committee.terms(on: Day("2025-08-31")!)?.majority == .simple)
        #expect(committee.terms(on: Day("2025-09-01")!)?.majority == .twoThirds)
    }

    @Test func `of two terms from one day the later entered hold`() throws {
        let book = try Sample.decided(set("2025-04-01") { $0.isPublic = false }, on: Sample.book())
        #expect(book.committees[Sample.id]?.terms(on: Day("2025-04-01")!)?.isPublic == false)
        #expect(book.committees[Sample.id]?.terms.count == 2)
    }

    @Test func `a quorum that the members can never meet is found when it is written`() throws {
        let act = set { $0.quorum = CommitteeSample.Published.second }
        let refusal = #expect(throws: Refusal.self) { try Sample.decided(act, on: try Sample.book()) }
        #expect(refusal?.code == "quorum-never-met")
        #expect(refusal?.sentence.contains("three more non-executives, two more chief officers") == true)
    }

    @Test func `somebody appointed from a later day does not make the quorum`() throws {
        let member = AppointMember(
            committee: Sample.id,
            membership: Membership(
                person: Sample.slug("p5"), roles: [Sample.slug("nurse")], from: Day("2025-09-02")!))
        let book = try Sample.decided(member, on: Sample.book())
        let nurse = QuorumRule.atLeast(1, Sample.roles("nurse"))
        #expect(Sample.code(set("2025-09-01") { $0.quorum = nurse }, on: book) == "quorum-never-met")
        #expect(Sample.code(set("2025-09-02") { $0.quorum = nurse }, on: book) == nil)
    }

    @Test func `a meeting keeps the terms under which it was held`() throws {
        var book = try Sample.book()
        var meeting = Meeting(
            id: Sample.slug("m1"), committees: [Sample.id], startsAt: Moment(text: "2025-09-01T09:00:00Z")!,
            place: "Town hall", isPublic: true)
        book.meetings[meeting.id] = meeting
        #expect(Sample.code(set(), on: book) == nil)
        meeting.state = .closed
        book.meetings[meeting.id] = meeting
        #expect(Sample.code(set(), on: book) == "terms-before-meeting")
        #expect(Sample.code(set("2025-09-02"), on: book) == nil)
    }

    @Test func `what cannot be terms is refused`() throws {
        let book = try Sample.book()
        let matter = Sample.slug("primary-dental-services")
        let refused: [(SetTerms, String)] = [
            (set("2025-03-31"), "before-committee"), (set { $0.citation = " " }, "text-missing"),
            (set { $0.quorum = .all([]) }, "quorum-empty"), (set { $0.papersDays = -1 }, "papers-days"),
            (set { $0.quorum = .atLeast(1, .people([CommitteeSample.slug("p5")])) }, "quorum-names-stranger"),
            (set { $0.mandates = [.init(matter: matter), .init(matter: matter)] }, "mandate-twice"),
            (set { $0.mandates = [.init(matter: matter, upTo: Money(pence: -1))] }, "limit-negative"),
            (set { $0.mandates = [.init(matter: matter, officer: CommitteeSample.slug("p9"))] }, "no-such-person"),
        ]
        for (act, code) in refused { #expect(Sample.code(act, on: book) == code, "\(act)") }
    }

    @Test func `every act on a committee is read again from what is journalled`() throws {
        let seat = Membership(
            person: Sample.slug("p5"), roles: [Sample.slug("gp")], isVoting: false, from: Day("2025-06-01")!,
            until: Day("2026-06-01")!)
        let terms = set {
            $0.quorum = CommitteeSample.statutory
            $0.mandates = [.init(matter: CommitteeSample.slug("dental"), upTo: Money(pence: 100))]
        }
        let acts: [any GovernanceAct] = [
            AppointMember(committee: Sample.id, membership: seat), terms,
            EndMembership(committee: Sample.id, person: seat.person, until: seat.from),
            DissolveCommittee(committee: Sample.id, lastDay: seat.from),
        ]
        for act in acts {
            let again = try GovernanceActs.decode(name: type(of: act).name, act.journalled)
            #expect(again.journalled == act.journalled)
        }
        #expect(try GovernanceActs.decode(name: "setTerms", terms.journalled) as? SetTerms == terms)
    }
}
