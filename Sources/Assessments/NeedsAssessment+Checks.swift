import Vocabulary

extension NeedsAssessment {
    /// - Parameter what: `figure`, for the sentence and the code `figure-exists`.
    func refuseTaken(_ id: Slug, _ what: String, among ids: [Slug]) throws(Refusal) {
        guard ids.contains(id) else { return }
        throw Refusal(
            .rule, code: "\(what)-exists", "There is a \(what) “\(id)” in “\(self.id)” already.",
            remedy: "Record this one under another short name; what was recorded is not overwritten.")
    }

    func required(_ id: Slug) throws(Refusal) -> GapHeld {
        guard let gap = gap(id) else { throw unknown("gap", id, of: gaps.map(\.gap.id)) }
        return gap
    }

    func unknown(_ what: String, _ id: Slug, of ids: [Slug]) -> Refusal {
        Refusal(
            .usage, code: "no-such-\(what)", "There is no \(what) “\(id)” in “\(self.id)”.",
            remedy: ids.isEmpty ? "Nothing of the kind is recorded yet." : "There are \(named(ids)).")
    }

    /// A gap that has not gone into another.
    func requireUnmerged(_ id: Slug) throws(Refusal) -> GapHeld {
        let gap = try required(id)
        if let merged = gap.merged {
            throw Refusal(
                .rule, code: "gap-merged",
                "The gap “\(id)” was merged into “\(merged.into)” on \(merged.on.inWords).",
                remedy: "Go on with “\(standing(id)?.gap.id ?? merged.into)”.")
        }
        return gap
    }

    mutating func change(_ id: Slug, _ change: (inout GapHeld) -> Void) {
        guard let place = gaps.firstIndex(where: { $0.gap.id == id }) else { return }
        change(&gaps[place])
    }

    /// What a conclusion rests on has to be there and to stand.
    func check(_ conclusion: Conclusion) throws(Refusal) {
        guard !conclusion.restsOnNothing else {
            throw Refusal(
                .rule, code: "rests-on-nothing", "The conclusion “\(conclusion.id)” rests on nothing.",
                remedy: "Name the figures, findings, gaps or voices that it rests on.")
        }
        for id in conclusion.figures where figure(id) == nil { throw unknown("figure", id, of: figures.map(\.id)) }
        for id in conclusion.findings where finding(id) == nil { throw unknown("finding", id, of: findings.map(\.id)) }
        for id in conclusion.gaps { _ = try required(id) }
        for id in conclusion.voices {
            guard let voice = voice(id) else { throw unknown("voice", id, of: voices.map(\.id)) }
            guard voice.isHeard else {
                throw Refusal(
                    .rule, code: "voice-unheard",
                    "The conclusion “\(conclusion.id)” rests on “\(voice.asked)”, from whom nothing has come back.",
                    remedy: "Record what they said first, or leave them out.")
            }
        }
        if let gone = withdrawnGround(of: conclusion) {
            throw Refusal(
                .rule, code: "rests-on-withdrawn",
                "The conclusion “\(conclusion.id)” rests on the \(gone.kind.rawValue) “\(gone.id)”, which was "
                    + "withdrawn.",
                remedy: "Withdraw the conclusion and write it anew without that \(gone.kind.rawValue).")
        }
        let noGap = conclusion.gaps.first { standing($0)?.triage?.outcome == .noGap }
        if let noGap {
            throw Refusal(
                .rule, code: "rests-on-no-gap",
                "The conclusion “\(conclusion.id)” rests on “\(noGap)”, which was found not to be a gap.",
                remedy: "Withdraw the conclusion and write it anew without it.")
        }
    }

    /// The first figure or finding of a conclusion that was withdrawn.
    func withdrawnGround(of conclusion: Conclusion) -> Part? {
        let parts = conclusion.figures.map { Part(.figure, $0) } + conclusion.findings.map { Part(.finding, $0) }
        return parts.first { withdrawn[$0] != nil }
    }
}
