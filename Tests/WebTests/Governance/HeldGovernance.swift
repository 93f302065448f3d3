import Governance
import Store
import Vocabulary

@testable import Web

/// A committee that met once and is to meet again, in a store of the test's own.
struct HeldGovernance {
    static let from = Day("2024-07-01")!
    /// Texts that nothing served may hold.
    static let secret = ["Carl Unpublished", "SECRET SHARE", "SECRET REASON"]
    private static let start = Moment(text: "2025-01-14T09:00:00Z")!
    private static let pccc = s("pccc")
    private static let january = s("pccc-2025-01")

    let store: Store
    let served: Served
    var desk: GovernanceDesk { GovernanceDesk(store) }

    static func s(_ text: String) -> Slug { Slug(text)! }

    init() throws {
        store = try Store.inMemory()
        served = Served(store: store)
        try store.perform(
            SetUpInstallation(holder: "Wexbourne ICB", isInvented: true), by: Served.author, at: Served.moment)
        try desk.perform(by: Served.author, at: Served.moment) { texts, _ in
            try HeldGovernance.people(texts) + HeldGovernance.committee + HeldGovernance.meetings
        }
    }

    private static func people(_ texts: GovernanceTexts) throws -> [any GovernanceAct] {
        func person(_ id: String, _ name: String, _ post: String, decides: Bool = true) throws -> any GovernanceAct {
            EnterPerson(
                person: s(id), name: try texts.keep(name), knownFrom: from, posts: [.init(title: post, from: from)],
                decisionMaking: decides ? [.init(why: "votes on the committee", from: from)] : [])
        }
        return [
            try person("chair", "Ada Wellfield", "Lay chair"), try person("gp", "Bo Fisher", "GP partner"),
            try person("nurse", "Nia Cole", "Chief nurse"),
            try person("cfo", "Carl Unpublished", "Chief finance officer", decides: false),
            EnterDeclaration(
                person: s("nurse"),
                declaration: Declaration(
                    id: s("d1"), kind: .financial, situation: .shareholding,
                    description: try texts.keep("SECRET SHARE"), arose: from, becameAware: from, declaredOn: from)),
            AskForRedaction(
                person: s("nurse"), declaration: s("d1"), reason: try texts.keep("SECRET REASON"), askedOn: from),
        ]
    }

    private static let committee: [any GovernanceAct] = [
        FormCommittee(
            committee: pccc, title: "Primary care committee", body: OrganisationCode("QWX")!, formedOn: from),
        AppointMember(
            committee: pccc, membership: Membership(person: s("chair"), roles: [s("lay")], office: .chair, from: from)),
        AppointMember(committee: pccc, membership: Membership(person: s("gp"), roles: [s("gp")], from: from)),
        AppointMember(committee: pccc, membership: Membership(person: s("nurse"), roles: [s("nurse")], from: from)),
        AppointMember(committee: pccc, membership: Membership(person: s("cfo"), roles: [s("cfo")], from: from)),
        SetTerms(
            committee: pccc,
            terms: TermsOfReference(
                from: from, quorum: .atLeast(2, .voting),
                mandates: [.init(matter: s("primary-dental-services"))], citation: "Terms of reference")),
    ]

    private static func at(_ minutes: Int) -> Moment {
        Moment(secondsSince1970: start.secondsSince1970 + minutes * 60)
    }

    private static let meetings: [any GovernanceAct] = [
        PlanMeeting(meeting: january, committees: [pccc], startsAt: start, place: "Town hall"),
        PutOnAgenda(
            meeting: january,
            item: AgendaItem(
                id: s("dental"), title: "Dental contracts", purpose: .decide, matter: s("primary-dental-services"),
                papers: [.init(title: "Paper", document: EvidenceID(bytes: [UInt8](repeating: 7, count: 32)))])),
        OpenMeeting(
            meeting: january, present: ["chair", "gp", "nurse", "cfo"].map(s),
            chairs: [.init(committee: pccc, person: s("chair"))], at: at(0)),
        TakeItem(meeting: january, item: s("dental"), at: at(1)),
        MoveMotion(
            meeting: january,
            motion: Motion(
                id: s("m1"), item: s("dental"), text: "To renew them", reasons: "They are needed",
                considered: ["renewal", "no renewal"], mover: s("gp"), seconder: s("nurse")), at: at(2)),
        CastVotes(
            meeting: january, motion: s("m1"),
            votes: ["chair", "gp", "nurse", "cfo"].map { Vote(voter: s($0), choice: .inFavour) }, at: at(3)),
        CloseVote(meeting: january, motion: s("m1"), at: at(4)),
        CloseItem(meeting: january, item: s("dental"), at: at(5)), CloseMeeting(meeting: january, at: at(6)),
        PlanMeeting(
            meeting: s("pccc-2025-03"), committees: [pccc], startsAt: Moment(text: "2025-03-11T09:00:00Z")!,
            place: "Town hall"),
    ]
}
