package import Assessments
import GRDB
package import Vocabulary

extension AssessmentDesk {
    /// Performs the acts that `make` makes on one assessment, in one transaction.
    ///
    /// - Parameter make: given what keeps texts and documents, and the assessment as it stands; nil where it is not open.
    /// - Returns: the assessment afterwards; nil where there was nothing to do and it is not open.
    /// - Throws: the refusal of the first act that cannot be, and then nothing has changed; `figure-not-held` and
    ///   `no-table` where a figure's document is no table.
    @discardableResult
    package func perform(
        on id: Slug, by author: Author, at moment: Moment,
        _ make: (KeptTexts, NeedsAssessment?) throws -> [any AssessmentAct]
    ) throws -> NeedsAssessment? {
        try store.write { db in
            var held = try AssessmentRows.assessment(id, under: rules, db)
            for act in try make(KeptTexts(db), held) {
                if let shown = act as? ShowFigure { _ = try AssessmentDesk.table(shown.figure, db) }
                held = try Store.perform(
                    act, giving: NeedsAssessment.self, by: author, at: moment, under: rules, in: db)
            }
            return held
        }
    }

    /// Issues the assessment as it stands: the document is worked out, kept whole, and its digest recorded.
    ///
    /// - Parameter seen: the version's number that was asked for; nil for the next.
    package func issue(
        _ id: Slug, number: Int? = nil, on day: Day, by author: Author, at moment: Moment
    ) throws -> IssuedVersion {
        let after = try perform(on: id, by: author, at: moment) { texts, held in
            guard let held else { throw Refusal.unknownAssessment(id) }
            return [try AssessmentDesk.issuing(held, number: number, on: day, keeping: texts)]
        }
        guard let version = after?.versions.last else { preconditionFailure("what was issued has a version") }
        return version
    }

    /// The act that issues the assessment as it stands, with its document kept.
    package static func issuing(
        _ held: NeedsAssessment, number: Int? = nil, on day: Day, keeping texts: KeptTexts
    ) throws -> IssueVersion {
        let number = number ?? (held.versions.last?.number ?? 0) + 1
        let json = AssessmentRecord.json(of: held, number: number, issuedOn: day, tables: try texts.tables(of: held))
        let document = try texts.hold(Array(json.canonical.utf8))
        return IssueVersion(
            assessment: held.id, version: IssuedVersion(number: number, issuedOn: day, document: document))
    }
}
