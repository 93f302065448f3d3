import Foundation
import Synchronization

/// Makes values on a thread of its own while the caller uses those made before: reading beside writing.
///
/// At most `capacity` wait at a time, so memory is bounded. A producer's error comes to the consumer in its turn.
package final class ReadAhead<Value: Sendable>: Sendable {
    private struct State {
        var values: [Value] = []
        var error: (any Error)?
        var isFinished = false
        var isAbandoned = false
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let free: DispatchSemaphore

    package init(capacity: Int, produce: @escaping @Sendable (_ yield: (Value) throws -> Void) throws -> Void) {
        // A semaphore may not end below the value that it began with: this one begins at nothing.
        free = DispatchSemaphore(value: 0)
        for _ in 0..<capacity { free.signal() }
        let thread = Thread { [self] in
            do {
                try produce { value in
                    free.wait()
                    let isAbandoned = state.withLock { state in
                        state.values.append(value)
                        return state.isAbandoned
                    }
                    filled.signal()
                    if isAbandoned { throw CancellationError() }
                }
            } catch {
                state.withLock { $0.error = error }
            }
            state.withLock { $0.isFinished = true }
            filled.signal()
        }
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// The next value; nil when there is no more.
    ///
    /// - Throws: what the producer threw, after the values it made before.
    package func next() throws -> Value? {
        filled.wait()
        let value: Value? = try state.withLock { state in
            if !state.values.isEmpty { return state.values.removeFirst() }
            if let error = state.error { throw error }
            return nil
        }
        if value != nil { free.signal() } else { filled.signal() }
        return value
    }

    /// Tells the producer that nobody will ask again.
    package func abandon() {
        state.withLock { $0.isAbandoned = true }
        free.signal()
    }
}
