import Governance
import Methods
import Rulebook
import Vocabulary

/// A meeting drawn from a seed: committees, terms, interests, ties, and acts in any order, most of which make sense.
struct RandomMeeting {
    static let rulebook = Rulebook.shipped
    static let codes = ["A1", "B2", "C3"].map { OrganisationCode($0)! }
    static let matter = Slug("care")!
    static let id = Slug("drawn")!
    static let roles = ["lay", "gp", "executive"].map { Slug($0)! }

    var stream: RandomStream
    var book = GovernanceBook()
    var people: [Slug] = []
    var committees: [Slug] = []
    var minute = 0
    var done = 0
    var refused = 0
    /// Changes of state that no table of transitions has.
    var unknownChanges: Set<String> = []

    init(seed: Int) {
        stream = RandomStream(seed: UInt64(seed))
        makePeople()
        makeCommittees()
    }

    mutating func chance(_ percent: Int) -> Bool { stream.below(100) < percent }
    mutating func pick<Item>(_ items: [Item]) -> Item { items[stream.below(items.count)] }
    mutating func some(_ items: [Slug], percent: Int) -> [Slug] {
        var chosen: [Slug] = []
        for item in items where chance(percent) { chosen.append(item) }
        return chosen
    }

    private mutating func makePeople() {
        people = (0..<(4 + stream.below(5))).map { Slug("p\($0)")! }
        let digest = EvidenceID(String(repeating: "a", count: 64))!
        for id in people {
            var file = PersonFile(id: id, name: Personal(digest: digest), knownFrom: Day("2022-07-01")!)
            if chance(25) {
                let kind = pick([InterestKind.financial, .nonFinancialProfessional, .indirect])
                file.declarations = [
                    Declaration(
                        id: Slug("d-\(id)")!, kind: kind, underlying: kind == .indirect ? .financial : nil,
                        relationship: kind == .indirect ? "spouse" : nil, situation: .ownership,
                        description: Personal(digest: digest), counterparty: pick(RandomMeeting.codes),
                        arose: Day("2022-07-01")!, declaredOn: Day("2022-07-01")!,
                        sharedClass: chance(20) ? Slug("gps")! : nil)
                ]
            }
            if chance(30) {
                file.posts = [.init(title: "GP", from: Day("2022-07-01")!, clinician: RandomMeeting.roles[1])]
            }
            if chance(15) { file.ties = [.init(name: Slug("home-\(stream.below(2))")!, from: Day("2022-07-01")!)] }
            book.people[id] = file
        }
    }

    private mutating func makeCommittees() {
        committees = (0..<(chance(20) ? 2 : 1)).map { Slug("c\($0)")! }
        for id in committees {
            var committee = Committee(
                id: id, title: "Drawn", body: OrganisationCode("QWX")!, formedOn: Day("2022-07-01")!)
            let seated = people.filter { _ in chance(80) }
            committee.memberships = seated.enumerated().map { place, person in
                Membership(
                    person: person, roles: [pick(RandomMeeting.roles)], isVoting: place < 2 || chance(85),
                    office: place == 0 ? .chair : place == 1 ? .viceChair : nil, from: Day("2022-07-01")!)
            }
            // Somebody without a seat of their own stands in for a member.
            if seated.count > 2, let deputy = people.first(where: { !seated.contains($0) }), chance(70) {
                committee.memberships.append(
                    Membership(
                        person: deputy, roles: [pick(RandomMeeting.roles)], isVoting: chance(85),
                        deputyFor: pick(seated), from: Day("2022-07-01")!))
            }
            let rules: [QuorumRule] = [
                .atLeast(1 + stream.below(4), .voting),
                .all([.atLeast(2, .voting), .atLeast(1, .roles([pick(RandomMeeting.roles)]))]),
                .part(numerator: 1, denominator: 3, isMoreThan: false, of: .anybody),
            ]
            committee.terms = [
                TermsOfReference(
                    from: Day("2022-07-01")!, quorum: pick(rules), majority: pick(Majority.allCases),
                    hasCastingVote: chance(50), allowsProxies: chance(60), allowsDeputies: chance(70),
                    allowsConsensus: chance(50),
                    mandates: [.init(matter: RandomMeeting.matter, upTo: Money(pence: 1_000))], citation: "Drawn")
            ]
            book.committees[id] = committee
        }
    }

    /// Does an act, or counts that it was refused: then nothing has changed.
    mutating func attempt(_ act: any GovernanceAct) {
        let recorded = Moment(text: "2026-06-30T12:00:00Z")!
        let before = book.meetings[RandomMeeting.id]
        defer { compare(before, act: type(of: act).name) }
        do {
            book = try act.decide(
                GovernanceBefore(book: book, rulebook: RandomMeeting.rulebook), by: Author("Drawn")!, at: recorded)
            done += 1
        } catch {
            refused += 1
        }
    }

    /// Notes each change of state that is not in the tables.
    private mutating func compare(_ before: Meeting?, act: String) {
        guard let before, let after = book.meetings[RandomMeeting.id] else { return }
        if before.state != after.state,
            !Meeting.transitions.contains(where: { $0 == (before.state, act, after.state) })
        {
            unknownChanges.insert("\(before.state) \(act) \(after.state)")
        }
        for (old, new) in zip(before.proceedings, after.proceedings) where old.state != new.state {
            if !Proceeding.transitions.contains(where: { $0 == (old.state, act, new.state) }) {
                unknownChanges.insert("item \(old.state) \(act) \(new.state)")
            }
        }
    }

    mutating func now() -> Moment {
        minute += 1 + stream.below(3)
        return Moment(secondsSince1970: Moment(text: "2026-05-12T09:00:00Z")!.secondsSince1970 + minute * 60)
    }

    var meeting: Meeting { book.meetings[RandomMeeting.id]! }

    /// From the plan to the close; at the end nothing is open but what could not be settled.
    mutating func run() {
        let items = (0..<(1 + stream.below(3))).map { Slug("i\($0)")! }
        attempt(
            PlanMeeting(
                meeting: RandomMeeting.id, committees: committees,
                startsAt: Moment(text: "2026-05-12T09:00:00Z")!, place: "Hall"))
        for item in items { attempt(PutOnAgenda(meeting: RandomMeeting.id, item: drawnItem(item))) }
        let chairs = committees.map { id in
            let officers = book.committees[id]!.memberships.prefix(2).map(\.person)
            return OpenMeeting.Chair(committee: id, person: officers.isEmpty ? people[0] : pick(officers))
        }
        let present = people.filter { person in chairs.contains { $0.person == person } || chance(75) }
        attempt(OpenMeeting(meeting: RandomMeeting.id, present: present, chairs: chairs, at: now()))
        guard meeting.state == .open else { return }
        for item in items {
            for _ in 0..<stream.below(3) { wander(item) }
            if chance(80) { handleAll(item) }
            if chance(50) { giveProxies(item) }
            attempt(TakeItem(meeting: RandomMeeting.id, item: item, at: now()))
            for round in 0..<(1 + stream.below(2)) { vote(on: item, round) }
            settle(item)
        }
        attempt(CloseMeeting(meeting: RandomMeeting.id, at: now()))
    }

    private mutating func drawnItem(_ id: Slug) -> AgendaItem {
        let part = Slug("part-1")!
        return AgendaItem(
            id: id, title: "Drawn", purpose: chance(85) ? .decide : .note,
            touches: [
                .init(organisation: pick(RandomMeeting.codes), how: "is paid"),
                .init(organisation: pick(RandomMeeting.codes), part: part, how: "is paid under the part"),
            ], matter: RandomMeeting.matter, amount: Money(pence: stream.below(1_100)),
            papers: [.init(title: "Paper", document: EvidenceID(String(repeating: "b", count: 64))!)])
    }

    /// Somebody comes, goes, gives a proxy, is co-opted or takes the chair.
    private mutating func wander(_ item: Slug) {
        let (one, other) = (pick(people), pick(people))
        switch stream.below(8) {
        case 0: attempt(LeaveMeeting(meeting: RandomMeeting.id, person: one, item: chance(50) ? item : nil, at: now()))
        case 1: attempt(JoinMeeting(meeting: RandomMeeting.id, person: one, at: now()))
        case 2: attempt(GiveProxy(meeting: RandomMeeting.id, principal: one, holder: other, at: now()))
        case 3:
            attempt(
                CoOptMember(
                    meeting: RandomMeeting.id, committee: pick(committees), item: item, person: one,
                    roles: [pick(RandomMeeting.roles)], asked: [one], reason: "drawn", at: now()))
        case 4:
            attempt(
                AskClinician(
                    meeting: RandomMeeting.id, item: item, person: one, by: other,
                    answer: chance(50) ? pick(ClinicianAsked.Answer.allCases) : nil, note: "drawn", at: now()))
        case 5:
            let interest = MeetingInterest(
                id: Slug("told-\(minute)")!, member: one, item: item,
                parts: chance(50) ? [Slug("part-1")!] : [], kind: pick([.financial, .nonFinancialPersonal]),
                nature: "drawn")
            attempt(DeclareAtMeeting(meeting: RandomMeeting.id, interest: interest, at: now()))
        case 6:
            attempt(
                HandOverChair(
                    meeting: RandomMeeting.id, committee: pick(committees), to: one, item: chance(70) ? item : nil,
                    chosenBy: [other], reason: "drawn", at: now()))
        default:
            attempt(
                HandleInterest(
                    meeting: RandomMeeting.id, item: item, member: one, chair: other,
                    option: pick(HandlingOption.allCases), parts: chance(50) ? [] : nil, reason: "drawn", at: now()))
        }
    }

    /// The officers handle what is proposed; those who are to be away mostly leave.
    private mutating func handleAll(_ item: Slug) {
        let officers = committees.flatMap { book.committees[$0]!.memberships.prefix(2).map(\.person) }
        let proposals =
            (try? ProposeHandling.proposals(
                for: meeting, item: item, people: people, book: book, rulebook: RandomMeeting.rulebook)) ?? []
        for person in people where proposals.contains(where: { $0.member == person }) {
            for officer in officers {
                let handled = meeting.handlings.count
                attempt(
                    HandleInterest(
                        meeting: RandomMeeting.id, item: item, member: person, chair: officer, at: now()))
                if meeting.handlings.count > handled { break }
            }
        }
        for handling in meeting.standingHandlings(item) where !handling.option.mayStayForDecision && chance(85) {
            attempt(LeaveMeeting(meeting: RandomMeeting.id, person: handling.member, item: item, at: now()))
        }
        if let chair = meeting.present.first, chance(40) {
            let chosenBy = Array(meeting.present.dropFirst())
            for id in committees {
                attempt(
                    HandOverChair(
                        meeting: RandomMeeting.id, committee: id, to: chair, item: item, chosenBy: chosenBy,
                        reason: "drawn", at: now()))
            }
        }
    }

    /// Members who are away give their votes to those who are there, for the item or for the meeting.
    private mutating func giveProxies(_ item: Slug) {
        for person in people where !meeting.isPresent(person) && !meeting.present.isEmpty && chance(70) {
            attempt(
                GiveProxy(
                    meeting: RandomMeeting.id, principal: person, holder: pick(meeting.present),
                    item: chance(50) ? item : nil, at: now()))
        }
    }

    private mutating func vote(on item: Slug, _ round: Int) {
        let id = Slug("m-\(item)-\(round)")!
        let motion = Motion(
            id: id, item: item, text: "Drawn", parts: chance(30) ? [Slug("part-1")!] : [], reasons: "Drawn",
            considered: ["Drawn"], mover: meeting.present.isEmpty ? people[0] : pick(meeting.present))
        if chance(15) {
            attempt(DecideByConsensus(meeting: RandomMeeting.id, motion: motion, at: now()))
            return
        }
        attempt(MoveMotion(meeting: RandomMeeting.id, motion: motion, at: now()))
        guard meeting.motion(id) != nil else { return }
        if chance(15) {
            let voted = some(people, percent: 60)
            attempt(
                CastSecretVotes(
                    meeting: RandomMeeting.id, motion: id, committee: pick(committees),
                    counts: .init(inFavour: voted.count, against: 0), voted: voted, at: now()))
        }
        for person in people where chance(85) {
            let holder = meeting.proxies.last { $0.proxy.principal == person }?.proxy.holder
            let isAway = !meeting.isPresent(person)
            let vote = Vote(
                voter: person, choice: pick(Vote.Choice.allCases), castBy: isAway || chance(10) ? holder : nil)
            attempt(CastVotes(meeting: RandomMeeting.id, motion: id, votes: [vote], at: now()))
            if chance(10) { wander(item) }
        }
        close(id, item)
    }

    /// With casting votes first, which are refused where nobody ties; else without.
    private mutating func close(_ motion: Slug, _ item: Slug) {
        let casting = committees.compactMap { committee in
            meeting.chair(of: committee, item: item).map {
                CloseVote.Casting(committee: committee, vote: CastingVote(by: $0, choice: .inFavour))
            }
        }
        if chance(50) {
            attempt(CloseVote(meeting: RandomMeeting.id, motion: motion, castingVotes: casting, at: now()))
            for one in casting {
                attempt(CloseVote(meeting: RandomMeeting.id, motion: motion, castingVotes: [one], at: now()))
            }
        }
        attempt(CloseVote(meeting: RandomMeeting.id, motion: motion, at: now()))
    }

    private mutating func settle(_ item: Slug) {
        for motion in meeting.motions where motion.item == item && motion.isOpen {
            for handling in meeting.standingHandlings(item) where !handling.option.mayStayForDecision {
                attempt(LeaveMeeting(meeting: RandomMeeting.id, person: handling.member, item: item, at: now()))
            }
            for person in people {
                let vote = Vote(voter: person, choice: .abstain)
                attempt(CastVotes(meeting: RandomMeeting.id, motion: motion.id, votes: [vote], at: now()))
            }
            attempt(CloseVote(meeting: RandomMeeting.id, motion: motion.id, at: now()))
        }
        attempt(CloseItem(meeting: RandomMeeting.id, item: item, at: now()))
        attempt(DeferItem(meeting: RandomMeeting.id, item: item, reason: "drawn", at: now()))
    }
}
