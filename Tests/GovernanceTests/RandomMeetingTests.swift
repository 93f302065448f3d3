import Governance
import Methods
import Testing
import Vocabulary

/// Laws over ten thousand meetings drawn from seeds, in tens of a thousand; the seed of a broken one is named.
struct RandomMeetingTests {
    @Test(arguments: 0..<10)
    func `a drawn meeting ends in a consistent state or with a stopped item`(batch: Int) {
        var decided = 0
        var closed = 0
        var stopped = 0
        for seed in (batch * 1_000)..<((batch + 1) * 1_000) {
            var drawn = RandomMeeting(seed: seed)
            drawn.run()
            let faults = faults(of: drawn.meeting, drawn.book) + drawn.unknownChanges.sorted()
            #expect(faults == [], "seed \(seed)")
            decided += drawn.meeting.resolutions.count
            closed += drawn.meeting.state == .closed ? 1 : 0
            stopped += drawn.meeting.proceedings.contains { $0.findings.contains { !$0.isMet } } ? 1 : 0
            if !faults.isEmpty { return }
        }
        // The laws would say nothing of meetings that never decide, close or stop.
        #expect(
            decided > 200 && closed > 700 && stopped > 100, "\(decided) decided, \(closed) closed, \(stopped) stopped")
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
        let proxies = Dictionary(
            meeting.proxies.filter { $0.at <= resolution.decidedAt }.map { ($0.proxy.principal, $0.proxy.holder) },
            uniquingKeysWith: { _, last in last })
        for decider in resolution.deciders where !here.contains(decider) {
            guard let holder = proxies[decider], here.contains(holder), !left.contains(holder) else {
                faults.append("\(decider) was not there")
                continue
            }
        }
        let present = committee.memberships.map {
            Seat(
                person: $0.person, roles: $0.roles, isVoting: $0.isVoting, office: $0.office,
                isPresent: here.contains($0.person), isRecused: left.contains($0.person))
        }
        let coOpted = joined.map {
            Seat(
                person: $0.person, roles: $0.roles, isPresent: here.contains($0.person),
                isRecused: left.contains($0.person))
        }
        if !quorate(committee.terms[0].quorum, present + coOpted) { faults.append("decided without a quorum") }
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

    /// Those in the room at a moment; no two things happen in one minute.
    private func there(at moment: Moment, _ meeting: Meeting) -> Set<Slug> {
        Set(
            meeting.presences.filter { $0.from <= moment && ($0.until.map { moment < $0 } ?? true) }.map(\.person))
    }

    /// Told from the handlings alone, up to the decision, and without asking the meeting.
    private func leftOut(_ resolution: Resolution, _ meeting: Meeting) -> Set<Slug> {
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
            return taking.count * denominator >= numerator * seats.count
        default: return false
        }
    }
}
