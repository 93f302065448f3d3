import Digests
import Store
import Synchronization
import Vocabulary

/// Documents that programs sent, until an act names one by its digest and keeps it, or an hour has gone.
///
/// Each account sees its own; they lie beside the files that wait to be taken in.
final class WaitingDocuments: Sendable {
    /// Seconds for which a document waits.
    private static let lifetime = 3_600
    /// Of one account.
    static let most = 50

    private struct Waiting {
        let file: PostedFile
        let at: Moment
    }

    private let held = Mutex<[Slug: [EvidenceID: Waiting]]>([:])

    /// - Parameters:
    ///   - limit: for all that wait of the account, in bytes.
    ///   - place: moves a file to where it may lie.
    /// - Returns: the digests, in the order of the files.
    /// - Throws: `Refusal`, code `documents-full`, where more wait than an account may have.
    func put(
        _ files: [PostedFile], for account: Slug, at moment: Moment, limit: Int,
        place: (PostedFile) throws -> PostedFile
    ) throws -> [EvidenceID] {
        let sent = try files.map { (digest: Digest.of(try $0.bytes()), file: $0) }
        let new = try sent.map { ($0.digest, Waiting(file: try place($0.file), at: moment)) }
        try held.withLock { held in
            forgetOld(&held, at: moment)
            let own = (held[account] ?? [:]).merging(new) { _, later in later }
            guard own.count <= WaitingDocuments.most, own.values.reduce(0, { $0 + $1.file.size }) <= limit else {
                throw Refusal(
                    .rule, code: "documents-full",
                    "More than \(WaitingDocuments.most) documents, or \(limit >> 20) MB of them, would wait for you.",
                    remedy: "Send the acts that keep them, or wait an hour.")
            }
            held[account] = own
        }
        return sent.map(\.digest)
    }

    /// The file of a document that somebody sent; nil where none waits under the digest.
    func file(_ digest: EvidenceID, of account: Slug, at moment: Moment) -> PostedFile? {
        held.withLock { held in
            forgetOld(&held, at: moment)
            return held[account]?[digest]?.file
        }
    }

    private func forgetOld(_ held: inout [Slug: [EvidenceID: Waiting]], at moment: Moment) {
        for (account, documents) in held {
            let kept = documents.filter {
                moment.secondsSince1970 - $0.value.at.secondsSince1970 <= WaitingDocuments.lifetime
            }
            held[account] = kept.isEmpty ? nil : kept
        }
    }
}
