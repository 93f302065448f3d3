package import Governance
package import Priorities
package import Vocabulary

extension GovernanceBook {
    /// What a meeting did about a round, in the words in which the round's decision says it.
    ///
    /// - Parameters:
    ///   - item: nil where the agenda has one item on the round only.
    ///   - options: all options of the round: a motion that names none is about all of them.
    ///   - closing: the line of the journal by which the item was closed.
    /// - Throws: `no-such-meeting`, `no-such-item`, `item-not-on-round`, `item-ambiguous`, `item-not-closed`.
    package func sitting(
        of meeting: Slug, item: Slug?, on round: Slug, options: [Slug], closing: (Slug) -> EvidenceID?
    ) throws(Refusal) -> Priorities.Sitting {
        guard let held = meetings[meeting] else {
            throw Refusal(
                .usage, code: "no-such-meeting", "There is no meeting “\(meeting)”.",
                remedy: "List the meetings with: remit meeting list")
        }
        let found = try held.item(item, on: round)
        guard held.proceeding(found.id)?.state == .closed, let digest = closing(found.id) else {
            throw Refusal(
                .rule, code: "item-not-closed", "The item “\(found.id)” of “\(meeting)” has not been closed.",
                remedy: "Let the meeting decide, defer or refer it, and close it there.")
        }
        let resolutions = held.resolutions.filter { $0.item == found.id }
        return Priorities.Sitting(
            meeting: meeting, item: found.id, on: held.day,
            bodies: held.committees.map { body($0, of: found.id, in: held) },
            votes: resolutions.map { vote($0, in: held, options: options) },
            leftOut: leftOut(resolutions, in: held), digest: digest)
    }

    private func title(_ committee: Slug) -> String { committees[committee]?.title ?? committee.description }

    private func body(_ committee: Slug, of item: Slug, in held: Meeting) -> Priorities.Sitting.Body {
        let findings = held.proceeding(item)?.findings.filter { $0.committee == committee } ?? []
        let rule = committees[committee]?.terms(on: held.day)?.quorum.inWords ?? "no quorum set"
        let counted = findings.last.map { "; \($0.counted.count) counted" } ?? ""
        return Priorities.Sitting.Body(
            title: title(committee), quorum: rule + counted, isQuorate: findings.last?.isMet ?? false)
    }

    private func vote(_ resolution: Resolution, in held: Meeting, options: [Slug]) -> Priorities.Sitting.Vote {
        let outcome: Decision.Outcome.Kind =
            switch held.motion(resolution.id)?.asks ?? .approve {
            case .approve: .funded
            case .reject: .notFunded
            case .postpone: .deferred
            }
        let isCast = resolution.tally?.isByCastingVote ?? false
        return Priorities.Sitting.Vote(
            body: title(resolution.committee), motion: resolution.text,
            options: resolution.parts.isEmpty ? options : resolution.parts, outcome: outcome,
            inFavour: resolution.tally?.inFavour ?? 0, against: resolution.tally?.against ?? 0,
            abstained: resolution.tally?.abstained ?? 0,
            manner: isCast
                ? "by the casting vote" : resolution.manner == .vote ? nil : resolution.manner.inWords,
            isCarried: resolution.isCarried)
    }

    /// Each once, in the order in which they first stood back.
    private func leftOut(_ resolutions: [Resolution], in held: Meeting) -> [Priorities.Sitting.LeftOut] {
        var told: [Priorities.Sitting.LeftOut] = []
        for resolution in resolutions {
            for excluded in resolution.excluded {
                let one = Priorities.Sitting.LeftOut(
                    role: role(of: excluded.member, in: resolution.committee, on: held.day),
                    options: excluded.parts, how: excluded.option.inWords)
                if !told.contains(one) { told.append(one) }
            }
        }
        return told
    }

    /// Members are known in what is published by what they sit as.
    private func role(of person: Slug, in committee: Slug, on day: Day) -> String {
        let seat = committees[committee]?.memberships.last { $0.person == person && $0.from <= day }
        return seat?.roles.map { $0.description.replacing("-", with: " ") }.joined(separator: ", ") ?? "member"
    }
}

extension Meeting {
    fileprivate func item(_ named: Slug?, on round: Slug) throws(Refusal) -> AgendaItem {
        let onRound = agenda.filter { $0.subject == .round(round) }
        guard let named else {
            if let only = onRound.first, onRound.count == 1 { return only }
            throw Refusal(
                .usage, code: onRound.isEmpty ? "item-not-on-round" : "item-ambiguous",
                onRound.isEmpty
                    ? "No item of the meeting “\(id)” is on the round “\(round)”."
                    : "More than one item of the meeting “\(id)” is on the round “\(round)”.",
                remedy: onRound.isEmpty
                    ? "Put the round on its agenda, with the subject {round: \(round)}."
                    : "Name one of \(Vocabulary.named(onRound.map(\.id))).")
        }
        guard let item = item(named) else {
            throw Refusal(
                .usage, code: "no-such-item", "The meeting “\(id)” has no item “\(named)”.",
                remedy: "Its items are \(Vocabulary.named(agenda.map(\.id))).")
        }
        guard item.subject == .round(round) else {
            throw Refusal(
                .rule, code: "item-not-on-round",
                "The item “\(named)” of “\(id)” is not on the round “\(round)”.",
                remedy: "Name the item that is on the round.")
        }
        return item
    }
}
