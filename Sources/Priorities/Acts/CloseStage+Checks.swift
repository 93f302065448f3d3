import Vocabulary

extension Round {
    func checkAnchorsCanClose(members least: Int) throws(Refusal) {
        guard !criteria.isEmpty else {
            throw Refusal(
                .rule, code: "no-criteria", "The anchors cannot close: the round has no criteria.",
                remedy: "Set the criteria with their scales first.")
        }
        guard envelope != nil else {
            throw Refusal(
                .rule, code: "no-envelope", "The anchors cannot close: the round has no envelope.",
                remedy: "Say first how much money there is in each year.")
        }
        guard members.count >= least else {
            throw Refusal(
                .rule, code: "panel-too-small",
                "The anchors cannot close: \(counted(members.count, "member", "members")) on the panel, "
                    + "where \(least) or more must agree on them.", remedy: "Seat the members first.")
        }
    }

    func checkWeightsCanClose() throws(Refusal) {
        let given = Set(weights.values.joined().map(\.within))
        let missing = branches.filter { children(of: $0).count > 1 && !given.contains($0) }
        guard missing.isEmpty else {
            let places = missing.map { $0.map { "under “\($0)”" } ?? "at the top" }.joined(separator: " and ")
            throw Refusal(
                .rule, code: "weights-missing",
                "The weights cannot close: nobody has said how much the criteria \(places) matter.",
                remedy: "Let at least one member give weights there.")
        }
    }

    /// Refuses while something nobody could answer for is left: each gap is named.
    func checkScoresCanClose(options leastOptions: Int, scores leastScores: Int) throws(Refusal) {
        guard options.count >= leastOptions else {
            throw Refusal(
                .rule, code: "too-few-options",
                "The scores cannot close: \(counted(options.count, "option has", "options have")) been put forward, "
                    + "and \(leastOptions) or more are needed.", remedy: "Put forward what else could be done.")
        }
        try requireRulings(before: "closing the scores")
        try checkRulesAgainstOptions()
        for option in options { try option.check(against: self) }
        let barred = options.filter { option in members.allSatisfy { excluded($0.id).contains(option.id) } }
        guard barred.isEmpty else {
            throw Refusal(
                .rule, code: "nobody-may-score",
                "Every member of the panel is left out of \(named(barred.map(\.id))) for an interest.",
                remedy: "Seat a member without an interest in \(barred.count == 1 ? "it" : "them"), or let a chair "
                    + "rule on the interests, with a reason.")
        }
        try checkEverythingIsScored(by: leastScores)
    }

    private func checkEverythingIsScored(by least: Int) throws(Refusal) {
        var counts: [Slug: [Slug: Int]] = [:]
        for given in scores.values {
            for score in given { counts[score.criterion, default: [:]][score.option, default: 0] += 1 }
        }
        var gaps: [String] = []
        for criterion in leaves {
            let missing = options.filter { (counts[criterion.id]?[$0.id] ?? 0) < least }
            guard !missing.isEmpty else { continue }
            gaps.append(
                missing.count == options.count
                    ? "“\(criterion.id)” on any option" : "“\(criterion.id)” on \(named(missing.map(\.id)))")
        }
        guard gaps.isEmpty else {
            let who = least == 1 ? "nobody has" : "fewer than \(least) members have"
            throw Refusal(
                .rule, code: "scores-missing",
                "The scores cannot close: \(who) scored \(gaps.joined(separator: "; ")).",
                remedy: "Let members who may score \(gaps.count == 1 ? "it" : "them") do so, or withdraw the option.")
        }
    }
}
