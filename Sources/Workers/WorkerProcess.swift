import Foundation
package import Glibc
package import Vocabulary

/// A process of this program that works for it, and the one line to it, both ways.
package struct WorkerProcess {
    package let process: pid_t
    /// This side of the pair of sockets; does not wait.
    package let file: Int32
    private var unsent: [UInt8] = []
    private var unread: [UInt8] = []

    /// - Parameters:
    ///   - environment: all of the worker's.
    ///   - title: whom it works for, as a sentence has it: `the solver`.
    /// - Throws: `Refusal` of kind `engine`, with the code that is given.
    package init(
        executable: String, arguments: [String], environment: [String: String], title: String, code: String
    ) throws(Refusal) {
        func failure(_ number: Int32) -> Refusal {
            Refusal(
                .engine, code: code,
                "A process for \(title) could not be started from \(executable): \(String(cString: strerror(number))).")
        }
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw failure(errno) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Nothing else that is open here, such as a listening socket, lives on in a worker.
        _ = WorkerProcess.closeFrom?(&actions, 3)
        var words = ([executable] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, executable, &actions, nil, &words, &settings)
        guard status == 0 else {
            close(ends[0])
            throw failure(status)
        }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        self.process = process
        self.file = ends[0]
    }

    /// The system's function, which its headers show to programs in C only; nil where it is too old to have it.
    private static let closeFrom: CloseFrom? = {
        dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map { unsafeBitCast($0, to: CloseFrom.self) }
    }()

    private typealias CloseFrom =
        @convention(c) @Sendable (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// What `poll` is to look for.
    package var interest: pollfd {
        let events = POLLIN | (unsent.isEmpty ? 0 : POLLOUT)
        return pollfd(fd: file, events: Int16(events), revents: 0)
    }

    package mutating func queue(_ message: [UInt8]) {
        unsent += message
        unsent.append(UInt8(ascii: "\n"))
    }

    /// Sends what can be sent now; false where the worker is gone.
    package mutating func send() -> Bool {
        while !unsent.isEmpty {
            let count = unsent.withUnsafeBytes {
                Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            unsent.removeFirst(count)
        }
        return true
    }

    /// What has come of a long answer, added to `bytes`, so much at most; false where the worker is gone and nothing came.
    package mutating func receive(into bytes: inout [UInt8], atMost limit: Int = 1 << 24) -> Bool {
        bytes += unread
        var came = unread.count
        unread = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while came < limit {
            let count = recv(file, &block, block.count, 0)
            if count < 0 && errno == EINTR { continue }
            if count > 0 {
                bytes += block[..<count]
                came += count
                continue
            }
            return came > 0 || (count < 0 && errno == EAGAIN)
        }
        return true
    }

    /// The whole lines that have come; nil where the worker is gone and left none.
    package mutating func receive() -> [[UInt8]]? {
        var isGone = false
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(file, &block, block.count, 0)
            if count < 0 && errno == EINTR { continue }
            if count > 0 {
                unread += block[..<count]
                continue
            }
            isGone = count == 0 || errno != EAGAIN
            break
        }
        var lines: [[UInt8]] = []
        while let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(Array(unread[..<end]))
            unread.removeSubrange(...end)
        }
        return lines.isEmpty && isGone ? nil : lines
    }

    /// Ends the process at once and waits for it.
    ///
    /// - Returns: the signal that ended it, where it had ended by one before; nil otherwise.
    @discardableResult
    package func end() -> Int32? {
        // A worker that is ending by itself is let, so that it can be told how it ended.
        var status: Int32 = 0
        var ended: pid_t = 0
        var byte: UInt8 = 0
        for _ in 0..<20 {
            ended = waitpid(process, &status, WNOHANG)
            if ended != 0 { break }
            if recv(file, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) != 0 { break }
            usleep(5_000)
        }
        close(file)
        if ended == 0 {
            kill(process, SIGKILL)
            while waitpid(process, &status, 0) < 0 && errno == EINTR {}
            return nil
        }
        let signal = status & 0x7f
        return signal == 0 ? nil : signal
    }

    /// The memory that it has now, in bytes; nought where it is gone.
    package var residentMemory: Int {
        guard let words = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .ascii) else { return 0 }
        let parts = words.split(separator: " ")
        return (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) * sysconf(Int32(_SC_PAGESIZE))
    }
}
