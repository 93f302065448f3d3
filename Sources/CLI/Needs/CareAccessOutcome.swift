import Digests
import Imports
import Tabular
import Vocabulary

/// What a question on access comes to, as it is written, and what it is cited by.
struct CareAccessOutcome {
    let given: CareAccessOptions.Given
    let tables: [Table]
    /// What people see in place of all tables; nil for all.
    var brief: [Table]?
    /// What JSON says before the tables.
    let facts: [JSONValue.Member]

    init(
        _ given: CareAccessOptions.Given, _ tables: [Table], brief: [Table]? = nil, facts: [JSONValue.Member]
    ) {
        self.given = given
        self.tables = tables
        self.brief = brief
        self.facts = given.facts + facts
    }

    private var sources: [JSONValue.Member] { [.init("sources", .list(given.sources.map(\.json)))] }

    /// SHA-256 of the canonical JSON of all that is written as JSON, names that may be personal left out, but for the
    /// digest itself.
    var digest: EvidenceID {
        Digest.of(OutputOptions.document(tables.map { $0.withoutPersonalColumns() }, facts: facts, ending: sources))
    }

    /// What JSON says after the tables: the files with their digests, and the answer's own.
    var ending: [JSONValue.Member] { sources + [.init("digest", .text(digest.description))] }

    /// As `--json` has it.
    var document: JSONValue { OutputOptions.document(tables, facts: facts, ending: ending) }
}
