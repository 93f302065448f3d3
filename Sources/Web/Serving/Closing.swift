import Synchronization

/// Whether the server was told to stop: what would go on for long, such as the stream of a live meeting, ends then.
final class Closing: Sendable {
    private let told = Atomic<Bool>(false)

    var isTold: Bool { told.load(ordering: .relaxed) }

    func tell() { told.store(true, ordering: .relaxed) }
}
