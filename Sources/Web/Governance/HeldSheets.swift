import Digests
import Synchronization
import Vocabulary

/// A sheet that somebody sent and looks at before it is taken in: one for each account, in memory, for an hour.
///
/// A register holds names and what people declared: it is written to no disk before its entries are declared.
final class HeldSheets: Sendable {
    private static let lifetime = 3_600
    /// Accounts at a time; the one that has waited longest goes.
    private static let most = 16

    struct Sheet: Sendable {
        let name: String
        let bytes: [UInt8]
        let digest: EvidenceID
        fileprivate let at: Moment
    }

    private let held = Mutex<[Slug: Sheet]>([:])

    /// Holds it in the place of the one before.
    func keep(_ bytes: [UInt8], named name: String, for account: Slug, at moment: Moment) -> Sheet {
        let sheet = Sheet(name: name, bytes: bytes, digest: Digest.of(bytes), at: moment)
        held.withLock { held in
            held = held.filter { !isOver($0.value, at: moment) }
            if held[account] == nil, held.count >= HeldSheets.most,
                let oldest = held.min(by: { ($0.value.at, $0.key) < ($1.value.at, $1.key) })?.key
            {
                held[oldest] = nil
            }
            held[account] = sheet
        }
        return sheet
    }

    /// The account's sheet of that digest; nil where it is held no more.
    func sheet(_ digest: String, for account: Slug, at moment: Moment) -> Sheet? {
        held.withLock { held in
            held[account].flatMap { $0.digest.description == digest && !isOver($0, at: moment) ? $0 : nil }
        }
    }

    func discard(for account: Slug) { held.withLock { $0[account] = nil } }

    private func isOver(_ sheet: Sheet, at moment: Moment) -> Bool {
        moment.secondsSince1970 - sheet.at.secondsSince1970 > HeldSheets.lifetime
    }
}
