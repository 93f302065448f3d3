package import Assessments
package import GRDB
package import Vocabulary

/// One way of keeping for all acts on a needs assessment: each is decided from it as its stored acts make it, and is one
/// more row.
extension StoredAct where Self: AssessmentAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> AssessmentBefore {
        AssessmentBefore(assessment: try AssessmentRows.assessment(assessment, under: rules, db))
    }

    /// Which of the assessment's acts it is, counted from one.
    package func outcome(_ after: NeedsAssessment, in db: Database) throws -> JSONValue {
        try ActTable.assessments.outcome(ofNextOn: [assessment.description], db)
    }

    package func write(_ after: NeedsAssessment, sequence: Int, _ db: Database) throws {
        try ActTable.assessments.keep(self, on: [assessment.description], sequence: sequence, db)
    }
}

extension AssessmentAct {
    /// The documents that the act names by digest: a figure's table, an issued version.
    package var documents: [EvidenceID] { Set(journalled.namedDocuments).sorted() }
}
