import Dispatch
import Synchronization
import Testing

@testable import Web

/// Threads on which forms are answered.
struct LaneTests {
    @Test func `passwords that are being worked out, however many, keep no act waiting`() async {
        let gate = DispatchSemaphore(value: 0)
        let many = 64
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<many { group.addTask { await Lane.passwords.run { gate.wait() } } }
            // This would not end if acts waited for them.
            for number in 0..<many { #expect(await Lane.acts.run { number * 2 } == number * 2) }
            for _ in 0..<many { gate.signal() }
        }
    }

    @Test func `what somebody asked for who has gone away is done all the same`() async {
        let (entered, opened) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let asking = Task {
            await Lane.acts.run {
                entered.signal()
                opened.wait()
                return Task.isCancelled
            }
        }
        await Lane.acts.run { entered.wait() }
        asking.cancel()
        opened.signal()
        #expect(await asking.value == false)
    }
}
