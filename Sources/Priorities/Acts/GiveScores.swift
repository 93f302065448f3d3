public import Vocabulary

/// A member's scores of options on criteria, each on the criterion's own scale; between the closing of weights and of
/// scores.
///
/// A score takes the place of what the member gave on the same option and criterion before.
public struct GiveScores: RoundAct {
    public static let name = "giveScores"

    public var round: Slug
    public var member: Slug
    public var scores: [Score]
    /// The template that the member filled in, as a source of this installation.
    public var document: EvidenceID?

    public init(round: Slug, member: Slug, scores: [Score], document: EvidenceID? = nil) {
        self.round = round
        self.member = member
        self.scores = scores
        self.document = document
    }

    fileprivate struct Cell: Hashable {
        let option: Slug
        let criterion: Slug

        init(_ score: Score) { (option, criterion) = (score.option, score.criterion) }
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireClosed(.weights, before: "scoring")
        try round.requireOpen(.scores, to: "score")
        _ = try round.requireMember(member)
        guard !scores.isEmpty else {
            throw Refusal(
                .input, code: "no-scores", "“\(member)” gave no scores.", remedy: "Score at least one option.")
        }
        if let cell = twice(scores.map { Cell($0) }) {
            throw Refusal(
                .input, code: "score-twice",
                "“\(member)” scored the option “\(cell.option)” on “\(cell.criterion)” twice.",
                remedy: "Give one score for each option and criterion.")
        }
        let excluded = round.excluded(member)
        for score in scores {
            try round.requireOption(score.option)
            try refuseLeftOut(score.option, excluded: excluded, of: round)
            try score.check(by: member, in: round)
        }
        round.keep(scores, of: member)
        if round.firstScoreAt == nil { round.firstScoreAt = moment }
        return round
    }

    private func refuseLeftOut(_ option: Slug, excluded: Set<Slug>, of round: Round) throws(Refusal) {
        guard excluded.contains(option) else { return }
        let interests = round.interests.filter { interest in
            let ruled = round.rulings.last { $0.interest == interest.id }?.options ?? []
            return interest.member == member && (ruled.isEmpty ? interest.options : ruled).contains(option)
        }
        throw Refusal(
            .rule, code: "left-out",
            "“\(member)” is left out of the option “\(option)” for the interest \(named(interests.map(\.id))).",
            remedy: "Leave this option out of the scores, or let a chair rule on the interest.")
    }
}

extension Round {
    /// Each in the place of what was given on its cell before, and new ones at the end.
    fileprivate mutating func keep(_ given: [Score], of member: Slug) {
        var held = scores[member] ?? []
        var places: [GiveScores.Cell: Int] = [:]
        for (place, score) in held.enumerated() { places[GiveScores.Cell(score)] = place }
        for score in given {
            if let place = places[GiveScores.Cell(score)] { held[place] = score } else { held.append(score) }
        }
        scores[member] = held
    }
}

extension Score {
    fileprivate func check(by member: Slug, in round: Round) throws(Refusal) {
        guard let criterion = round.criterion(criterion) else {
            throw Refusal(
                .usage, code: "no-such-criterion", "There is no criterion “\(criterion)”.",
                remedy: "The criteria that are scored are \(named(round.leaves.map(\.id))).")
        }
        guard let scale = criterion.scale else {
            throw Refusal(
                .input, code: "branch-scored", "“\(criterion.id)” is a branch and is not scored itself.",
                remedy: "Score the criteria under it: \(named(round.children(of: criterion.id).map(\.id))).")
        }
        let place = "“\(member)” scored the option “\(option)” on “\(criterion.id)”"
        let figures = [low, value, high].compactMap(\.self)
        guard figures.allSatisfy(\.isFinite) else {
            throw Refusal(
                .input, code: "score-no-number", "\(place) with something that is no number.",
                remedy: "Give a number on the criterion’s scale, in \(scale.unit).")
        }
        guard (low ?? value) <= value, value <= (high ?? value) else {
            throw Refusal(
                .input, code: "score-spread",
                "\(place) \(number(value)), between \(number(low ?? value)) and \(number(high ?? value)).",
                remedy: "The score lies between its low and its high end.")
        }
        guard scale.outside == .refused, let first = scale.anchors.first?.at, let last = scale.anchors.last?.at
        else { return }
        if let outside = figures.first(where: { $0 < first || $0 > last }) {
            throw Refusal(
                .input, code: "score-outside-scale",
                "\(place) \(number(outside)), outside its scale of \(number(first)) to \(number(last)) \(scale.unit).",
                remedy: "Give a figure within the anchors; another scale needs the anchors to be opened again.")
        }
    }
}
