import Foundation
import Glibc
package import Vocabulary

/// What a worker does about itself: it keeps within limits, and ends with whoever started it.
package enum WorkerDuty {
    /// Refuses itself more address space than so many bytes.
    package static func limitAddresses(to bytes: Int) {
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
        _ = setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        leaveNoImage()
    }

    /// No image of the memory is left behind by a crash.
    package static func leaveNoImage() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }

    /// Ends soon after the process that started it: the end of the input is not seen while a library works, so a thread
    /// looks at who the parent is.
    ///
    /// - Parameter last: what is still to be done then, on that thread.
    package static func endWithParent(last: @escaping @Sendable () -> Void = {}) {
        let parent = getppid()
        Thread.detachNewThread {
            while getppid() == parent { usleep(200_000) }
            last()
            _exit(1)
        }
    }

    /// Hands all the bytes over.
    ///
    /// - Throws: `Refusal`, code `worker-output`, where nobody takes them any more.
    package static func write(_ bytes: [UInt8], to output: Int32) throws(Refusal) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                throw Refusal(.engine, code: "worker-output", "The answers of a worker could not be handed over.")
            }
            sent += count
        }
    }

    /// This program, for a worker of its own; nil where it is another that only holds this module, as tests are: that
    /// must not be started.
    package static var program: String? {
        let path =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return (path as NSString).lastPathComponent == "remit" ? path : nil
    }
}
