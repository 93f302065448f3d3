package import Engines
package import Store
package import Tabular
package import Vocabulary

/// The problems of a submission, read back from the files in which they were stored.
package struct SubmissionProblems {
    package let submission: HeldSubmission
    private let files: String
    private let engine: any QueryEngine

    /// - Parameters:
    ///   - folder: of all activity, as the engine sees it.
    ///   - engine: one that sees it.
    package init(of submission: HeldSubmission, in folder: String, on engine: any QueryEngine) {
        self.submission = submission
        self.engine = engine
        files = engine.dialect.files("\(folder)/\(submission.folder)/problems-*.parquet")
    }

    /// How often each problem was found, the most frequent first; nothing where there was none.
    package func counts() throws(Refusal) -> [(code: String, effect: String, rows: Int)] {
        guard submission.hasProblems else { return [] }
        let answer = try engine.query(
            "SELECT code, effect, COUNT(*) AS found FROM \(files) GROUP BY code, effect ORDER BY found DESC, code, effect"
        )
        let (codes, effects) = (answer["code"].texts ?? [], answer["effect"].texts ?? [])
        let found = answer["found"].wholes ?? []
        return codes.indices.map { (codes[$0] ?? "", effects[$0] ?? "", found[$0] ?? 0) }
    }

    /// Problems by row and column, those of the whole file first.
    ///
    /// - Parameters:
    ///   - code: only with this code; nil for all.
    ///   - limit: at most so many, after those that are skipped.
    package func table(code: String? = nil, limit: Int, skipping: Int = 0) throws(Refusal) -> Table {
        var table = Table(
            key: "problems", caption: "Problems in \(submission.name)",
            columns: [
                .init("row", "Row"), .init("column", "Column"), .init("code", "Code"), .init("effect", "Effect"),
                .init("explanation", "Explanation"),
            ])
        guard submission.hasProblems else { return table }
        let wanted = code.map { " WHERE code = \(engine.dialect.text($0))" } ?? ""
        let answer = try engine.query(
            "SELECT * FROM \(files)\(wanted) ORDER BY row NULLS FIRST, code, explanation LIMIT \(limit)"
                + (skipping > 0 ? " OFFSET \(skipping)" : ""))
        let texts = ["column", "code", "effect", "explanation"].map { answer[$0].texts ?? [] }
        for (place, row) in (answer["row"].wholes ?? []).enumerated() {
            table.append(
                [row.map(Cell.count) ?? .absent("whole file")]
                    + texts.map { list in list[place].map(Cell.text) ?? .absent("whole row") })
        }
        return table
    }
}

extension HeldSubmission {
    package var hasProblems: Bool { parts.contains(where: \.holdsProblems) }
}
