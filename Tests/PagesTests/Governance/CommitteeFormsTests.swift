import Governance
import Markup
import Testing
import Vocabulary

@testable import Pages

/// Forms on committees and on decisions outside meetings: what they write is read back equal.
@Suite struct CommitteeFormsTests {
    private static func s(_ text: String) -> Slug { Slug(text)! }
    private static let day = Day("2026-02-03")!
    private static let people = [Choice("p001", "Ada"), Choice("p002", "Ben"), Choice("p003", "Carl")]
    private static let hostile = "Line one\n\n  “two” <b>&amp; '\"</b> \\ / £5"

    private static func terms(_ quorum: QuorumRule, standing: QuorumRule? = nil) -> TermsForm {
        TermsForm(
            committee: s("pccc"),
            standing: standing.map { TermsOfReference(from: day, quorum: $0, citation: "Before") },
            roles: ["lay", "gp", "cfo"].map(s), people: people)
    }

    @Test func `a committee, a seat, its end and the end of the committee come back as their acts`() {
        AskedFormSent.comesBack(
            FormCommitteeForm(bodies: [Choice("QWX", "Wexbourne")]),
            FormCommittee(
                committee: Self.s("pccc"), title: "Primary “care” <committee>", body: OrganisationCode("QWX")!,
                formedOn: Self.day))
        for office in Membership.Office.allCases.map(Optional.some) + [nil] {
            AskedFormSent.comesBack(
                SeatForm(
                    committee: Self.s("pccc"), people: Self.people, members: Self.people, roles: [Self.s("dentist")]),
                AppointMember(
                    committee: Self.s("pccc"),
                    membership: Membership(
                        person: Self.s("p001"), roles: [Self.s("dentist"), Self.s("gp")], isVoting: office != nil,
                        office: office, deputyFor: Self.s("p002"), from: Self.day, until: Day("2027-01-31"))))
        }
        AskedFormSent.comesBack(
            EndSeatForm(committee: Self.s("pccc"), person: Self.s("p001")),
            EndMembership(committee: Self.s("pccc"), person: Self.s("p001"), until: Self.day))
        AskedFormSent.comesBack(
            DissolveForm(committee: Self.s("pccc"), others: [Choice("new-one", "New")]),
            DissolveCommittee(committee: Self.s("pccc"), lastDay: Self.day, successors: [Self.s("new-one")]))
    }

    @Test func `a short name is made of the title, and that of the form’s own address is refused`() {
        var form = FormCommitteeForm(
            SentValues([
                "title": ["Board & Co"], "body": ["QWX"], "formedOn-day": ["1"], "formedOn-month": ["2"],
                "formedOn-year": ["2026"],
            ]), bodies: [])
        #expect(form.read()?.committee == Self.s("board-co"))
        form.filled["committee"] = "new"
        #expect(form.read() == nil && form.errors["committee"] != nil)
    }

    @Test(arguments: [
        QuorumRule.atLeast(3, .anybody), .atLeast(2, .voting), .atLeast(1, .officers),
        .part(numerator: 1, denominator: 3, isMoreThan: false, of: .anybody),
        .all([.atLeast(3, .voting), .part(numerator: 1, denominator: 2, isMoreThan: true, of: .voting)]),
        .all([
            .atLeast(3, .anybody), .atLeast(1, .officers), .atLeast(1, .roles([s("lay")])),
            .atLeast(2, .roles([s("gp"), s("cfo")])),
        ]),
        .all([.atLeast(5, .voting), .atLeast(1, .votingRoles([s("lay")])), .atLeast(1, .votingRoles([s("gp")]))]),
    ])
    func `terms with a quorum of the usual shapes come back`(quorum: QuorumRule) {
        AskedFormSent.comesBack(
            Self.terms(quorum),
            SetTerms(
                committee: Self.s("pccc"),
                terms: TermsOfReference(
                    from: Self.day, quorum: quorum, majority: .twoThirds, hasCastingVote: true, allowsProxies: true,
                    allowsDeputies: false, allowsConsensus: true, allowsUrgentAction: true, isPublic: false,
                    papersDays: 5,
                    mandates: [
                        .init(matter: Self.s("dental"), upTo: Money(pence: 25_000_000)),
                        .init(matter: Self.s("dental"), upTo: Money(pence: 50), officer: Self.s("p003")),
                        .init(matter: Self.s("primary-care"), officer: Self.s("p001")), .init(matter: Self.s("other")),
                    ], citation: "Version “3”")))
    }

    @Test(arguments: [
        QuorumRule.any([.atLeast(1, .roles([s("cfo")])), .atLeast(1, .roles([s("lay")]))]),
        .atLeast(1, .people([s("p001")])), .atLeast(2, .nonVoting),
        .all([.atLeast(1, .votingRoles([s("gp")])), .atLeast(1, .roles([s("lay")]))]),
        .part(numerator: 1, denominator: 2, isMoreThan: true, of: .voting, among: .eligible),
        .all([.atLeast(1, .roles([s("gp")])), .atLeast(3, .anybody)]),
    ])
    func `a quorum of another shape stands as it is, or is written anew`(quorum: QuorumRule) {
        let act = SetTerms(
            committee: Self.s("pccc"), terms: TermsOfReference(from: Self.day, quorum: quorum, citation: "Version 3"))
        AskedFormSent.comesBack(Self.terms(quorum, standing: quorum), act)
        var anew = Self.terms(quorum, standing: quorum)
        anew.filled = TermsForm.filled(with: act)
        anew.filled["quorum"] = "new"
        #expect(anew.read() == nil && anew.errors["least"] != nil)
        anew.filled["least"] = "2"
        anew.filled["whom"] = "voting"
        #expect(anew.read()?.terms.quorum == .atLeast(2, .voting))
    }

    @Test func `a mandate is written with the officer’s name, and one that cannot be read is named`() {
        var form = Self.terms(.atLeast(2, .anybody))
        form.filled = TermsForm.filled(
            with: SetTerms(
                committee: Self.s("pccc"),
                terms: TermsOfReference(from: Self.day, quorum: .atLeast(2, .anybody), citation: "V3")))
        form.filled["mandates"] = "Primary dental services: £20,000 by Ben\nPharmacy by day\n"
        let read = form.read()
        #expect(
            read?.terms.mandates == [
                .init(
                    matter: Self.s("primary-dental-services"), upTo: Money(pence: 2_000_000), officer: Self.s("p002")),
                .init(matter: Self.s("pharmacy-by-day")),
            ])
        for wrong in ["Dental: lots", "Dental: £5 by Nobody", ": £5"] {
            form.filled["mandates"] = wrong
            #expect(form.read() == nil && form.errors["mandates"] != nil, "\(wrong)")
        }
    }

    @Test func `a decision outside a meeting comes back, urgent and by an officer`() {
        let decision = OutsideDecision(
            id: Self.s("urgent-1"), committee: Self.s("pccc"), title: "Cover “A”", text: Self.hostile,
            reasons: Self.hostile, considered: ["a month", "no change"], evidence: [], matter: Self.s("dental"),
            amount: Money(pence: 1_200_000),
            touches: [.init(organisation: OrganisationCode("Y02494")!, how: "holds the contract")],
            consulted: [Self.s("p003")])
        func form(_ manner: OutsideDecisionForm.Manner) -> OutsideDecisionForm {
            OutsideDecisionForm(
                committee: Self.s("pccc"), entry: Self.s("urgent-1"), manner: manner,
                matters: [Choice("dental", "Dental")], deciders: Self.people, people: Self.people)
        }
        AskedFormSent.comesBack(
            form(.urgent), .init(decision: decision, by: [Self.s("p001"), Self.s("p002")], urgency: Self.hostile))
        AskedFormSent.comesBack(form(.delegated), .init(decision: decision, by: [Self.s("p002")]))
        var empty = form(.urgent)
        #expect(empty.read() == nil)
        #expect(Set(empty.errors.keys) == ["by", "urgency", "title", "text", "reasons", "considered", "matter"])
    }

    @Test func `an item says whose interests it touches, and which decisions it reports`() {
        AskedFormSent.comesBack(
            AgendaItemForm(
                meeting: Self.s("m1"), entry: Self.s("item-1"), matters: [], minutes: [],
                classes: [Choice("dentists", "Dentists")], owed: [Choice("urgent-1", "Cover")]),
            PutOnAgenda(
                meeting: Self.s("m1"),
                item: AgendaItem(
                    id: Self.s("item-1"), title: "Decided meanwhile", purpose: .note,
                    subject: .decisions([Self.s("urgent-1")]), classes: [Self.s("dentists")]),
                reasonForLate: nil))
    }
}

private func s(_ text: String) -> Slug { Slug(text)! }
