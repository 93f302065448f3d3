import NIOCore
import NIOPosix

/// Threads on which things are answered that take their time: a page may have to be worked out, an act waits for the
/// disk, and a password takes a good part of a second, while the threads that everything else runs on are as few as
/// the processor's cores and may not wait.
enum Lane: Sendable {
    /// For pages that are not kept. More threads than cores, so that a page that takes long holds no other up.
    case pages
    /// For acts. More threads than cores, so that those who come meanwhile are there to be brought to the disk together.
    case acts
    /// For what checks or makes a password: few, for each takes up the memory that a guess is to cost.
    case passwords

    private static let threadsForPages = begun(8)
    private static let threadsForActs = begun(16)
    private static let threadsForPasswords = begun(max(1, System.coreCount / 2))

    /// They end with the process.
    private static func begun(_ count: Int) -> NIOThreadPool {
        let threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
        return threads
    }

    private var threads: NIOThreadPool {
        switch self {
        case .pages: Lane.threadsForPages
        case .acts: Lane.threadsForActs
        case .passwords: Lane.threadsForPasswords
        }
    }

    /// Does some work on one of the threads, in the order in which it comes; also where whoever asked has gone away.
    func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            threads.submit { _ in continuation.resume(returning: work()) }
        }
    }
}
