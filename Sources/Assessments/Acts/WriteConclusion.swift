public import Vocabulary

/// Writes down what is concluded, and what it rests on.
///
/// Refused: a short name that is taken (`conclusion-exists`), no words (`text-missing`), and grounds that are none
/// (`rests-on-nothing`), not there (`no-such-figure` and the like), withdrawn (`rests-on-withdrawn`), not heard
/// (`voice-unheard`) or found to be no gap (`rests-on-no-gap`).
public struct WriteConclusion: AssessmentAct {
    public static let name = "writeConclusion"

    public var assessment: Slug
    public var conclusion: Conclusion

    public init(assessment: Slug, conclusion: Conclusion) {
        self.assessment = assessment
        self.conclusion = conclusion
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        try held.refuseTaken(conclusion.id, "conclusion", among: held.conclusions.map(\.id))
        try refuseBlank(conclusion.text, "What the conclusion “\(conclusion.id)” says")
        try held.check(conclusion)
        held.conclusions.append(conclusion)
        return held
    }
}
