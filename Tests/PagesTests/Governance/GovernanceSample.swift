import Governance
import Markup
import Pages
import Rulebook
import Vocabulary

/// A small committee with a register, a meeting that decided, one in private, one to come, rights and edges.
///
/// The GP's interest is published, the nurse's is withheld, the finance officer is no decision-maker.
enum GovernanceSample {
    static let day = Day("2026-06-20")!
    static let may = s("pccc-2026-05")
    static let closedDoors = s("pccc-2026-06-private")
    static let july = s("pccc-2026-07")
    static let pccc = s("pccc")
    static let author = Author("Governance lead")!
    private static let start = Moment(text: "2026-05-12T09:00:00Z")!
    static let recorded = Moment(text: "2026-06-19T12:00:00Z")!
    private static let practice = OrganisationCode("Y02494")!
    private static let board = OrganisationCode("QWX")!
    private static let from = Day("2024-07-01")!

    static func s(_ text: String) -> Slug { Slug(text)! }
    private static func at(_ minutes: Int) -> Moment {
        Moment(secondsSince1970: start.secondsSince1970 + minutes * 60)
    }

    /// A digest for each text, and back.
    private static let kept = [
        "name-chair": "Ada Wellfield", "name-vice": "Ben Okoro", "name-gp": Sample.hostile,
        "name-nurse": "Nia Secretive",
        "name-cfo": "Carl Unpublished", "name-watch": "Wanda Unpublished", "gp-interest": "Partner in a practice",
        "nurse-interest": "SECRET SHARE", "nurse-reason": "SECRET REASON", "gift-source": "Acme Medical",
        "gift-what": "Dinner", "account": "SECRET ACCOUNT",
    ]
    static let texts: [Personal: String] = Dictionary(
        uniqueKeysWithValues: kept.map { (personal($0.key), $0.value) })
    /// Texts that no page may show.
    static let secret = ["SECRET SHARE", "SECRET REASON", "SECRET ACCOUNT", "SECRET ITEM", "Carl Unpublished", "Wanda"]

    private static func personal(_ key: String) -> Personal {
        let place = kept.keys.sorted().firstIndex(of: key) ?? 0
        return Personal(digest: EvidenceID(bytes: (0..<32).map { UInt8($0 == 0 ? place + 1 : 7) }))
    }

    private static func person(_ id: String, _ post: String, decides: Bool) -> PersonFile {
        var file = PersonFile(id: s(id), name: personal("name-\(id)"), knownFrom: from)
        file.posts = [.init(title: post, from: from)]
        if decides { file.decisionMaking = [.init(why: "votes on the primary care committee", from: from)] }
        return file
    }

    private static func interest(_ id: String, _ text: String, in code: OrganisationCode) -> Declaration {
        Declaration(
            id: s(id), kind: .financial, situation: .ownership, description: personal(text), counterparty: code,
            arose: from, declaredOn: from, mitigation: "Leaves for items on dental contracts")
    }

    static var register: GovernanceBook {
        var book = GovernanceBook()
        for file in [
            person("chair", "Lay chair", decides: true), person("vice", "Lay member", decides: true),
            person("gp", "GP partner, Harbour Street", decides: true), person("nurse", "Chief nurse", decides: true),
            person("cfo", "Chief finance officer", decides: false), person("watch", "Healthwatch", decides: false),
        ] { book.people[file.id] = file }
        book.people[s("chair")]?.nilDeclarations = [NilDeclaration(declaredOn: Day("2026-04-02")!)]
        book.people[s("gp")]?.declarations = [interest("d1", "gp-interest", in: practice)]
        var withheld = interest("d2", "nurse-interest", in: OrganisationCode("V81999")!)
        withheld.redactions = [.init(askedOn: from, reason: personal("nurse-reason"))]
        book.people[s("nurse")]?.declarations = [withheld]
        book.people[s("gp")]?.gifts = [
            Gift(
                id: s("g1"), kind: .hospitality, source: personal("gift-source"), sourceKey: s("source-1"),
                isSupplier: true, description: personal("gift-what"), value: Money(pence: 3_500),
                offeredOn: Day("2026-03-01")!, declaredOn: Day("2026-03-02")!, isAccepted: false)
        ]
        var breach = Breach(
            id: s("b1"), foundOn: Day("2026-05-20")!, account: personal("account"), dealtWithBy: s("chair"),
            meeting: may, item: s("dental"))
        breach.settledOn = Day("2026-06-01")!
        breach.effect = .stands
        breach.publishedText = "An interest was declared late"
        book.people[s("gp")]?.breaches = [breach]
        return book
    }

    static var committee: Committee {
        var committee = Committee(
            id: pccc, title: "Wexbourne primary care committee \(Sample.hostile)", body: board, formedOn: from)
        committee.terms = [
            TermsOfReference(
                from: from, quorum: .all([.atLeast(3, .voting), .atLeast(1, .roles([s("lay")]))]), hasCastingVote: true,
                allowsDeputies: true,
                mandates: [
                    .init(matter: s("primary-dental-services"), upTo: Money(pence: 50_000_000)),
                    .init(matter: s("primary-dental-services"), upTo: Money(pence: 2_000_000), officer: s("cfo")),
                ], citation: "Terms of reference of July 2024")
        ]
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

    private static func item(_ id: String, _ title: String, purpose: AgendaItem.Purpose = .discuss) -> AgendaItem {
        AgendaItem(
            id: s(id), title: title, purpose: purpose, subject: .round(RoundSample.id),
            touches: [
                .init(organisation: practice, part: s("option-7"), how: "holds the contract that option 7 would end")
            ],
            matter: s("primary-dental-services"), amount: Money(pence: 30_000_000),
            papers: [.init(title: "Paper on \(title)", document: Sample.digest)])
    }

    static let story: [any GovernanceAct] = [
        PlanMeeting(meeting: may, committees: [pccc], startsAt: start, place: "Town hall"),
        PutOnAgenda(meeting: may, item: item("dental", "Dental round", purpose: .decide)),
        OpenMeeting(
            meeting: may, present: ["chair", "vice", "gp", "nurse", "watch"].map(s),
            chairs: [.init(committee: pccc, person: s("chair"))], at: at(0)),
        HandleInterest(meeting: may, item: s("dental"), member: s("gp"), chair: s("chair"), at: at(1)),
        LeaveMeeting(meeting: may, person: s("gp"), item: s("dental"), isInGallery: true, at: at(5)),
        TakeItem(meeting: may, item: s("dental"), at: at(6)),
        MoveMotion(
            meeting: may,
            motion: Motion(
                id: s("m1"), item: s("dental"), text: "To fund options 1 to 6", reasons: "Most benefit for the money",
                considered: ["options 1 to 6", "no change"], mover: s("vice"), seconder: s("nurse")), at: at(10)),
        CastVotes(
            meeting: may, motion: s("m1"),
            votes: [
                Vote(voter: s("chair"), choice: .inFavour), Vote(voter: s("vice"), choice: .inFavour),
                Vote(voter: s("nurse"), choice: .against),
            ], at: at(11)),
        CloseVote(meeting: may, motion: s("m1"), at: at(12)), CloseItem(meeting: may, item: s("dental"), at: at(13)),
        JoinMeeting(meeting: may, person: s("gp"), at: at(14)), CloseMeeting(meeting: may, at: at(30)),
        PlanMeeting(
            meeting: july, committees: [pccc], startsAt: Moment(text: "2026-07-14T09:00:00Z")!, place: "Town hall"),
        PutOnAgenda(meeting: july, item: item("access", "Access to urgent care")),
    ]

    static let book: GovernanceBook = {
        var book = register
        book.committees[pccc] = committee
        for act in story {
            do {
                book = try act.decide(
                    GovernanceBefore(book: book, rulebook: .shipped), by: author, at: recorded)
            } catch {
                preconditionFailure("\(type(of: act)): \(error)")
            }
        }
        var closed = Meeting(
            id: closedDoors, committees: [pccc], startsAt: Moment(text: "2026-06-09T09:00:00Z")!, place: "Town hall",
            isPublic: false)
        closed.reasonForPrivate = "commercial in confidence"
        closed.agenda = [item("bid", "SECRET ITEM")]
        closed.resolutions =
            book.meetings[may]?.resolutions.map { resolution in
                var secret = resolution
                (secret.meeting, secret.title, secret.text) = (closedDoors, "SECRET ITEM", "SECRET ITEM")
                return secret
            } ?? []
        book.meetings[closedDoors] = closed
        for right in rights { book.rights[right.id] = right }
        book.questions[s("q1")] = RightsQuestion(
            id: s("q1"), matter: s("dental-access"), right: s("dental-unclear"), question: "Who decides closures?",
            owner: s("cfo"), due: Day("2026-06-30")!, askedOn: Day("2026-06-01")!)
        for edge in edges { book.edges[edge.id] = edge }
        return book
    }()

    private static let rights = [
        DecisionRight(
            id: s("dental-contracts"), matter: s("primary-dental-services"),
            title: "Primary care dental contracts: award, variation, closure", level: .local, holder: board,
            committee: pccc, approach: "Head of primary care, contracts desk", address: "dental@wexbourne.example",
            statutoryHolder: board, upTo: Money(pence: 200_000_000), from: from, citation: "Delegation agreement"),
        DecisionRight(
            id: s("dental-unclear"), matter: s("dental-access"), title: "Closing a dental surgery", level: .place,
            standing: .unclear, from: from, citation: "No document says"),
    ]

    private static let edges = [
        AccountabilityEdge(
            id: s("board-to-national"), actor: .organisation(board), forum: .organisation(OrganisationCode("X24")!),
            about: "the delegated dental budget", explains: "a report", questions: "a meeting", judges: "an assessment",
            consequences: "the delegation may be taken back", direction: .vertical, nature: .administrative, from: from,
            citation: "Delegation agreement"),
        AccountabilityEdge(
            id: s("committee-to-partnership"), actor: .committee(pccc), forum: .partnership(s("wexbourne-system")),
            about: "urgent dental care", explains: "a report", direction: .horizontal, nature: .social, from: from,
            citation: "Minutes of June 2025"),
    ]

    static func reading(of book: GovernanceBook = book, on day: Day = day) -> GovernanceReading {
        GovernanceReading(
            book, rulebook: .shipped, on: day, texts: texts, organisation: { $0 == board ? "Wexbourne ICB" : nil },
            successor: { _ in [] })
    }

    static func pages(_ reading: GovernanceReading) -> [(name: String, page: any Page)] {
        var pages: [(name: String, page: any Page)] = [
            ("interests", InterestsPage(reading)),
            ("interests-found", InterestsPage(reading, query: ListQuery(search: "y02494", on: "2026-06-20"))),
            ("gifts", RegisterListPage(reading, kind: .gifts)),
            ("breaches", RegisterListPage(reading, kind: .breaches)),
            ("committees", CommitteesPage(reading)), ("meetings", MeetingsPage(reading)),
            ("decisions", DecisionsPage(reading)),
            ("decisions-found", DecisionsPage(reading, query: ListQuery(search: "nothing such"))),
            ("who-decides", WhoDecidesPage(reading)),
            ("who-decides-found", WhoDecidesPage(reading, query: ListQuery(search: "dental"), amount: "£3,000,000")),
            ("who-decides-nobody", WhoDecidesPage(reading, query: ListQuery(search: "rockets"), amount: "much")),
            ("accountability", AccountabilityPage(reading)),
        ]
        for committee in reading.book.committees.values {
            pages.append(("committee", CommitteePage(reading, committee: committee)))
        }
        for meeting in reading.book.meetings.values.sorted(by: { $0.id < $1.id }) {
            pages.append(("meeting-\(meeting.id)", MeetingPage(reading, meeting: meeting)))
            for kind in [AgendaPage.Kind.agenda, .papers] {
                guard let page = AgendaPage(reading, meeting: meeting, kind: kind) else { continue }
                pages.append(("\(kind)-\(meeting.id)", page))
            }
            if let minutes = MinutesPage(reading, meeting: meeting) { pages.append(("minutes-\(meeting.id)", minutes)) }
        }
        for person in reading.book.people.keys.sorted() {
            if let page = PersonInterestsPage(reading, person: person) { pages.append(("person-\(person)", page)) }
        }
        return pages
    }

    static let pages: [(name: String, page: any Page)] = pages(reading())
    static let emptyPages: [(name: String, page: any Page)] = pages(reading(of: GovernanceBook()))
}
