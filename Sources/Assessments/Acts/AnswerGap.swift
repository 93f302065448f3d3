public import Vocabulary

/// Answers whoever reported a gap, and those whose gaps were merged into it.
///
/// Refused: a gap that is not there (`no-such-gap`), was merged (`gap-merged`), answered (`gap-answered`) or not
/// looked at (`gap-not-triaged`), and a blank answer (`text-missing`).
public struct AnswerGap: AssessmentAct {
    public static let name = "answerGap"

    public var assessment: Slug
    public var gap: Slug
    public var text: String

    public init(assessment: Slug, gap: Slug, text: String) {
        self.assessment = assessment
        self.gap = gap
        self.text = text
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        let found = try held.requireUnmerged(gap)
        if let answer = found.answer { throw .gapAnswered(gap, on: answer.on) }
        guard found.triage != nil else {
            throw Refusal(
                .rule, code: "gap-not-triaged", "Nobody has said yet what the gap “\(gap)” was found to be.",
                remedy: "Say first whether it is taken up here, passed on, or no gap.")
        }
        try refuseBlank(text, "The answer to the gap “\(gap)”")
        held.change(gap) { $0.answer = GapHeld.Answer(text: text, on: moment.inLondon.day) }
        return held
    }
}
