import Governance
import Methods
import Testing
import Vocabulary

/// Laws over ten thousand meetings drawn from seeds, in tens of a thousand; the seed of a broken one is named.
struct RandomMeetingTests {
    @Test(arguments: 0..<10)
    func `a drawn meeting ends in a consistent state or with a stopped item`(batch: Int) {
        var seen = Coverage()
        for seed in (batch * 1_000)..<((batch + 1) * 1_000) {
            var drawn = RandomMeeting(seed: seed)
            drawn.run()
            let faults = faults(of: drawn.meeting, drawn.book) + drawn.unknownChanges.sorted()
            #expect(faults == [], "seed \(seed)")
            seen.note(drawn.meeting, drawn.book)
            if !faults.isEmpty { return }
        }
        // The laws would say nothing of what never happens.
        let missing = Coverage.least.filter { what, least in seen.counts[what, default: 0] < least }.map(\.0)
        #expect(missing == [], "\(seen.counts)")
    }

    /// How often each thing that the laws speak of has happened in a thousand meetings.
    private struct Coverage {
        var counts: [String: Int] = [:]

        static let least = [
            ("decided", 200), ("closed", 700), ("stopped", 100), ("decided with somebody left out", 100),
            ("decided on some options", 40), ("voted by proxy and counted", 60), ("cast and set aside", 10),
            ("decided by somebody asked to join", 5), ("decided by a deputy", 20), ("by casting vote", 1),
            ("by consensus", 10), ("by secret vote", 10), ("left while a motion was open", 20),
            ("one of two committees without a quorum", 10), ("two committees, decided apart", 5),
            ("without a clinical voice", 50), ("asked a clinician", 20),
        ]

        mutating func note(_ meeting: Meeting, _ book: GovernanceBook) {
            func count(_ what: String, _ times: Int) { counts[what, default: 0] += times }
            func count(_ what: String, _ isSo: Bool) { count(what, isSo ? 1 : 0) }
            count("decided", meeting.resolutions.count)
            count("closed", meeting.state == .closed)
            count("stopped", meeting.proceedings.contains { $0.findings.contains { !$0.isMet } })
            count("without a clinical voice", meeting.proceedings.contains { $0.voices.contains { $0.heard.isEmpty } })
            count("asked a clinician", meeting.asked.count)
            for resolution in meeting.resolutions {
                let motion = meeting.motion(resolution.id)!
                let committee = book.committees[resolution.committee]!
                count("decided with somebody left out", !resolution.excluded.isEmpty)
                count("decided on some options", !resolution.parts.isEmpty)
                count("cast and set aside", resolution.setAside.count)
                count(
                    "voted by proxy and counted",
                    motion.votes.count {
                        $0.vote.castBy != nil && $0.committee == committee.id
                            && resolution.deciders.contains($0.vote.voter)
                    })
                count(
                    "decided by somebody asked to join",
                    meeting.coOptions.contains {
                        $0.item == resolution.item && $0.committee == committee.id
                            && resolution.deciders.contains($0.person)
                    })
                count(
                    "decided by a deputy",
                    committee.memberships.contains {
                        $0.deputyFor != nil && resolution.deciders.contains($0.person)
                    })
                count("by casting vote", resolution.tally?.isByCastingVote ?? false)
                count("by consensus", resolution.manner == .consensus)
                count("by secret vote", resolution.manner == .secretVote)
            }
            for motion in meeting.motions {
                let outcomes = Set(motion.results.map(\.outcome))
                count("one of two committees without a quorum", outcomes.count > 1 && outcomes.contains(.quorumLost))
                count("two committees, decided apart", outcomes == [.carried, .notCarried])
                let closed = motion.results.first?.at
                count(
                    "left while a motion was open",
                    meeting.presences.contains { presence in
                        guard let opened = motion.openedAt, let until = presence.until, let closed else { return false }
                        return opened < until && until < closed
                    })
            }
        }
    }

    /// Everything that must hold of a meeting, whatever was tried.
    func faults(of meeting: Meeting, _ book: GovernanceBook) -> [String] {
        presenceFaults(meeting) + stateFaults(meeting)
            + meeting.resolutions.flatMap { resolutionFaults($0, meeting, book) }
    }

    private func presenceFaults(_ meeting: Meeting) -> [String] {
        Dictionary(grouping: meeting.presences, by: \.person).flatMap { person, spans -> [String] in
            var faults: [String] = []
            for span in spans where span.until.map({ $0 < span.from }) ?? false {
                faults.append("\(person): ends before")
            }
            for (earlier, later) in zip(spans, spans.dropFirst()) {
                guard let until = earlier.until, until <= later.from else {
                    faults.append("\(person): there twice at once")
                    continue
                }
            }
            return faults
        }
    }

    private func stateFaults(_ meeting: Meeting) -> [String] {
        var faults: [String] = []
        if meeting.state == .closed {
            if meeting.proceedings.contains(where: { ![.closed, .withdrawn].contains($0.state) }) {
                faults.append("closed with an item unsettled")
            }
            if !meeting.present.isEmpty { faults.append("closed with people there") }
        } else if meeting.state == .open, meeting.itemBefore == nil {
            faults.append("left open with nothing before it")
        }
        for proceeding in meeting.proceedings where proceeding.state == .closed {
            if Set(proceeding.outcomes.map(\.committee)) != Set(meeting.committees) {
                faults.append("\(proceeding.item) closed without an outcome of each committee")
            }
        }
        return faults
    }

    private func resolutionFaults(_ resolution: Resolution, _ meeting: Meeting, _ book: GovernanceBook) -> [String] {
        var faults: [String] = []
        let committee = book.committees[resolution.committee]!
        let here = there(at: resolution.decidedAt, meeting)
        let left = leftOut(resolution, meeting)
        let joined = meeting.coOptions.filter {
            $0.committee == committee.id && $0.item == resolution.item && $0.at <= resolution.decidedAt
        }
        let seats = committee.memberships.map(\.person) + joined.map(\.person)
        if let tally = resolution.tally {
            if tally.cast + tally.abstained > tally.eligible { faults.append("more votes than eligible") }
            if tally.cast + tally.abstained != resolution.deciders.count { faults.append("votes of nobody") }
            if tally.eligible > Set(seats).subtracting(left).count { faults.append("left out and eligible") }
        } else if resolution.deciders.isEmpty {
            faults.append("decided by nobody")
        }
        if !left.isDisjoint(with: resolution.deciders) { faults.append("left out and counted") }
        let cast = meeting.motion(resolution.id)!.votes.filter { $0.committee == committee.id }.map(\.vote)
        for decider in resolution.deciders where !here.contains(decider) {
            // A secret vote does not say who cast it: then one of those who may is there.
            let castBy = cast.first { $0.voter == decider }?.castBy
            let holders = meeting.proxies.filter { given in
                given.proxy.principal == decider && (given.item ?? resolution.item) == resolution.item
                    && given.at <= resolution.decidedAt && given.proxy.holder == castBy ?? given.proxy.holder
            }.map(\.proxy.holder)
            if !committee.terms[0].allowsProxies
                || !holders.contains(where: { here.contains($0) && !left.contains($0) })
            {
                faults.append("\(decider) was not there")
            }
        }
        let present = committee.memberships.compactMap { seat in
            self.seat(seat, in: committee, here: here, left: left)
        }
        let coOpted = joined.map {
            Seat(
                person: $0.person, roles: $0.roles, isPresent: here.contains($0.person),
                isRecused: left.contains($0.person))
        }
        if !quorate(committee.terms[0].quorum, present + coOpted) { faults.append("decided without a quorum") }
        faults += voiceFaults(resolution, meeting, book, here: here, joined: joined.map(\.person))
        if let amount = resolution.amount, let upTo = resolution.upTo, amount > upTo {
            faults.append("above the mandate")
        }
        for excluded in resolution.excluded where !excluded.option.mayStayForDecision && here.contains(excluded.member)
        {
            faults.append("\(excluded.member) was in the room")
        }
        if !Set(resolution.excluded.map(\.member)).isSubset(of: left) {
            faults.append("said to be left out and was not")
        }
        return faults
    }

    /// A seat as it counts: a deputy's where deputies are allowed and the member is neither there nor left out.
    private func seat(_ held: Membership, in committee: Committee, here: Set<Slug>, left: Set<Slug>) -> Seat? {
        var seat = Seat(
            person: held.person, roles: held.roles, isVoting: held.isVoting, office: held.office,
            deputyFor: held.deputyFor,
            isPresent: here.contains(held.person), isRecused: left.contains(held.person))
        guard let member = held.deputyFor else { return seat }
        guard committee.terms[0].allowsDeputies else { return nil }
        if here.contains(member) || left.contains(member) { seat.isPresent = false }
        if committee.memberships.contains(where: { $0.person == member && !$0.isVoting }) { seat.isVoting = false }
        return seat
    }

    /// What the meeting says of the clinical voice agrees with who was there and not left out of the whole item.
    private func voiceFaults(
        _ resolution: Resolution, _ meeting: Meeting, _ book: GovernanceBook, here: Set<Slug>, joined: [Slug]
    ) -> [String] {
        let committee = book.committees[resolution.committee]!
        let left = leftOut(resolution, meeting, ofWholeItem: true)
        let seats = committee.memberships.compactMap { seat($0, in: committee, here: here, left: left) }
        let coOpted = joined.map {
            Seat(person: $0, roles: [], isPresent: here.contains($0), isRecused: left.contains($0))
        }
        let clinical = (seats + coOpted).filter {
            !(book.people[$0.person]?.clinicalPosts(on: meeting.day).isEmpty ?? true)
        }
        let isHeard = clinical.contains { $0.isPresent && !$0.isRecused }
        let last = meeting.proceeding(resolution.item!)?.voices.last {
            $0.committee == resolution.committee && $0.at <= resolution.decidedAt
        }
        guard !clinical.isEmpty else { return last == nil ? [] : ["a clinical voice of nobody"] }
        return isHeard == (last.map { !$0.heard.isEmpty } ?? true) ? [] : ["the clinical voice is told wrong"]
    }

    /// Those in the room at a moment; no two things happen in one minute.
    private func there(at moment: Moment, _ meeting: Meeting) -> Set<Slug> {
        Set(
            meeting.presences.filter { $0.from <= moment && ($0.until.map { moment < $0 } ?? true) }.map(\.person))
    }

    /// Told from the handlings alone, up to the decision, and without asking the meeting.
    private func leftOut(
        _ resolution: Resolution, _ meeting: Meeting, ofWholeItem: Bool = false
    ) -> Set<Slug> {
        var standing: [Slug: [Set<Slug>: HandlingOption]] = [:]
        for handling in meeting.handlings
        where handling.item == resolution.item && handling.decidedAt <= resolution.decidedAt {
            if handling.parts.isEmpty { standing[handling.member] = [:] }
            standing[handling.member, default: [:]][Set(handling.parts)] = handling.option
        }
        return Set(
            standing.filter { _, options in
                options.contains { parts, option in
                    option != .noted
                        && (parts.isEmpty || !ofWholeItem)
                        && (parts.isEmpty || resolution.parts.isEmpty || !parts.isDisjoint(with: resolution.parts))
                }
            }.keys)
    }

    /// The rule read anew, without the working: of the three kinds that are drawn.
    private func quorate(_ rule: QuorumRule, _ seats: [Seat]) -> Bool {
        let taking = seats.filter { $0.isPresent && !$0.isRecused }
        switch rule {
        case .atLeast(let number, .voting): return taking.filter(\.isVoting).count >= number
        case .atLeast(let number, .roles(let roles)):
            return taking.filter { !Set($0.roles).isDisjoint(with: roles) }.count >= number
        case .all(let rules): return rules.allSatisfy { quorate($0, seats) }
        case .part(let numerator, let denominator, _, _, _):
            return taking.count * denominator >= numerator * seats.filter { $0.deputyFor == nil }.count
        default: return false
        }
    }
}
