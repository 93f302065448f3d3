public import Vocabulary

/// The whole document of a needs assessment as one value, whose canonical JSON is what a version is known by.
///
/// Nothing in it names a private person or an account. The form is numbered: a document that was issued in one form is
/// worked out again in that form.
public enum AssessmentRecord {
    /// The form of the document.
    public static let form = 1

    /// - Parameters:
    ///   - assessment: as it stands when the version is issued, before the act.
    ///   - tables: the figures' tables by their digests; a figure whose table is not there stands without it.
    public static func json(
        of assessment: NeedsAssessment, number: Int, issuedOn: Day, tables: [EvidenceID: ShownTable]
    ) -> JSONValue {
        let superseded = assessment.versions.last { $0.number < number }
        return [
            "form": .integer(form),
            "assessment": [
                "id": .text(assessment.id.description), "title": .text(assessment.title),
                "question": .text(assessment.question), "commissioner": .text(assessment.commissioner.description),
                "area": .text(assessment.area), "lead": .text(assessment.lead),
            ],
            "version": [
                "number": .integer(number), "issuedOn": .day(issuedOn),
                "supersedes": .optional(superseded) { .text($0.document.description) },
            ],
            "conclusions": .list(assessment.standingConclusions.map { conclusion(of: assessment, $0) }),
            "warnings": .list(
                WarnOfAssessment.warnings(of: assessment).map { warning in
                    [
                        "code": .text(warning.code.rawValue), "sentence": .text(warning.sentence),
                        "conclusion": .optional(warning.conclusion) { .text($0.description) },
                    ]
                }),
            "figures": .list(
                assessment.standingFigures.map { figure in
                    .object(
                        members(of: figure)
                            + [.init("table", tables[figure.document].map(\.json) ?? .null)])
                }),
            "findings": .list(assessment.standingFindings.map { JSONValue(encoding: $0) }),
            "voices": .list(assessment.voices.map { voice($0) }),
            "voicesNotAsked": .list(
                Voice.Kind.allCases.filter { kind in !assessment.voices.contains { $0.kind == kind } }
                    .map { .text($0.rawValue) }),
            "gaps": .list(assessment.gaps.map { gap($0) }),
        ]
    }

    private static func members(of figure: ShownFigure) -> [JSONValue.Member] {
        if case .object(let members) = JSONValue(encoding: figure) { members } else { [] }
    }

    private static func conclusion(of assessment: NeedsAssessment, _ conclusion: Conclusion) -> JSONValue {
        func names(_ ids: [Slug]) -> JSONValue { .list(ids.map { .text($0.description) }) }
        let strongest = WarnOfAssessment.strongest(of: conclusion, in: assessment)
        return [
            "id": .text(conclusion.id.description), "text": .text(conclusion.text),
            "figures": names(conclusion.figures), "findings": names(conclusion.findings),
            "gaps": names(conclusion.gaps), "voices": names(conclusion.voices),
            "strongest": .optional(strongest) { .text($0.rawValue) },
        ]
    }

    private static func voice(_ voice: Voice) -> JSONValue {
        [
            "id": .text(voice.id.description), "kind": .text(voice.kind.rawValue), "asked": .text(voice.asked),
            "askedOn": .day(voice.askedOn), "said": .optional(voice.answer?.said) { .text($0) },
            "answeredOn": .optional(voice.answer?.on) { .day($0) },
        ]
    }

    private static func gap(_ held: GapHeld) -> JSONValue {
        [
            "id": .text(held.gap.id.description), "what": .text(held.gap.what), "place": .text(held.gap.place),
            "from": .text(held.gap.from), "organisation": .optional(held.gap.organisation) { .text($0.description) },
            "theme": .optional(held.theme) { .text($0) }, "reportedOn": .day(held.reportedAt.inLondon.day),
            "state": .text(held.state.rawValue),
            "mergedInto": .optional(held.merged) { .text($0.into.description) },
            "outcome": .optional(held.triage) { .text($0.outcome.rawValue) },
            "reason": .optional(held.triage?.reason ?? held.merged?.reason) { .text($0) },
            "answer": .optional(held.answer) { .text($0.text) },
        ]
    }
}
