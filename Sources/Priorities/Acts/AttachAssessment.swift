public import Vocabulary

/// Attaches a document that the law asks for before a service is stopped or changed, or the reason why there was no
/// public involvement.
public struct AttachAssessment: RoundAct {
    public static let name = "attachAssessment"

    public var round: Slug
    public var assessment: Assessment

    public init(round: Slug, assessment: Assessment) {
        self.round = round
        self.assessment = assessment
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "attach an assessment")
        try round.requireOption(assessment.option)
        guard !round.assessments.contains(where: { $0.id == assessment.id }) else {
            throw Refusal(
                .rule, code: "assessment-exists", "There is an assessment “\(assessment.id)” already.",
                remedy: "Attach a later version under another short name; what was attached is never overwritten.")
        }
        try refuseBlank(assessment.title, "The title of the assessment “\(assessment.id)”")
        try refuseFuture(assessment.dated, "The date of the assessment “\(assessment.id)”", at: moment)
        switch (assessment.document, assessment.reasonForNone) {
        case (.some, nil): break
        case (.some, .some):
            throw Refusal(
                .input, code: "assessment-both",
                "The assessment “\(assessment.id)” has a document, and a reason for having none.",
                remedy: "Give the one or the other.")
        case (nil, let reason):
            guard assessment.kind == .publicInvolvement else {
                throw Refusal(
                    .rule, code: "document-missing",
                    "The \(assessment.kind.words) “\(assessment.id)” has no document.",
                    remedy: "Attach the document; only public involvement may have a reason for none.")
            }
            try refuseBlank(reason: reason, for: "having no record of public involvement in “\(assessment.option)”")
        }
        round.assessments.append(assessment)
        return round
    }
}

extension Assessment.Kind {
    /// For a sentence: `equality impact assessment`.
    public var words: String {
        switch self {
        case .equalityImpact: "equality impact assessment"
        case .qualityImpact: "quality impact assessment"
        case .publicInvolvement: "record of public involvement"
        }
    }
}
