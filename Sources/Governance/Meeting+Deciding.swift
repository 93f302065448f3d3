import Rulebook
import Vocabulary

// What must be so before anything is decided.

extension Meeting {
    /// A motion as it may be put: its words, its item, its mandate in each committee, its documents, nobody left out
    /// still in the room.
    ///
    /// - Throws: `no-such-item`, `item-…`, `not-for-decision`, `motion-exists`, `vote-open`, `text-missing`, `no-reason`,
    ///   `no-such-part`, `nothing-considered`, `no-evidence`, `interest-unhandled`, `chair-absent`, `chair-conflicted`,
    ///   `recused-present`, `no-mandate`, `above-mandate`, `amount-missing`, `statutory-gate`.
    func prepared(_ given: Motion, _ before: GovernanceBefore, at moment: Moment) throws(Refusal) -> Motion {
        var motion = given
        (motion.votes, motion.secretVotes, motion.results, motion.openedAt) = ([], [], [], nil)
        let item = try requireItem(motion.item)
        _ = try requireProceeding(item.id, in: [.taken], to: "decide it")
        guard item.purpose == .decide, let matter = item.matter else {
            throw Refusal(
                .rule, code: "not-for-decision", "The item “\(item.id)” is not on the agenda for decision.",
                remedy: "Put it on an agenda for decision.")
        }
        guard self.motion(motion.id) == nil else {
            throw Refusal(
                .usage, code: "motion-exists", "There is a motion “\(motion.id)” already.",
                remedy: "Give this one a short name of its own.")
        }
        try requireNoOpenMotion(on: item.id, to: "decide something else")
        try refuseBlank(motion.text, "The text of “\(motion.id)”")
        try refuseBlank(reason: motion.reasons, for: "“\(motion.id)”")
        try requireParts(motion.parts, of: item)
        guard !motion.considered.isEmpty else {
            throw Refusal(
                .input, code: "nothing-considered", "“\(motion.id)” does not say which options were considered.",
                remedy: "Name them, the one proposed among them.")
        }
        if motion.evidence.isEmpty { motion.evidence = item.documents }
        guard !motion.evidence.isEmpty else {
            throw Refusal(
                .input, code: "no-evidence", "“\(motion.id)” rests on no document.",
                remedy: "Give the digest of one, or lay a paper before the item.")
        }
        if motion.amount == nil { motion.amount = item.amount }
        try requireHandled(item.id, before)
        try requireChairs(item.id, before)
        try refuseRecusedPresent(item.id, parts: motion.parts)
        for id in committees {
            let scope = Scope.motion(motion.parts)
            let sitting = try Sitting(of: id, in: self, item: item.id, within: scope, book: before.book)
            _ = try sitting.mandate(for: matter, amount: motion.amount)
        }
        try requireGates(item, seenBy: [], before)
        return motion
    }

    /// - Throws: `recused-present` while somebody who is to be away for the decision is in the room.
    func refuseRecusedPresent(_ item: Slug, parts: [Slug]) throws(Refusal) {
        let still = handlings(item, within: .motion(parts)).first {
            !$0.option.mayStayForDecision && isPresent($0.member)
        }
        if let still {
            throw Refusal(
                .rule, code: "recused-present",
                "“\(still.member)” is still in the room, and \(still.option.inWords).",
                remedy: "Record that the person left, with the item for which it was.")
        }
    }

    /// - Parameter deciders: who has to have seen the documents; nobody before the vote.
    /// - Throws: `statutory-gate`, naming each document that lacks, is dated too late or was not seen.
    func requireGates(_ item: AgendaItem, seenBy deciders: [Slug], _ before: GovernanceBefore) throws(Refusal) {
        guard item.changesService else { return }
        var missing: [String] = []
        for kind in AgendaItem.Gate.Kind.allCases {
            let rule = GovernanceRuleID.gate(kind)
            guard try before.rulebook.hasRule(rule, on: day), try before.rulebook.flag(rule, on: day) else { continue }
            let given = item.gates.filter { $0.kind == kind }
            let inTime = given.filter { $0.dated < day }
            let unseen =
                inTime.map { gate in deciders.filter { !gate.seenBy.contains($0) } }
                .min { $0.count < $1.count } ?? []
            if given.isEmpty {
                missing.append("the \(kind.inWords) is missing")
            } else if inTime.isEmpty {
                missing.append("the \(kind.inWords) is not dated before the decision")
            } else if !unseen.isEmpty {
                missing.append("the \(kind.inWords) has not been seen by \(named(unseen))")
            }
        }
        guard missing.isEmpty else {
            throw Refusal(
                .rule, code: "statutory-gate",
                "The item “\(item.id)” would stop or change a service: \(missing.joined(separator: "; ")).",
                remedy: "Lay what is missing before the item and have it seen, or defer the item.")
        }
    }

    /// What a committee decided, or did not carry, on the item that is before it.
    func resolution(
        of motion: Motion, in sitting: Sitting, manner: Resolution.Manner, tally: VoteTally?, deciders: [Slug],
        at moment: Moment
    ) throws(Refusal) -> Resolution {
        let item = try requireItem(motion.item)
        let mandate = try item.matter.map { matter throws(Refusal) in
            try sitting.mandate(for: matter, amount: motion.amount)
        }
        let excluded = handlings(item.id, within: .motion(motion.parts)).filter { handling in
            !handling.option.votes && sitting.holds(handling.member)
        }
        return Resolution(
            id: motion.id, committee: sitting.committee.id, meeting: id, item: item.id, title: item.title,
            text: motion.text, isCarried: tally.map { $0.outcome == .carried } ?? true, manner: manner,
            reasons: motion.reasons, considered: motion.considered, evidence: motion.evidence, parts: motion.parts,
            touches: item.touches, subject: item.subject,
            excluded: excluded.map { Resolution.Excluded(member: $0.member, parts: $0.parts, option: $0.option) },
            tally: tally, deciders: deciders, matter: item.matter, amount: motion.amount, upTo: mandate?.upTo,
            citation: sitting.terms.citation, gates: item.gates, decidedAt: moment)
    }
}

extension Rulebook {
    /// True where a rule of the name is in force on the day.
    fileprivate func hasRule(_ id: String, on day: Day) throws(Refusal) -> Bool {
        rules.contains { $0.id == id && $0.period.contains(day) }
    }
}

extension AgendaItem {
    /// The documents of its papers and of what the law asks for, each once.
    var documents: [EvidenceID] {
        var met: Set<EvidenceID> = []
        return (papers.compactMap(\.document) + gates.compactMap(\.document)).filter { met.insert($0).inserted }
    }
}

extension AgendaItem.Gate.Kind {
    /// For reading: `equality impact assessment`.
    public var inWords: String {
        switch self {
        case .equalityImpact: "equality impact assessment"
        case .qualityImpact: "quality impact assessment"
        case .publicInvolvement: "record of public involvement"
        }
    }
}
