import Vocabulary

// What no longer counts is said: every removal leaves a line in `setAside`.

extension Round {
    /// Notes what was taken out; nothing is noted where nothing was.
    mutating func note(_ what: [String], at stage: Stage, reason: String, on moment: Moment) {
        guard !what.isEmpty else { return }
        setAside.append(SetAside(stage: stage, reason: reason, at: moment, what: what.joined(separator: ", ")))
    }

    /// Takes out every member's weights.
    mutating func dropWeights() -> [String] {
        guard !weights.isEmpty else { return [] }
        let count = weights.count
        weights = [:]
        return [count == 1 ? "1 member’s weights" : "\(count) members’ weights"]
    }

    /// Takes out the scores of which this is true, and says how many of whom.
    mutating func dropScores(where isMeant: (Slug, Score) -> Bool) -> [String] {
        var members = 0
        var count = 0
        for (member, given) in scores {
            let kept = given.filter { !isMeant(member, $0) }
            guard kept.count < given.count else { continue }
            members += 1
            count += given.count - kept.count
            scores[member] = kept.isEmpty ? nil : kept
        }
        if scores.isEmpty { firstScoreAt = nil }
        guard count > 0 else { return [] }
        return ["\(members == 1 ? "1 member’s" : "\(members) members’") scores (\(grouped(count)))"]
    }

    /// Takes out that anybody has seen the option's assessments: they were seen of the option as it was.
    mutating func dropSeen(of option: Slug) -> [String] {
        let own = Set(assessments.filter { $0.option == option }.map(\.id))
        let before = seen.count
        seen.removeAll { own.contains($0.assessment) }
        let count = before - seen.count
        return count == 0 ? [] : [counted(count, "mark", "marks") + " that its assessments were seen"]
    }

    mutating func dropDecision() -> [String] {
        guard let decision else { return [] }
        self.decision = nil
        decidedAt = nil
        return ["the decision of \(decision.decidedOn.inWords)"]
    }

    /// Takes out what rests on the scores: the result, and the ballot with it.
    mutating func dropAnswer() -> [String] {
        var what: [String] = []
        if let result {
            what.append("the result \(result.digest.short)")
            self.result = nil
        }
        return what + dropBallot()
    }

    mutating func dropBallot() -> [String] {
        guard let ballot else { return [] }
        endedBallots.append(ballot.id)
        self.ballot = nil
        let state = ballot.choices == nil ? "the open ballot" : "the ballot"
        return ["\(state) “\(ballot.id)” (\(counted(ballot.voted.count, "vote", "votes")))"]
    }

    /// Opens the scores again where they had closed, with what rests on them.
    mutating func reopenScores() -> [String] {
        guard scoresClosedAt != nil else { return [] }
        scoresClosedAt = nil
        return ["the closing of scores"] + dropAnswer()
    }

    /// Who is left out of what, and whom a chair let pass: a result shows what either did, so that it rests on both.
    struct Standing: Equatable {
        var excluded: Set<Slug>
        var letPass: Set<Slug>
    }

    func standing(_ member: Slug) -> Standing { Standing(excluded: excluded(member), letPass: letPass(member)) }

    /// What follows when a member stands otherwise than before: scores that no longer count are set aside, and with
    /// them, or without any, the result and the ballot.
    mutating func follow(standingOf member: Slug, from before: Standing, reason: String, on moment: Moment) {
        let after = standing(member)
        guard after != before else { return }
        let added = after.excluded.subtracting(before.excluded)
        var what = dropScores { $0 == member && added.contains($1.option) }
        what += what.isEmpty ? dropAnswer() : reopenScores()
        note(what, at: .scores, reason: reason, on: moment)
    }
}
