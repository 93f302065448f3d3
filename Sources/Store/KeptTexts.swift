package import Assessments
package import GRDB
package import Governance
package import Vocabulary

/// Keeps texts about persons and documents in the transaction of the acts that name them.
package struct KeptTexts {
    private let db: Database

    package init(_ db: Database) { self.db = db }

    /// The journal's line at which a record was last changed, as this transaction finds it; 0 where it never was.
    package func revision(of record: RecordName) throws -> Int { try GovernanceDesk.revision(of: record, db) }

    /// The same of a needs assessment.
    package func revision(ofAssessment id: Slug) throws -> Int { try AssessmentDesk.revision(of: id, db) }

    /// The tables of the figures of a needs assessment, as far as they are held.
    package func tables(of assessment: NeedsAssessment) throws -> [EvidenceID: ShownTable] {
        try AssessmentDesk.tables(of: assessment, db)
    }

    /// Keeps a personal text; a fault of the database is a refusal of kind `engine`.
    package func keep(_ text: String) throws(Refusal) -> Personal {
        do {
            return try PersonalTexts.keep(text, db)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.engine, code: "store-failed", "A personal text could not be kept: \(error).")
        }
    }

    /// Every personal text that is still held, as this transaction finds them.
    package func all() throws -> [Personal: String] { try PersonalTexts.all(db) }

    /// Keeps a document's bytes, and says its digest.
    package func hold(_ bytes: [UInt8]) throws(Refusal) -> EvidenceID { try SourceRecord.hold(bytes, db) }
}

/// What acts of governance have kept.
package typealias GovernanceTexts = KeptTexts
/// What acts on accounts have kept.
package typealias AccessTexts = KeptTexts
