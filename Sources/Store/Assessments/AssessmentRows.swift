package import Assessments
package import GRDB
import Rulebook
package import Vocabulary

/// A needs assessment as its stored acts make it.
package enum AssessmentRows {
    private static let remembered = Remembered<NeedsAssessment>(most: 8)

    /// - Parameter sequence: as it stood after that line of the journal; nil for now.
    /// - Returns: nil where there was no such assessment.
    /// - Throws: `Refusal` of kind `wanting` where a stored act cannot be done again.
    /// - Complexity: what this process made of it before is gone on from.
    package static func assessment(
        _ id: Slug, at sequence: Int? = nil, under rules: RulesInForce, _ db: Database
    ) throws -> NeedsAssessment? {
        let known = try remembered.latest(of: id.description, upTo: sequence, db)
        let acts = try AssessmentActHeld.all(of: id, after: known?.sequence, upTo: sequence, db)
        guard let last = acts.last else { return known?.value }
        let assessment = try folded(acts, onto: known?.value, under: rules, db)
        if let assessment {
            remembered.keep(
                .init(key: id.description, value: assessment, sequence: last.sequence, digest: last.digest))
        }
        return assessment
    }

    /// The same from its first act on, whatever this process knows: for whoever checks the record.
    package static func foldedAnew(
        _ id: Slug, upTo sequence: Int? = nil, under rules: RulesInForce, _ db: Database
    ) throws -> NeedsAssessment? {
        try folded(try AssessmentActHeld.all(of: id, upTo: sequence, db), onto: nil, under: rules, db)
    }

    /// Short names of all assessments, in the order in which they were opened.
    package static func ids(_ db: Database) throws -> [Slug] {
        try String.fetchAll(
            db, sql: "SELECT assessment FROM assessment_act GROUP BY assessment ORDER BY MIN(sequence)"
        ).compactMap { Slug($0) }
    }

    private static func folded(
        _ acts: [AssessmentActHeld], onto before: NeedsAssessment?, under rules: RulesInForce, _ db: Database
    ) throws -> NeedsAssessment? {
        try AssessmentActHeld.folded(acts, onto: before, under: rules, broken: "assessment-broken", db) {
            (assessment, act, _) throws(Refusal) -> NeedsAssessment? in
            try act.value().decide(AssessmentBefore(assessment: assessment), by: act.author, at: act.moment)
        }
    }
}

extension AssessmentActHeld {
    /// In the order in which they were performed.
    ///
    /// - Parameters:
    ///   - earlier: only those after that line of the journal.
    ///   - sequence: and up to this one.
    package static func all(
        of assessment: Slug, after earlier: Int? = nil, upTo sequence: Int? = nil, _ db: Database
    ) throws -> [AssessmentActHeld] {
        try all(
            in: "assessment_act", record: "k.assessment",
            where: "k.assessment = ? AND k.sequence > ? AND k.sequence <= ?",
            [assessment.description, earlier ?? 0, sequence ?? .max], db)
    }
}
