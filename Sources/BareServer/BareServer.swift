import Hummingbird
import Logging
import NIOCore

/// Answers every request with so many bytes and does nothing else: what the server is measured beside.
///
/// `bare-server PORT BYTES`. It is no part of the product.
@main
enum BareServer {
    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard numbers.count == 2 else {
            print("usage: bare-server PORT BYTES")
            return
        }
        let body = ByteBuffer(repeating: UInt8(ascii: "x"), count: numbers[1])
        let router = Router()
        router.get("/") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: body))
        }
        var logger = Logger(label: "bare-server")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: numbers[0])),
            onServerRunning: { _ in print("ready") }, logger: logger)
        try await application.runService()
    }
}
