import Foundation
import Glibc
import Vocabulary

/// A worker that was started, and the one line to it, both ways.
struct WorkerProcess {
    let process: pid_t
    /// This side of the pair of sockets; does not wait.
    let file: Int32
    private var unsent: [UInt8] = []
    private var unread: [UInt8] = []

    /// - Parameter environment: all of the worker's.
    init(executable: String, arguments: [String], environment: [String: String]) throws(Refusal) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw WorkerProcess.failure(executable, errno) }
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
            throw WorkerProcess.failure(executable, status)
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

    private static func failure(_ executable: String, _ number: Int32) -> Refusal {
        Refusal(
            .engine, code: "solver-worker",
            "A process for the solver could not be started from \(executable): \(String(cString: strerror(number))).")
    }

    /// What `poll` is to look for.
    var interest: pollfd {
        let events = POLLIN | (unsent.isEmpty ? 0 : POLLOUT)
        return pollfd(fd: file, events: Int16(events), revents: 0)
    }

    mutating func queue(_ message: [UInt8]) {
        unsent += message
        unsent.append(UInt8(ascii: "\n"))
    }

    /// Sends what can be sent now; false where the worker is gone.
    mutating func send() -> Bool {
        while !unsent.isEmpty {
            let count = unsent.withUnsafeBytes {
                Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            unsent.removeFirst(count)
        }
        return true
    }

    /// The whole lines that have come; nil where the worker is gone and left none.
    mutating func receive() -> [[UInt8]]? {
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
    func end() {
        kill(process, SIGKILL)
        close(file)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
}
