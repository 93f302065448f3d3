import Digests
import Hummingbird
import Synchronization
import Vocabulary

/// Calls that came with an `Idempotency-Key`, so that one that is repeated after a broken line is not done twice.
///
/// They are remembered by this process for a day; whoever wants more says also from which revision they go (`If-Match`).
final class RepeatedCalls: Sendable {
    /// In seconds.
    static let lifetime = 86_400
    /// In all; the oldest make room.
    static let most = 10_000

    private struct Known {
        let at: Moment
        let content: EvidenceID
        /// Nil while it is being answered.
        var answer: ApiAnswer?
    }

    enum Found {
        /// Nobody came with this key: it is now being answered.
        case new
        case answered(ApiAnswer)
        case running
        /// The same key with something else.
        case other
    }

    private let known = Mutex<[String: Known]>([:])
    /// So that what was asked for cannot be guessed from its digest.
    private let salt = SecretSalt()

    /// - Parameters:
    ///   - key: as it was sent, of one account.
    ///   - content: all that makes a call what it is.
    func begin(_ key: String, of account: Slug, content: String, at moment: Moment) -> Found {
        let digest = Digest.of(salt.text + content)
        let name = "\(account) \(key)"
        return known.withLock { known in
            let now = moment.secondsSince1970
            if let held = known[name], now < held.at.secondsSince1970 + RepeatedCalls.lifetime {
                guard held.content == digest else { return .other }
                return held.answer.map { .answered($0) } ?? .running
            }
            if known.count >= RepeatedCalls.most {
                let old = known.filter { $0.value.answer != nil }.sorted { $0.value.at < $1.value.at }
                for (name, _) in old.prefix(RepeatedCalls.most / 10) { known[name] = nil }
            }
            known[name] = Known(at: moment, content: digest)
            return .new
        }
    }

    /// - Parameter answer: nil where it failed by our fault, so that it may be tried again.
    func end(_ key: String, of account: Slug, with answer: ApiAnswer?) {
        known.withLock { $0["\(account) \(key)"]?.answer = answer }
        if answer == nil { known.withLock { $0["\(account) \(key)"] = nil } }
    }
}

private struct SecretSalt: Sendable {
    let text: String

    init() {
        var chance = SystemRandomNumberGenerator()
        text = (0..<4).map { _ in String(chance.next(), radix: 36) }.joined(separator: "-")
    }
}
