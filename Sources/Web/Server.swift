import Foundation
import Hummingbird
import Logging
import NIOCore
package import Store
import Vocabulary

/// The pages over HTTP, read-only; stops when the process is told to, after answering what it has begun.
package struct Server: Sendable {
    private let site: Site

    package init(store: Store, version: String) {
        site = Site(desks: Desks(store: store), version: version)
    }

    /// Serves until the process is stopped.
    ///
    /// - Parameter ready: is told the address once it answers; the port is the one taken where 0 was asked for.
    package func run(
        host: String, port: Int, ready: @escaping @Sendable (_ address: String) -> Void
    ) async throws {
        var logger = Logger(label: "remit.web")
        logger.logLevel = .warning
        // Worked out before the first reader comes, so that nobody waits for it.
        let site = site
        Task.detached(priority: .utility) { _ = try? site.desks.current().warm() }
        let application = Application(
            router: site.router(),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "Remit"),
            onServerRunning: { channel in
                let taken = channel.localAddress?.port ?? port
                ready("http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(taken)/")
            },
            logger: logger)
        do {
            try await application.runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE || error.errnoCode == EACCES {
            throw Refusal(
                .usage, code: "port-taken",
                error.errnoCode == EACCES
                    ? "Port \(port) may not be used by you." : "Port \(port) of \(host) is taken by another program.",
                remedy: "Choose another with --port; 0 takes any that is free.")
        }
    }
}
