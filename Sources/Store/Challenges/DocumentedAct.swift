package import Challenges
import Digests
import GRDB
package import Vocabulary

/// An act of which its line of the journal holds the rows by digest; they are a document that is kept, and with it the
/// act can be done again.
package protocol DocumentedAct: StoredAct {
    /// The document that an act names in its line; nil where the line says something else.
    static func document(of journalled: JSONValue) -> EvidenceID?

    /// - Parameter document: its bytes.
    /// - Throws: `document-unreadable`, or what `JSONValue` refuses.
    init(journalled: JSONValue, document: [UInt8]) throws
}

/// The acts that are done again from their lines and their documents.
package enum DocumentedActs {
    package static let all: [any DocumentedAct.Type] = [
        RaiseChallenges.self, AnswerChallenges.self, ConcludeChallenges.self,
    ]
}

extension DocumentedAct where Self: DocumentedChallengeAct {
    package static func document(of journalled: JSONValue) -> EvidenceID? { journalled["document"]?.asEvidence }

    package init(journalled: JSONValue, document: [UInt8]) throws {
        self = try journalled.decoded(as: Self.self, named: Self.name)
        try take(rows: JSONValue(parsing: document, named: "the document of \(Self.name)"))
    }
}

extension DocumentedChallengeAct {
    /// Keeps the rows under the digest that the act names.
    ///
    /// - Throws: `document-unlike` where the rows are not what the digest says.
    func keepDocument(_ db: Database) throws {
        let bytes = Array(rows.canonical.utf8)
        guard Digest.of(bytes) == document else {
            throw Refusal(
                .wanting, code: "document-unlike",
                "The rows of \(Self.name) on “\(bundle)” are not what its digest says."
            )
        }
        _ = try SourceRecord.hold(bytes, db)
    }
}

extension RaiseChallenges: DocumentedAct {}
extension AnswerChallenges: DocumentedAct {}
extension ConcludeChallenges: DocumentedAct {}
extension SendChallenges: ReplayedAct {}
extension RecordCredit: ReplayedAct {}
extension DisputeBundle: ReplayedAct {}
extension SettleDispute: ReplayedAct {}
extension CloseBundle: ReplayedAct {}
