import Foundation
import Glibc

/// A server on this machine that answers one request with bytes that a test chose.
final class LoopbackServer: Sendable {
    let port: Int
    private let listener: Int32

    enum Reply: Sendable {
        case bytes(String)
        /// After a pause.
        case late(seconds: Double)
        /// A body that says no length and does not end until so many bytes have gone.
        case endless(bytes: Int)
        case hangUp
    }

    private let asked = Asked()

    /// What was asked of it, as it came.
    var request: String { asked.text }

    init(_ reply: Reply) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(listener, place, size) == 0 && listen(listener, 4) == 0
                    && getsockname(listener, place, &size) == 0
            }
        }
        guard bound else { throw CocoaError(.fileWriteUnknown) }
        port = Int(UInt16(bigEndian: place.sin_port))
        self.listener = listener
        let asked = asked
        Thread.detachNewThread {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            LoopbackServer.answer(reply, on: connection, asked)
            close(connection)
        }
    }

    deinit { close(listener) }

    private static func answer(_ reply: Reply, on connection: Int32, _ asked: Asked) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var request: [UInt8] = []
        while !isWhole(request) {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            request += buffer[..<count]
        }
        asked.text = String(decoding: request, as: UTF8.self)
        switch reply {
        case .bytes(let text): write(Array(text.utf8), to: connection)
        case .late(let seconds): Thread.sleep(forTimeInterval: seconds)
        case .endless(let bytes):
            write(Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".utf8), to: connection)
            let piece = [UInt8](repeating: 0x20, count: 16_384)
            for _ in 0..<(bytes / piece.count) where !write(piece, to: connection) { return }
        case .hangUp: break
        }
    }

    private static func isWhole(_ request: [UInt8]) -> Bool {
        // A greeting of TLS, which no end of lines ends.
        if request.first == 0x16 { return true }
        let text = String(decoding: request, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        guard let field = text.range(of: "Content-Length: ") else { return true }
        let length = Int(text[field.upperBound...].prefix { $0.isNumber }) ?? 0
        return text[end.upperBound...].utf8.count >= length
    }

    @discardableResult private static func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var at = 0
        while at < bytes.count {
            let count = bytes[at...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            at += count
        }
        return true
    }

    /// What was asked, between two threads.
    private final class Asked: @unchecked Sendable {
        private let lock = NSLock()
        private var kept = ""
        var text: String {
            get { lock.withLock { kept } }
            set { lock.withLock { kept = newValue } }
        }
    }
}
