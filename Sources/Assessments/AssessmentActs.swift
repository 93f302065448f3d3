public import Vocabulary

/// Every act on a needs assessment by its name, so that a journal can be read and decided again.
public enum AssessmentActs {
    /// In the order in which an assessment comes to them.
    public static let all: [any AssessmentAct.Type] = [
        OpenAssessment.self, ShowFigure.self, RecordFinding.self, AskVoice.self, RecordVoice.self, ReportGap.self,
        MergeGaps.self, TriageGap.self, AnswerGap.self, WriteConclusion.self, WithdrawPart.self, IssueVersion.self,
    ]

    /// The act that a line of the journal holds.
    ///
    /// - Throws: `Refusal` of kind `input`: `no-such-act`, or what `JSONValue.decoded` refuses.
    public static func decode(name: String, _ json: JSONValue) throws(Refusal) -> any AssessmentAct {
        guard let type = all.first(where: { $0.name == name }) else {
            throw .unknownAct(name, "act on a needs assessment", known: all.map { $0.name })
        }
        func read<Kind: AssessmentAct>(_ kind: Kind.Type) throws(Refusal) -> any AssessmentAct {
            try json.decoded(as: kind, named: name)
        }
        return try read(type)
    }
}

extension NeedsAssessment {
    /// The assessment that a list of acts makes, decided again in order.
    ///
    /// - Returns: nil for no acts.
    /// - Throws: the refusal of the first act that cannot be.
    public static func replaying(
        _ lines: [(act: any AssessmentAct, author: Author, moment: Moment)]
    ) throws(Refusal) -> NeedsAssessment? {
        var assessment: NeedsAssessment?
        for line in lines {
            assessment = try line.act.decide(
                AssessmentBefore(assessment: assessment), by: line.author, at: line.moment)
        }
        return assessment
    }
}
