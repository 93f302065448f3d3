import Governance
import Rulebook
import Vocabulary

/// A small committee and one meeting of it that tests share: five voting members and Healthwatch without a vote; the
/// GP is a partner of Y02494, whose contract option 7 of the item `dental` would end.
///
/// Quorum: three voting members, one of them lay. The committee may commit £500,000 on primary dental services, its
/// officer `cfo` alone £20,000.
enum MeetingSample {
    static let rulebook = Rulebook.shipped
    static let author = Author("Governance lead")!
    static let recorded = Moment(text: "2026-06-30T12:00:00Z")!
    static let start = Moment(text: "2026-05-12T09:00:00Z")!
    static let day = start.day

    static func s(_ text: String) -> Slug { Slug(text)! }
    static func digest(_ digit: Character) -> EvidenceID { EvidenceID(String(repeating: digit, count: 64))! }
    static func at(_ minutes: Int) -> Moment { Moment(secondsSince1970: start.secondsSince1970 + minutes * 60) }
    static let practice = OrganisationCode("Y02494")!
    static let pccc = s("pccc")
    static let may = s("pccc-2026-05")

    static let people = ["chair", "vice", "gp", "nurse", "cfo", "watch", "far", "wife"].map(s)

    static func person(_ id: Slug) -> PersonFile {
        let digit = Character("\(people.firstIndex(of: id) ?? 9)")
        return PersonFile(id: id, name: Personal(digest: digest(digit)), knownFrom: Day("2022-07-01")!)
    }

    static func interest(
        _ id: String = "d1", kind: InterestKind = .financial, in code: OrganisationCode? = practice,
        sharedClass: Slug? = nil
    ) -> Declaration {
        Declaration(
            id: s(id), kind: kind, underlying: kind == .indirect ? .financial : nil,
            relationship: kind == .indirect ? "spouse" : nil, situation: .ownership,
            description: Personal(digest: digest("a")), counterparty: code, arose: Day("2020-01-01")!,
            declaredOn: Day("2022-07-02")!, sharedClass: sharedClass)
    }

    static func terms(
        quorum: QuorumRule = .all([.atLeast(3, .voting), .atLeast(1, .roles([s("lay")]))]), proxies: Bool = true,
        consensus: Bool = true, urgent: Bool = true, casting: Bool = true
    ) -> TermsOfReference {
        TermsOfReference(
            from: Day("2022-07-01")!, quorum: quorum, hasCastingVote: casting, allowsProxies: proxies,
            allowsDeputies: true, allowsConsensus: consensus, allowsUrgentAction: urgent,
            mandates: [
                .init(matter: s("primary-dental-services"), upTo: Money(pence: 50_000_000)),
                .init(matter: s("primary-dental-services"), upTo: Money(pence: 2_000_000), officer: s("cfo")),
            ], citation: "Terms of reference of July 2022")
    }

    static func committee(_ id: Slug = pccc, terms: TermsOfReference = terms()) -> Committee {
        var committee = Committee(
            id: id, title: "Primary care committee", body: OrganisationCode("QWX")!, formedOn: Day("2022-07-01")!)
        committee.terms = [terms]
        let from = Day("2022-07-01")!
        committee.memberships = [
            Membership(person: s("chair"), roles: [s("lay")], office: .chair, from: from),
            Membership(person: s("vice"), roles: [s("lay")], office: .viceChair, from: from),
            Membership(person: s("gp"), roles: [s("gp")], from: from),
            Membership(person: s("nurse"), roles: [s("nurse")], from: from),
            Membership(person: s("cfo"), roles: [s("executive")], from: from),
            Membership(person: s("watch"), roles: [s("healthwatch")], isVoting: false, from: from),
        ]
        return committee
    }

    static let item = AgendaItem(
        id: s("dental"), title: "Dental round", purpose: .decide, subject: .round(s("dental-2025")),
        touches: [
            .init(organisation: practice, part: s("option-7"), how: "holds the contract that option 7 would end")
        ],
        matter: s("primary-dental-services"), amount: Money(pence: 30_000_000),
        papers: [.init(title: "Paper", document: digest("e"), parts: [s("option-1")])])

    /// The register and the committee, before any meeting.
    static func book(terms: TermsOfReference = terms()) -> GovernanceBook {
        var book = GovernanceBook()
        for id in people { book.people[id] = person(id) }
        book.people[s("gp")]?.declarations = [interest()]
        book.committees[pccc] = committee(terms: terms)
        return book
    }

    static let plan = PlanMeeting(meeting: may, committees: [pccc], startsAt: start, place: "Town hall")
    static let put = PutOnAgenda(meeting: may, item: item)
    static let handle = HandleInterest(
        meeting: may, item: item.id, member: s("gp"), chair: s("chair"), at: at(0))
    static let present = ["chair", "vice", "gp", "nurse", "watch"].map(s)
    static let open = OpenMeeting(
        meeting: may, present: present, chairs: [.init(committee: pccc, person: s("chair"))], at: at(0))
    static let leave = LeaveMeeting(meeting: may, person: s("gp"), item: item.id, isInGallery: true, at: at(5))
    static let take = TakeItem(meeting: may, item: item.id, at: at(6))
    static func motion(_ id: String = "m1", parts: [Slug] = [], amount: Money? = nil) -> Motion {
        Motion(
            id: s(id), item: item.id, text: "To fund options 1 to 6", parts: parts, amount: amount,
            reasons: "Most benefit for the money", considered: ["options 1 to 6", "no change"], mover: s("vice"),
            seconder: s("nurse"))
    }
    static let move = MoveMotion(meeting: may, motion: motion(), at: at(10))
    static let votes = CastVotes(
        meeting: may, motion: s("m1"),
        votes: [
            Vote(voter: s("chair"), choice: .inFavour), Vote(voter: s("vice"), choice: .inFavour),
            Vote(voter: s("nurse"), choice: .against),
        ], at: at(11))
    static let count = CloseVote(meeting: may, motion: s("m1"), at: at(12))
    static let closeItem = CloseItem(meeting: may, item: item.id, at: at(13))
    static let comeBack = JoinMeeting(meeting: may, person: s("gp"), at: at(14))
    static let close = CloseMeeting(meeting: may, at: at(30))

    /// The whole meeting in order: the GP leaves for the item and comes back after it; three vote, two for.
    static let story: [any GovernanceAct] = [
        plan, put, open, handle, leave, take, move, votes, count, closeItem, comeBack, close,
    ]

    /// The book after the story up to an act, that one left out; the whole story where it is nil.
    static func held(
        before act: (any GovernanceAct.Type)? = nil, terms: TermsOfReference = terms()
    ) throws -> GovernanceBook {
        var book = book(terms: terms)
        for step in story {
            if let act, type(of: step) == act { break }
            book = try book.doing(step)
        }
        return book
    }

    static func meeting(_ book: GovernanceBook) -> Meeting { book.meetings[may]! }
}

extension GovernanceBook {
    func doing(_ act: any GovernanceAct, at moment: Moment = MeetingSample.recorded) throws(Refusal) -> GovernanceBook {
        try act.decide(
            GovernanceBefore(book: self, rulebook: MeetingSample.rulebook), by: MeetingSample.author, at: moment)
    }

    func doing(_ acts: [any GovernanceAct]) throws(Refusal) -> GovernanceBook {
        var book = self
        for act in acts { book = try book.doing(act) }
        return book
    }

    /// The code of the refusal; nil where the act may be done.
    func refusal(of act: any GovernanceAct) -> String? {
        do {
            _ = try doing(act)
            return nil
        } catch {
            return error.code
        }
    }

    var may: Meeting { MeetingSample.meeting(self) }

    /// The book with a clinical post of somebody, who is entered where nobody is known by the name.
    func clinical(_ person: String, area: String?, at organisation: OrganisationCode? = nil) -> GovernanceBook {
        var book = self
        let id = MeetingSample.s(person)
        var file = book.people[id] ?? MeetingSample.person(id)
        file.posts = [
            .init(
                title: "Clinician", organisation: organisation, from: Day("2022-07-01")!,
                clinician: MeetingSample.s("gp"), area: area.map(MeetingSample.s))
        ]
        book.people[id] = file
        return book
    }
}
