import Foundation
import Hummingbird
import HummingbirdCore
import Logging
package import Imports
package import Mail
package import Methods
import NIOCore
package import OpenID
package import Priorities
import ServiceLifecycle
package import Store
import UnixSignals
package import Vocabulary

/// The pages over HTTP; stops when the process is told to, after answering what it has begun.
package struct Server: Sendable {
    private let site: Site
    private let limits = ServingLimits()

    /// Works the answer of a round out, telling what is being done and the share of it that is done.
    package typealias Solving =
        @Sendable (
            _ round: Round, _ settings: RoundResult.Settings,
            _ progress: @escaping @Sendable (String, Double) -> Void
        ) throws -> RoundResult

    /// The best portfolio of a model within so many seconds, from a good one on, with the solver's name and version.
    package typealias Siting =
        @Sendable (_ model: PortfolioModel, _ start: [Bool], _ seconds: Double) throws -> (
            solved: SolvedPortfolio, solver: String
        )

    /// - Parameters:
    ///   - origin: the address at which browsers reach it, where something stands in front of it:
    ///     `https://remit.example`. Cookies are then sent over https only; so they are where `host` is not this machine.
    ///   - host: on which it will listen.
    ///   - mostMegabytes: the most that is taken of files sent together.
    ///   - elsewhere: an OpenID provider by which people may sign in too.
    ///   - mail: by which messages are sent; with it an `origin` must be there, to which they lead.
    ///   - solving: with a solver; nil where there is none, and then nothing is proved.
    ///   - siting: finds the best places for sites; nil where there is no solver, and then none is found.
    ///   - published: the folder in which records are published to be served; nil: none are.
    ///   - engines: answers questions about activity; nil where none is asked.
    ///   - intake: takes activity in by a process of its own; nil where none is taken in.
    ///   - log: how requests are told of.
    package init(
        store: Store, version: String, host: String, origin: String? = nil, mostMegabytes: Int = mostMegabytes,
        elsewhere: OpenIDSignIn? = nil, mail: Post? = nil, solving: Solving? = nil, siting: Siting? = nil,
        published: String? = nil, engines: ActivityEngines? = nil, intake: IntakeWorker.Run? = nil,
        log: LogFormat = .none
    ) throws {
        let isSecure = origin.map { $0.hasPrefix("https://") } ?? !Server.isThisMachine(host)
        let keeper = StoreDoorkeeper(AccessDesk(store), installation: try DentalDesk(store).installation.holder)
        var limits = BodyLimits.upload
        limits.bytes = mostMegabytes << 20
        var door = Door(keeper: keeper, isSecure: isSecure, origin: origin)
        door.elsewhere = elsewhere
        let log = ServingLog(log)
        var site = Site(
            desks: Desks(
                store: store, solve: solving ?? RoundSolvers.withoutSolver,
                siting: siting ?? SitingDesk.withoutSolver, published: published, engines: engines, intake: intake,
                log: log),
            version: version, door: door, uploadLimits: limits, log: log)
        if let mail {
            guard let origin else {
                throw Refusal(
                    .usage, code: "address-missing", "Messages lead to the pages, and it is not said where these are.",
                    remedy: "Say it with --address https://remit.example")
            }
            site.mail = try Postroom(of: site, post: mail, root: origin)
        }
        self.site = site
        UploadTrays.removeLeftovers()
    }

    /// The most that is taken of files sent together, in megabytes, where nothing else is said.
    package static let mostMegabytes = BodyLimits.upload.bytes >> 20

    /// A demonstration on this machine, in which everybody is signed in at once as the first of its people.
    ///
    /// - Parameters:
    ///   - people: accounts that the store holds, with the words on their buttons.
    ///   - solving: as for a server in earnest.
    /// - Throws: `Refusal`, code `not-invented`, where the installation is not one of invented figures.
    package static func demonstration(
        store: Store, version: String, people: [(account: Slug, words: String)], solving: Solving? = nil,
        siting: Siting? = nil, published: String? = nil, engines: ActivityEngines? = nil,
        intake: IntakeWorker.Run? = nil
    ) throws -> Server {
        let installation = try DentalDesk(store).installation
        guard installation.isInvented else {
            throw Refusal(
                .rule, code: "not-invented", "Only an installation of invented figures can be demonstrated.",
                remedy: "Serve it with: remit serve")
        }
        let keeper = StoreDoorkeeper(AccessDesk(store), installation: installation.holder)
        let door = Door(keeper: keeper, isSecure: false, demonstration: Demonstration(people))
        let desks = Desks(
            store: store, solve: solving ?? RoundSolvers.withoutSolver, siting: siting ?? SitingDesk.withoutSolver,
            published: published, engines: engines, intake: intake)
        return Server(site: Site(desks: desks, version: version, door: door))
    }

    private init(site: Site) {
        self.site = site
    }

    private static func isThisMachine(_ host: String) -> Bool {
        ["127.0.0.1", "::1", "localhost"].contains(host)
    }

    /// Serves until the process is told to stop (SIGTERM or SIGINT); what has begun by then is answered first.
    ///
    /// Nothing new is taken then, streams of live meetings end, and after `ServingLimits.patience` the process ends
    /// whatever is still under way: an act is on the record whole or not at all.
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
        let application = Server.application(of: site, within: limits, host: host, port: port, logger, ready: ready)
        let sending = site.mail.map { mail in Task { await mail.serve(at: site.now) } }
        defer { sending?.cancel() }
        do {
            let group = ServiceGroup(
                services: [StoppedInTime(application, site: site, patience: limits.patience)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
            try await group.run()
            // What is being handed over at this moment is marked before the process ends.
            sending?.cancel()
            await sending?.value
        } catch let error as IOError where error.errnoCode == EADDRINUSE || error.errnoCode == EACCES {
            throw Refusal(
                .usage, code: "port-taken",
                error.errnoCode == EACCES
                    ? "Port \(port) may not be used by you." : "Port \(port) of \(host) is taken by another program.",
                remedy: "Choose another with --port; 0 takes any that is free.")
        }
        // The file is whole by itself then, without the log beside it.
        _ = site.desks.store.emptyLog()
        site.log.told("stopped", [("because", .text("it was told to; everything that had begun was answered"))])
    }

    static func application(
        of site: Site, within limits: ServingLimits, host: String, port: Int, _ logger: Logger,
        ready: @escaping @Sendable (_ address: String) -> Void
    ) -> Application<RouterResponder<BasicRequestContext>> {
        Application(
            router: site.router(), server: .http1(configuration: limits.http),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "Remit",
                availableConnectionsDelegate: limits.delegate(logger)),
            onServerRunning: { channel in
                let taken = channel.localAddress?.port ?? port
                let address = "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(taken)/"
                site.log.told(
                    "started",
                    [
                        ("address", .text(address)), ("version", .text(site.version)),
                        ("records", site.desks.storeWatch.place.map { .text($0) } ?? .none),
                    ])
                ready(address)
            },
            logger: logger)
    }
}
