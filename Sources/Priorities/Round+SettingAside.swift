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

    /// What follows when the options that a member is left out of are others than they were.
    mutating func follow(exclusionsOf member: Slug, from before: Set<Slug>, reason: String, on moment: Moment) {
        let after = excluded(member)
        let added = after.subtracting(before)
        var what = dropScores { $0 == member && added.contains($1.option) }
        if !what.isEmpty {
            what += reopenScores()
        } else if let ballot, ballot.voted.contains(member),
            !after.symmetricDifference(before).isDisjoint(with: ballot.options)
        {
            what += dropBallot()
        }
        note(what, at: .scores, reason: reason, on: moment)
    }
}
