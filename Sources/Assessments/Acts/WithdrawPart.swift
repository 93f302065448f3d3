public import Vocabulary

/// Takes a figure, a finding or a conclusion out of the assessment, with a reason; what was issued keeps it.
///
/// Refused: what is not there (`no-such-figure` and the like) or was withdrawn before (`withdrawn-already`), and no
/// reason (`no-reason`).
public struct WithdrawPart: AssessmentAct {
    public static let name = "withdrawPart"

    public var assessment: Slug
    public var part: NeedsAssessment.Part
    public var reason: String

    public init(assessment: Slug, part: NeedsAssessment.Part, reason: String) {
        self.assessment = assessment
        self.part = part
        self.reason = reason
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        let ids =
            switch part.kind {
            case .figure: held.figures.map(\.id)
            case .finding: held.findings.map(\.id)
            case .conclusion: held.conclusions.map(\.id)
            }
        guard ids.contains(part.id) else { throw held.unknown(part.kind.rawValue, part.id, of: ids) }
        if let earlier = held.withdrawn[part] {
            throw Refusal(
                .rule, code: "withdrawn-already",
                "The \(part.kind.rawValue) “\(part.id)” was withdrawn on \(earlier.at.inLondon.day.inWords).",
                remedy: "Nothing needs to be done.")
        }
        try refuseBlank(reason: reason, for: "withdrawing the \(part.kind.rawValue) “\(part.id)”")
        held.withdrawn[part] = NeedsAssessment.Withdrawal(reason: reason, at: moment)
        return held
    }
}
