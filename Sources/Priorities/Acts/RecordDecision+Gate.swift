import Rulebook
import Vocabulary

extension Round {
    /// What the law asks for and is not there, in words, for the options that a decision funds.
    ///
    /// Which documents are asked for are rules of the day of the decision.
    func missingForGate(_ decision: Decision, rulebook: Rulebook) throws(Refusal) -> [String] {
        let funded = decision.outcomes.filter { $0.outcome == .funded }.map(\.option)
        let gated = options.filter { funded.contains($0.id) && $0.needsAssessments }
        guard !gated.isEmpty else { return [] }
        var kinds: [Assessment.Kind] = []
        for kind in Assessment.Kind.allCases {
            if try rulebook.flag(PriorityRuleID.gate(kind), on: decision.decidedOn) { kinds.append(kind) }
        }
        return gated.flatMap { option in
            kinds.compactMap { missing($0, for: option, decidedOn: decision.decidedOn) }
        }
    }

    /// Those who decide on an option: who voted, or all who are seated where there was no ballot on it.
    func deciders(on option: Slug) -> [Slug] {
        let present = ballot.map { $0.options.contains(option) ? $0.voted : [] } ?? []
        let seated = members.map(\.id)
        let deciding = present.isEmpty ? seated : seated.filter { present.contains($0) }
        return deciding.filter { !excluded($0).contains(option) }
    }

    /// What is missing of one kind; nil where nothing is. Of several documents the one that lacks least speaks.
    private func missing(_ kind: Assessment.Kind, for option: Option, decidedOn day: Day) -> String? {
        let attached = assessments.filter { $0.option == option.id && $0.kind == kind }
        let what = "the \(kind.words) for “\(option.id)”"
        guard !attached.isEmpty else { return "\(what) is missing" }
        let inTime = attached.filter { $0.dated < day }
        guard !inTime.isEmpty else {
            return "\(what) is dated \(attached[attached.count - 1].dated.inWords), not before the decision"
        }
        let deciding = deciders(on: option.id)
        guard !deciding.isEmpty else { return "nobody who may decide on “\(option.id)” is left to see \(what)" }
        let unseen = inTime.map { assessment in
            deciding.filter { member in
                !seen.contains { $0.assessment == assessment.id && $0.member == member && $0.at.day <= day }
            }
        }
        guard let fewest = unseen.min(by: { $0.count < $1.count }), !fewest.isEmpty else { return nil }
        return "\(what) has not been seen by \(named(fewest))"
    }
}
