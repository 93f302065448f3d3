package import Assessments
package import GRDB
package import Vocabulary

/// Needs assessments as they stand and as they were issued, with the tables of their figures.
package struct AssessmentDesk: Sendable {
    package let store: Store
    package let rules: RulesInForce

    package init(_ store: Store, under rules: RulesInForce = .shipped) {
        self.store = store
        self.rules = rules
    }

    /// In the order in which they were opened.
    package func assessments() throws -> [NeedsAssessment] {
        try store.read { db in
            try AssessmentRows.ids(db).compactMap { try AssessmentRows.assessment($0, under: rules, db) }
        }
    }

    /// An assessment as it stands.
    ///
    /// - Throws: `no-such-assessment`.
    package func assessment(_ id: Slug) throws -> NeedsAssessment {
        try store.read { db in try AssessmentDesk.assessment(id, under: rules, db) }
    }

    /// An assessment with the tables of its figures, as it stood when a version was issued, or as it stands.
    ///
    /// - Parameter number: of the version; nil for the assessment as it stands.
    /// - Throws: `no-such-assessment`, `no-such-version`.
    package func reading(_ id: Slug, version number: Int? = nil) throws -> Reading {
        try store.read { db in
            let standing = try AssessmentDesk.assessment(id, under: rules, db)
            guard let number else {
                return Reading(
                    assessment: standing, version: nil, tables: try AssessmentDesk.tables(of: standing, db))
            }
            guard let version = standing.versions.first(where: { $0.number == number }),
                let line = try AssessmentActHeld.all(of: id, db).filter({ $0.act == IssueVersion.name })
                    .first(where: { try ($0.value() as? IssueVersion)?.version == version }),
                let then = try AssessmentRows.assessment(id, at: line.sequence - 1, under: rules, db)
            else {
                throw Refusal(
                    .usage, code: "no-such-version", "“\(standing.title)” has no version \(number).",
                    remedy: standing.versions.isEmpty
                        ? "None has been issued." : "The last is version \(standing.versions.count).")
            }
            return Reading(assessment: then, version: version, tables: try AssessmentDesk.tables(of: then, db))
        }
    }

    /// What is read of an assessment at once.
    package struct Reading: Sendable {
        package let assessment: NeedsAssessment
        /// Nil for the assessment as it stands.
        package let version: IssuedVersion?
        package let tables: [EvidenceID: ShownTable]

        package var text: AssessmentText { AssessmentText(assessment, version: version, tables: tables) }
    }

    /// The journal's line at which an assessment was last changed; 0 where it never was.
    package func revision(of id: Slug) throws -> Int {
        try store.read { db in try AssessmentDesk.revision(of: id, db) }
    }

    package static func revision(of id: Slug, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT max(sequence) FROM assessment_act WHERE assessment = ?"),
            arguments: [id.description]) ?? 0
    }

    static func assessment(_ id: Slug, under rules: RulesInForce, _ db: Database) throws -> NeedsAssessment {
        guard let held = try AssessmentRows.assessment(id, under: rules, db) else {
            throw Refusal.unknownAssessment(id)
        }
        return held
    }

    /// The tables of the figures that stand, as far as their bytes are held here.
    static func tables(of assessment: NeedsAssessment, _ db: Database) throws -> [EvidenceID: ShownTable] {
        var tables: [EvidenceID: ShownTable] = [:]
        for figure in assessment.standingFigures where tables[figure.document] == nil {
            tables[figure.document] = try? table(figure, db)
        }
        return tables
    }

    /// - Throws: `figure-not-held`, or what `ShownTable` refuses.
    static func table(_ figure: ShownFigure, _ db: Database) throws -> ShownTable {
        guard let kept = try KeptBytes.of(figure.document, db), !kept.isGzip else {
            throw Refusal(
                .input, code: "figure-not-held",
                "The table of the figure “\(figure.id)” is not held: \(figure.document.short)….",
                remedy: "Give the file itself, with “file”.")
        }
        return try ShownTable(JSONValue(parsing: kept.bytes, named: figure.title), named: figure.title)
    }
}
