import Synchronization

/// How many streams are open, of each session and in all: more than so many are not begun, so that nobody holds the
/// server by opening pages.
final class OpenStreams: Sendable {
    private static let mostOfASession = 8
    private static let mostInAll = 500
    private let open = Mutex<[String: Int]>([:])

    /// - Returns: false where too many are open; else one more is, until it is ended.
    func begin(_ session: String) -> Bool {
        open.withLock { open in
            guard open[session, default: 0] < OpenStreams.mostOfASession,
                open.values.reduce(0, +) < OpenStreams.mostInAll
            else { return false }
            open[session, default: 0] += 1
            return true
        }
    }

    func end(_ session: String) {
        open.withLock { open in
            guard let count = open[session] else { return }
            open[session] = count > 1 ? count - 1 : nil
        }
    }

    /// For tests: how many are open.
    var count: Int { open.withLock { $0.values.reduce(0, +) } }
}
