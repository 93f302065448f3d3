public import Vocabulary

/// An act on one needs assessment: decided from it as it stands, giving it as it then is.
///
/// The act is journalled whole, so an assessment is its acts decided again in order. Names of persons stand in an act
/// by their digests only (`Personal`).
public protocol AssessmentAct: Act, Codable, Hashable where Before == AssessmentBefore, After == NeedsAssessment {
    /// The assessment that it changes or begins.
    var assessment: Slug { get }
}

/// What an act on a needs assessment decides from.
public struct AssessmentBefore: Sendable {
    /// Nil where there is no such assessment yet.
    public var assessment: NeedsAssessment?

    public init(assessment: NeedsAssessment?) { self.assessment = assessment }

    /// The assessment, about to be changed.
    ///
    /// - Throws: where it has not been opened.
    func found(_ id: Slug) throws(Refusal) -> NeedsAssessment {
        guard var assessment, assessment.id == id else { throw .unknownAssessment(id) }
        assessment.isChangedSinceIssue = true
        return assessment
    }
}

extension AssessmentAct {
    public var journalled: JSONValue { JSONValue(encoding: self) }
}

extension Refusal {
    /// There is no needs assessment of that name.
    public static func unknownAssessment(_ id: Slug) -> Refusal {
        Refusal(
            .usage, code: "no-such-assessment", "There is no needs assessment “\(id)”.",
            remedy: "List them with: remit assessment list")
    }
}
