package import GRDB
package import Vocabulary

/// Removes texts about persons for good; the record keeps their digests, and still verifies.
///
/// Backups that were made before still hold them: a retention rule has to cover these too.
package struct DisposeOfPersonalText: StoredAct {
    package static let name = "disposeOfPersonalText"

    /// Sorted.
    package let digests: [EvidenceID]
    package let reason: String

    package init(digests: [EvidenceID], reason: String) {
        self.digests = Set(digests).sorted()
        self.reason = reason
    }

    /// Of those named: which are held, and which of them are gone already.
    package struct Before: Sendable {
        package var held: Set<EvidenceID>
        package var disposedOf: Set<EvidenceID>
    }

    package var journalled: JSONValue {
        ["digests": .list(digests.map { .text($0.description) }), "reason": .text(reason)]
    }

    package func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> [EvidenceID] {
        guard !digests.isEmpty else {
            throw Refusal(.usage, code: "nothing-named", "No personal text is named.")
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(
                .usage, code: "reason-missing", "A personal text is disposed of for a reason only.",
                remedy: "Say which: the retention rule, or the person’s request.")
        }
        if let unknown = digests.first(where: { !before.held.contains($0) }) {
            throw Refusal(.usage, code: "no-such-text", "There is no personal text \(unknown.short)….")
        }
        if let gone = digests.first(where: { before.disposedOf.contains($0) }) {
            throw Refusal(
                .rule, code: "text-disposed-of", "The personal text \(gone.short)… was disposed of already.")
        }
        return digests
    }

    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        var before = Before(held: [], disposedOf: [])
        for digest in digests {
            let isGone = try Bool.fetchOne(
                db, sql: "SELECT text IS NULL FROM personal_text WHERE digest = ?", arguments: [digest.description])
            if isGone != nil { before.held.insert(digest) }
            if isGone == true { before.disposedOf.insert(digest) }
        }
        return before
    }

    package func write(_ after: [EvidenceID], sequence: Int, _ db: Database) throws {
        try PersonalTexts.dispose(of: after, sequence: sequence, db)
    }

    package func afterwards(in store: Store) { store.emptyLog() }
}

extension DisposeOfPersonalText: ReplayedAct {
    package init?(journalled: JSONValue) {
        guard let digests = journalled["digests"]?.asList, let reason = journalled["reason"]?.asText else {
            return nil
        }
        self.init(digests: digests.compactMap(\.asEvidence), reason: reason)
    }
}
