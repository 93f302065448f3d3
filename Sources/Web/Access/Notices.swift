import Synchronization

/// What was just done, told once on the next page; kept by session, in memory: losing one harms nobody.
final class Notices: Sendable {
    private static let most = 1_000
    private let kept = Mutex<[String: String]>([:])

    func keep(_ sentence: String, for session: String) {
        kept.withLock { kept in
            if kept.count >= Notices.most { kept.removeAll() }
            kept[session] = sentence
        }
    }

    func has(for session: String) -> Bool { kept.withLock { $0[session] != nil } }

    func take(for session: String) -> String? { kept.withLock { $0.removeValue(forKey: session) } }
}
