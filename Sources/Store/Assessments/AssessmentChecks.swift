import Assessments
import Digests
package import GRDB
import Vocabulary

/// What the journal cannot make again of needs assessments, checked by itself: the documents of issued versions.
package struct AssessmentChecks: Sendable {
    package private(set) var assessments = 0
    package private(set) var versions = 0
    /// One sentence each.
    package private(set) var faults: [String] = []

    /// Each act is decided again, and each version's document is worked out again from the acts before it.
    package init(_ db: Database, under rules: RulesInForce = .shipped) throws {
        for id in try AssessmentRows.ids(db) {
            assessments += 1
            do {
                _ = try AssessmentRows.foldedAnew(id, under: rules, db)
                for line in try AssessmentActHeld.all(of: id, db) where line.act == IssueVersion.name {
                    guard let issued = try line.value() as? IssueVersion else { continue }
                    versions += 1
                    if let fault = try fault(of: issued, at: line.sequence, under: rules, db) { faults.append(fault) }
                }
            } catch let refusal as Refusal {
                faults.append(refusal.sentence)
            }
        }
    }

    private func fault(
        of issued: IssueVersion, at sequence: Int, under rules: RulesInForce, _ db: Database
    ) throws -> String? {
        let (version, name) = (issued.version, "Version \(issued.version.number) of “\(issued.assessment)”")
        guard let kept = try KeptBytes.of(version.document, db), !kept.isGzip else {
            return "\(name) is not kept: \(version.document.short)…."
        }
        guard Digest.of(kept.bytes) == version.document else { return "\(name) is not what its digest says." }
        let document = try JSONValue(parsing: kept.bytes, named: name)
        // A form that this Remit does not know is held to its digest only.
        guard document["form"] == .integer(AssessmentRecord.form) else { return nil }
        guard let then = try AssessmentRows.foldedAnew(issued.assessment, upTo: sequence - 1, under: rules, db) else {
            return "\(name) was issued before the assessment was opened."
        }
        let again = AssessmentRecord.json(
            of: then, number: version.number, issuedOn: version.issuedOn,
            tables: try AssessmentDesk.tables(of: then, db))
        return Digest.of(again.canonical) == version.document ? nil : "\(name) comes out differently now."
    }
}
