import Markup
public import Priorities
public import Rulebook
public import Vocabulary

/// A member compares the criteria of one branch two at a time, and sees what follows before it is recorded.
public struct PairsForm: Sendable {
    public var place: WeighingPlace
    /// From “as much” to the most extreme.
    public var times: ClosedRange<Int>
    var accepted: Share

    /// - Throws: `Refusal` where the rulebook has no rule for the day.
    public init(_ place: WeighingPlace, under rulebook: Rulebook, on day: Day) throws(Refusal) {
        self.place = place
        let least = try rulebook.count(PriorityRuleID.judgementLeast, on: day)
        times = least...max(least, try rulebook.count(PriorityRuleID.judgementMost, on: day))
        accepted = try TrustLimits(rulebook, on: day).consistency
    }

    private struct Pair {
        let first: Criterion
        let second: Criterion

        /// No short name holds a full stop.
        var field: String { "pair-\(first.id).\(second.id)" }
    }

    private var pairs: [Pair] {
        let criteria = place.criteria
        return criteria.indices.flatMap { first in
            criteria[(first + 1)...].map { Pair(first: criteria[first], second: $0) }
        }
    }

    public var blank: SentValues {
        guard let held = place.held, held.method == .pairwise else { return SentValues() }
        return written(held)
    }

    /// Positive where the first of a pair matters more, negative where the second does.
    public func written(_ given: WeightsGiven) -> SentValues {
        var sent = SentValues()
        for pair in pairs {
            for judgement in given.judgements ?? [] {
                if judgement.more == pair.first.id, judgement.less == pair.second.id {
                    sent[pair.field] = "\(judgement.times)"
                } else if judgement.more == pair.second.id, judgement.less == pair.first.id {
                    sent[pair.field] = judgement.times == 1 ? "1" : "-\(judgement.times)"
                }
            }
        }
        return sent
    }

    /// - Throws: for each pair that is not compared, or in a way that there is not.
    public func read(_ sent: SentValues) throws(FieldErrors) -> WeightsGiven {
        var reader = FieldReader(sent)
        var judgements: [WeightsGiven.Judgement] = []
        for pair in pairs {
            let missing = "Compare “\(pair.first.title)” with “\(pair.second.title)”."
            guard let typed = Int(sent.text(pair.field)), times.contains(abs(typed)), typed != -1 else {
                reader.refuse(pair.field, missing)
                continue
            }
            let (more, less) = typed > 0 ? (pair.first, pair.second) : (pair.second, pair.first)
            judgements.append(.init(more: more.id, less: less.id, times: abs(typed)))
        }
        try reader.done()
        return WeightsGiven(within: place.branch, method: .pairwise, judgements: judgements)
    }

    public func page(_ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil) -> FormPage {
        let parts = pairs.map { pair in
            Form.Part.field(
                Field(
                    pair.field, label: "\(pair.first.title), or \(pair.second.title)?",
                    error: errors.sentences[pair.field], kind: .choice(choices(pair), selected: sent.text(pair.field))))
        }
        return place.page(.pairwise, parts: parts, button: FormStep.check.button("Continue"), refusal: refusal)
    }

    private func choices(_ pair: Pair) -> [ChoiceGroup] {
        func more(_ criterion: Criterion, _ sign: String, _ counts: [Int]) -> ChoiceGroup {
            ChoiceGroup(
                "\(criterion.title) matters more",
                counts.map { Choice("\(sign)\($0)", "\($0) times as much: \(criterion.title)") })
        }
        let counts = times.filter { $0 > 1 }
        return [
            ChoiceGroup(nil, [Choice("", "Choose")]), more(pair.first, "", counts.reversed()),
            ChoiceGroup(nil, [Choice("1", "They matter the same")]), more(pair.second, "-", counts),
        ]
    }

    /// What follows, to be read before it is saved.
    public func check(_ given: WeightsGiven, refusal: String? = nil, conflict: WeightsGiven? = nil) -> FormPage {
        do {
            let meant = try MeantWeightsPart(place: place, given: given, accepted: accepted).html()
            return place.page(
                .pairwise, parts: [], kept: written(given).kept(), button: FormStep.send.button(place.button(conflict)),
                others: [FormStep.change.button("Change the comparisons", .second)], before: meant, refusal: refusal,
                conflict: conflict)
        } catch {
            return page(written(given), refusal: error.told)
        }
    }
}
