import Vocabulary

extension AccountabilityGround {
    /// Rights for which nobody answers: an edge about the matter, or one about conduct at large, from a holder, its
    /// committee or a partnership.
    func functions() -> [Finding] {
        let deciding = rights.filter { $0.extent != .greaterInvolvement && $0.extent != .joint && $0.holder != nil }
        return deciding.filter { right in !edges.contains { answers($0, for: right) } }.map { right in
            Finding(
                .functionWithoutForum,
                "\(names.names(right.holders)) may decide \(named(right)), and answers to no forum for it.",
                remedy: "Draw to whom it answers for “\(right.matter)”, with what may follow.", rights: [right.id],
                parties: right.holders.map { .organisation($0) })
        }
    }

    private func answers(_ edge: AccountabilityEdge, for right: DecisionRight) -> Bool {
        guard edge.matter == nil || edge.matter == right.matter else { return false }
        switch edge.actor {
        case .organisation(let code): return right.holders.contains { isSame($0, code) }
        case .committee(let id):
            // A committee's conduct at large is not the whole body's.
            if id == right.committee { return true }
            guard edge.matter != nil, let body = body(of: edge.actor) else { return false }
            return right.holders.contains { isSame($0, body) }
        case .partnership: return edge.matter != nil
        case .person, .thePublic: return false
        }
    }

    /// Chains that do not end at the statutory holder, and delegations that what they come from no longer bears.
    func delegations() -> [Finding] {
        let held = Dictionary(question.rights.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return rights.flatMap { right -> [Finding] in
            guard
                let chain = TraceDelegation.chain(
                    of: right.id, among: held, on: question.day, successor: successor)
            else { return [] }
            return [brokenness(of: right, chain), excess(of: right, chain)].compactMap { $0 }
        }
    }

    private func brokenness(of right: DecisionRight, _ chain: TraceDelegation.Chain) -> Finding? {
        let statutory = chain.statutoryHolder.map { names.name($0) } ?? "the statutory holder"
        let top = chain.rights.last?.holder.map { names.name($0) } ?? "nobody"
        let what: String
        let remedy: String
        switch chain.end {
        case .statutoryHolder: return nil
        case .notSaid where right.extent != .delegated && right.delegatedFrom == nil: return nil
        case .notSaid:
            what = "nobody has said who holds it by statute"
            remedy = "Say which body holds it by statute."
        case .otherHolder:
            what = "it ends at \(top), and not at \(statutory), which holds it by statute"
            remedy = "Record the right of \(statutory) and the instrument by which it was passed on."
        case .broken:
            what =
                "it comes from “\(chain.missing?.description ?? "")”, which does not stand on \(question.day.inWords)"
            remedy = "Record what took the place of that right, or end this one."
        case .circle:
            what = "it comes from itself"
            remedy = "Name the right by which the matter is held in the first place."
        }
        return Finding(
            .delegationBroken, "The delegation of \(named(right)) does not end at the statutory holder: \(what).",
            remedy: remedy, rights: chain.rights.map(\.id), parties: right.holders.map { .organisation($0) },
            rule: GovernanceRuleID.liability)
    }

    /// The limit stands above that of a right on the way up: that right was amended since.
    private func excess(of right: DecisionRight, _ chain: TraceDelegation.Chain) -> Finding? {
        guard let parent = chain.rights.dropFirst().first else { return nil }
        let own = right.upTo
        if let limit = parent.upTo, own.map({ $0 > limit }) ?? true {
            return Finding(
                .delegationBeyondParent,
                "\(named(right)) commits \(own.map { "up to \($0)" } ?? "any amount"), and \(named(parent)), from which "
                    + "it comes, only up to \(limit).",
                remedy: "Amend it to at most \(limit), or the one above it by what allows more.",
                rights: [right.id, parent.id])
        }
        guard parent.extent != .own, !parent.allowsSubDelegation else { return nil }
        return Finding(
            .delegationBeyondParent,
            "\(named(right)) comes from \(named(parent)), which may not be passed on: \(parent.citation).",
            remedy: "End it, or amend the one above it by what allows it.", rights: [right.id, parent.id])
    }

    /// Rights by an instrument that the Rulebook knows, from a day on which it was not in force.
    func instruments() -> [Finding] {
        rights.compactMap { right in
            guard let given = right.instrument else { return nil }
            let known = question.instruments.filter { key($0.name) == key(given.name) }
            let day = given.dated ?? right.from
            guard !known.isEmpty, !known.contains(where: { $0.from <= day && ($0.until.map { day < $0 } ?? true) })
            else { return nil }
            let spans = known.map { instrument in
                "from \(instrument.from.inWords)" + (instrument.until.map { " and no longer on \($0.inWords)" } ?? "")
            }
            return Finding(
                .instrumentNotInForce,
                "\(named(right)) rests on \(given.name) of \(day.inWords); the Rulebook has it in force "
                    + "\(listed(spans)).",
                remedy: "Correct the instrument or its day, or the Rulebook where its day is wrong.",
                rights: [right.id],
                rule: GovernanceRuleID.instrumentPrefix + (known.first?.name ?? ""))
        }
    }

    /// `section 65Z5` is `s65Z5`.
    private func key(_ instrument: String) -> String {
        let words = instrument.titleKey.split(separator: " ")
        let joined = words.filter { $0 != "section" }.joined()
        return joined.hasPrefix("s") ? String(joined.dropFirst()) : joined
    }

    /// Rights that are not settled and about which nobody is asked any more.
    func unsettled() -> [Finding] {
        rights.filter { $0.standing != .settled && !question.asked.contains($0.id) }.map { right in
            Finding(
                .unsettledWithoutQuestion,
                "\(named(right)) is \(right.standing.rawValue), and no question about it is open.",
                remedy: "Amend it by the answer that was given, or ask again.", rights: [right.id])
        }
    }
}
