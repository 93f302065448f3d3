import Foundation
import Glibc

/// A server of somebody else's, started for a test on this machine from `Tests/Peers` and ended by its process.
///
/// It ends by itself after two minutes, should the test not come to that.
public final class Peer: Sendable {
    /// The first line that it printed: where it listens.
    public let said: String
    private let process: pid_t

    /// The Python that `./do setup tests` put aside with the servers' packages; nil where there is none.
    public static let python: String? = {
        let given = ProcessInfo.processInfo.environment["REMIT_PEERS"]
        let candidate = given ?? checkout.appendingPathComponent(".engines/peers/bin/python").path
        return FileManager.default.isExecutableFile(atPath: candidate) ? candidate : nil
    }()

    public static let missing = "the servers for tests are not here: ./do setup tests"

    /// Starts it, and waits for its first line.
    ///
    /// - Parameter script: its file in `Tests/Peers`.
    public init(_ script: String, _ arguments: [String] = []) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw PeerFault.notStarted }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let path = checkout.appendingPathComponent("Tests/Peers/\(script)").path
        var words = ([Peer.python ?? "", path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let started = posix_spawn(&process, Peer.python ?? "", &actions, nil, &words, environ)
        close(ends[1])
        guard started == 0 else { throw PeerFault.notStarted }
        self.process = process
        said = Peer.line(from: ends[0])
        if said.isEmpty { throw PeerFault.notStarted }
    }

    enum PeerFault: Error { case notStarted, noAnswer }

    /// Ends it, and waits until it has ended.
    public func end() {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    /// The first line, or what there is of it after 30 seconds.
    private static func line(from end: Int32) -> String {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        var waiting = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, 30_000) > 0, read(end, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }

    /// Posts a form as a browser would, and says where it is sent on to.
    ///
    /// - Parameter address: `http://127.0.0.1:PORT/…`.
    public static func location(posting form: String, to address: String) throws -> String {
        guard let url = URLComponents(string: address), let port = url.port else { throw PeerFault.noAnswer }
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        place.sin_port = in_port_t(port).bigEndian
        let reached = withUnsafePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard reached else { throw PeerFault.noAnswer }
        let request = """
            POST \(url.percentEncodedPath)?\(url.percentEncodedQuery ?? "") HTTP/1.0\r
            Host: 127.0.0.1:\(port)\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: \(form.utf8.count)\r
            \r
            \(form)
            """
        let sent = Array(request.utf8)
        guard send(connection, sent, sent.count, Int32(MSG_NOSIGNAL)) == sent.count else { throw PeerFault.noAnswer }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, 10_000) > 0 {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        let lines = String(decoding: answer, as: UTF8.self).components(separatedBy: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("location: ") }) else {
            throw PeerFault.noAnswer
        }
        return String(line.dropFirst("location: ".count))
    }
}
