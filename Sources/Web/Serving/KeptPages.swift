import Hummingbird
import Synchronization
import Vocabulary

/// Answers as they were last made, for the same reader who asks for the same again.
///
/// Never stale: the key says all that such an answer depends on, and with another line of the journal every answer goes.
/// Only routes that say so are kept (`RouteList.page`): what they show comes from the record alone. No answer is ever
/// given to another session than the one it was made for.
final class KeptPages: Sendable {
    struct Key: Hashable, Sendable {
        let session: String
        /// With its query, as it was asked for.
        let address: String
        /// Of the site, which some pages name.
        let root: String
        /// The journal's last line.
        let head: Int
        /// Today.
        let day: Day
    }

    private struct Kept {
        var head = 0
        var answers: [Key: Response] = [:]
        /// The one kept first comes first.
        var order: [Key] = []
        var bytes = 0
    }

    /// Of all bodies together.
    private let most: Int
    private let kept = Mutex(Kept())

    init(most: Int = 32 << 20) {
        self.most = most
    }

    subscript(_ key: Key) -> Response? { kept.withLock { $0.answers[key] } }

    /// Keeps an answer; the oldest go where there is no room. One without a known length, or of a state of the record
    /// that is past, is not kept.
    func keep(_ response: Response, for key: Key) {
        guard response.status == .ok, let size = response.body.contentLength, size <= most / 8 else { return }
        kept.withLock { kept in
            if key.head > kept.head { kept = Kept(head: key.head) }
            guard key.head == kept.head, kept.answers.updateValue(response, forKey: key) == nil else { return }
            kept.order.append(key)
            kept.bytes += size
            var gone = 0
            while kept.bytes > most, gone < kept.order.count {
                if let old = kept.answers.removeValue(forKey: kept.order[gone]) {
                    kept.bytes -= old.body.contentLength ?? 0
                }
                gone += 1
            }
            kept.order.removeFirst(gone)
        }
    }

    /// What it holds, in bytes.
    var bytes: Int { kept.withLock { $0.bytes } }
}
