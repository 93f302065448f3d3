import Foundation
import Hummingbird
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The application, which ends in time once it is told to stop.
struct StoppedInTime<Responder: HTTPResponder>: Service
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    private let application: Application<Responder>
    private let site: Site
    private let patience: Duration

    init(_ application: Application<Responder>, site: Site, patience: Duration) {
        self.application = application
        self.site = site
        self.patience = patience
    }

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await application.run()
        } onGracefulShutdown: { [site, patience] in
            site.door.closing.tell()
            site.log.told("stopping", [("patience", .milliseconds(patience))])
            // A thread of its own: those of the server may all be busy, which is why one would wait in vain.
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: Double(patience.components.seconds))
                site.log.tell("stopped", [("because", .text("it was told to, and some answers took too long"))])
                exit(0)
            }
        }
    }
}
