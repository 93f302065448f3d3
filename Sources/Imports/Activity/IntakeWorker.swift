import Foundation
import Glibc
package import Vocabulary
import Workers

/// Takes files in by a process of its own, within limits: whatever becomes of it, this process goes on, and a file is taken in
/// whole or not at all.
package struct IntakeWorker: Sendable {
    /// In bytes, looked at ten times a second.
    package var memory: Int
    package var seconds: Double
    private let executable: String
    private let arguments: [String]

    /// - Parameters:
    ///   - executable: a program whose hidden command `arguments` does `IntakeDuty`.
    ///   - memory: that the process may take, in bytes.
    package init(
        executable: String, arguments: [String] = ["activity-worker"], memory: Int = 4 << 30, seconds: Double = 7_200
    ) {
        (self.executable, self.arguments) = (executable, arguments)
        (self.memory, self.seconds) = (memory, seconds)
    }

    /// How it is getting on.
    package struct Progress: Sendable {
        package let file: String
        /// Of that file.
        package let rows: Int
        /// Of the process, in bytes.
        package let memory: Int

        package init(file: String, rows: Int, memory: Int) {
            (self.file, self.rows, self.memory) = (file, rows, memory)
        }
    }

    /// As it is given to whoever asks for it: takes files in, and gives what came of each.
    package typealias Run =
        @Sendable (
            _ order: IntakeOrder, _ progress: @escaping @Sendable (Progress) -> Void, _ isStopped: () -> Bool
        ) throws -> Outcome

    /// What came of the files; those after an end before its time have nothing said of them.
    package struct Outcome: Sendable {
        package var files: [TakenActivity]
        /// Why it ended before all files were taken in or refused; nil where it did not.
        package var failure: Refusal?

        package init(files: [TakenActivity], failure: Refusal? = nil) {
            (self.files, self.failure) = (files, failure)
        }
    }

    /// - Parameters:
    ///   - progress: told when something has come, and each second, on this thread.
    ///   - each: told what came of a file, as it comes.
    ///   - isStopped: true ends the process; asked ten times a second.
    /// - Throws: `Refusal` where no process can be started.
    package func run(
        _ order: IntakeOrder, progress: (Progress) -> Void, each: (TakenActivity) -> Void = { _ in },
        isStopped: () -> Bool
    ) throws(Refusal) -> Outcome {
        var worker = try WorkerProcess(
            executable: executable, arguments: arguments, environment: ProcessInfo.processInfo.environment,
            title: "taking files in", code: "import-worker")
        guard let line = try? JSONEncoder().encode(order) else { preconditionFailure("an order is plain") }
        worker.queue(Array(line))
        let begun = ContinuousClock.now
        var files: [TakenActivity] = []
        var (last, told) = (Progress(file: "", rows: 0, memory: 0), begun)
        while true {
            var interest = [worker.interest]
            _ = poll(&interest, 1, 100)
            let events = Int32(interest[0].revents)
            if events & POLLOUT != 0, !worker.send() { return Outcome(files: files, failure: lost(&worker)) }
            if events & (POLLIN | POLLHUP | POLLERR) != 0 {
                guard let lines = worker.receive() else { return Outcome(files: files, failure: lost(&worker)) }
                for line in lines {
                    guard let reply = try? JSONDecoder().decode(IntakeReply.self, from: Data(line)) else {
                        return Outcome(files: files, failure: lost(&worker))
                    }
                    if let taken = reply.taken {
                        files.append(taken)
                        each(taken)
                    }
                    if let file = reply.file {
                        last = Progress(file: file, rows: reply.rows ?? 0, memory: worker.residentMemory)
                        progress(last)
                    }
                    if let failure = reply.failure {
                        worker.end()
                        return Outcome(files: files, failure: failure.refusal)
                    }
                    if reply.isDone == true {
                        worker.end()
                        return Outcome(files: files)
                    }
                }
            }
            if ContinuousClock.now - told > .seconds(1), !last.file.isEmpty {
                told = .now
                progress(Progress(file: last.file, rows: last.rows, memory: worker.residentMemory))
            }
            if let failure = limit(worker, since: begun, isStopped()) {
                worker.end()
                return Outcome(files: files, failure: failure)
            }
        }
    }

    private func limit(_ worker: WorkerProcess, since begun: ContinuousClock.Instant, _ isStopped: Bool) -> Refusal? {
        if isStopped {
            return Refusal(
                .engine, code: "import-stopped", "It was stopped; what had not been taken in by then was not.")
        }
        if (ContinuousClock.now - begun) / .seconds(1) > seconds {
            return Refusal(
                .engine, code: "import-worker-time",
                "Taking in was stopped after \(Int(seconds)) seconds, the time that it was given.",
                remedy: "Take fewer files in at a time, or split the largest.")
        }
        let taken = worker.residentMemory
        guard taken > memory else { return nil }
        return Refusal(
            .engine, code: "import-worker-memory",
            "Taking in was stopped: it took \(taken >> 20) MiB of memory, more than the \(memory >> 20) MiB that it was given.",
            remedy: "Split the file, or give it more where Remit is started: --engine-memory.")
    }

    private func lost(_ worker: inout WorkerProcess) -> Refusal {
        let signal = worker.end()
        let why = signal.map { "it was ended by signal \($0) (\(String(cString: strsignal($0))))" } ?? "it ended"
        return Refusal(
            .engine, code: "import-worker-lost",
            "The process that took the files in was lost before it was done: \(why).",
            remedy: "Send the rest again; what was not taken in whole is not there.")
    }
}
