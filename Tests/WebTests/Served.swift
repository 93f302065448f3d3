import Contracts
import Digests
import Exemplar
import HTTPTypes
import Hummingbird
import Imports
import Logging
import Markup
import NIOCore
import NIOEmbedded
import Rulebook
import Store
import Synchronization
import Vocabulary

@testable import Web

/// The site over a small invented system in memory, asked as the server asks it, without a network.
struct Served: Sendable {
    static let exemplar = Exemplar(seed: 7, contracts: 24, firstYear: 2021, dataTo: Month("202412")!)
    static let author = Author("A. Tester")!
    /// In February 2025.
    static let moment = Moment(secondsSince1970: 1_740_000_000)
    /// Filled once for all tests: nothing that is asked for changes it.
    static let filled = Result { try Served() }

    let store: Store
    var site: Site
    let keeper: TestDoorkeeper
    /// At which most of the keeper's people hold their roles.
    var commissioner: OrganisationCode { Exemplar.commissioners[0].code }
    private let responder: RouterResponder<BasicRequestContext>

    init() throws {
        try self.init(store: Store.inMemory())
        try store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: Served.author,
            at: Served.moment)
        let data = Served.exemplar
        for month in data.months.compactMap({ $0.first?.month }) {
            try takeIn(data.monthFile(month), Exemplar.monthFileName(month))
        }
        let bytes = data.contractsFile()
        let reading = try DentalContractsFile.read(bytes, named: data.contractsFileName, months: Served.months)
        try store.perform(
            ImportDentalContracts(
                source: Served.source(bytes, data.contractsFileName), container: nil, reading: reading),
            by: Served.author, at: Served.moment)
    }

    /// - Parameters:
    ///   - store: as it is, with nothing added.
    ///   - now: what the clock says.
    ///   - published: the folder in which records are published to be served.
    ///   - siting: finds the best places for sites.
    ///   - engines: answers questions about activity.
    ///   - intake: takes activity in.
    init(
        store: Store, now: Moment = Served.moment, isSecure: Bool = false, origin: String? = nil,
        demonstration: Demonstration? = nil, published: String? = nil,
        siting: @escaping SitingDesk.Solve = SitingDesk.withoutSolver, engines: ActivityEngines? = nil,
        intake: IntakeWorker.Run? = nil
    ) {
        self.store = store
        keeper = TestDoorkeeper(commissioner: Exemplar.commissioners[0].code)
        site = Site(
            desks: Desks(store: store, siting: siting, published: published, engines: engines, intake: intake),
            version: "test",
            door: Door(keeper: keeper, isSecure: isSecure, origin: origin, demonstration: demonstration)
        ) { now }
        responder = site.router().buildResponder()
    }

    /// A site of a test's own making; nobody of `keeper` has anything to do with it.
    init(site: Site) {
        store = site.desks.store
        keeper = TestDoorkeeper(commissioner: Exemplar.commissioners[0].code)
        self.site = site
        responder = site.router().buildResponder()
    }

    private static let months = Month("200604")!...Month("202512")!

    private func takeIn(_ bytes: [UInt8], _ name: String) throws {
        let outcome = try DentalMonthFile.read(
            bytes, named: name, months: Served.months, limits: { DentalFlagLimits(.shipped, in: $0) })
        try store.perform(
            ImportDentalMonths(
                source: Served.source(bytes, name), container: nil, reading: outcome.reading,
                account: outcome.account), by: Served.author, at: Served.moment)
    }

    private static func source(_ bytes: [UInt8], _ name: String) -> Source {
        Source(digest: Digest.of(bytes), name: name, publisher: "Wexbourne", licence: "None", size: bytes.count)
    }

    /// Asks for a path, with its query if it has one, as somebody who signed in: an account of `TestDoorkeeper`.
    ///
    /// - Parameter account: nil for nobody.
    func ask(
        _ path: String, _ method: HTTPRequest.Method = .get, as account: String? = "manager"
    ) async throws -> Reply {
        try await send(path, method, cookies: account.map { ["remit": keeper.token(of: $0)] } ?? [:])
    }

    /// Sends a form as a browser does, with its token unless another is given.
    func post(
        _ path: String, _ pairs: [(String, String)], as account: String = "manager", token: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> Reply {
        try await send(
            path, .post, cookies: ["remit": keeper.token(of: account)], headers: headers,
            form: pairs + [("csrf", token ?? "csrf-\(account)")])
    }

    func send(
        _ path: String, _ method: HTTPRequest.Method, cookies: [String: String] = [:], headers: [String: String] = [:],
        form: [(String, String)]? = nil, body: [UInt8] = []
    ) async throws -> Reply {
        var head = HTTPRequest(method: method, scheme: nil, authority: "remit.example", path: path)
        if !cookies.isEmpty {
            head.headerFields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        var bytes = body
        if let form {
            head.headerFields[.contentType] = "application/x-www-form-urlencoded"
            let pairs = form.map { "\(Destination.encoded($0.0))=\(Destination.encoded($0.1))" }
            bytes = Array(pairs.joined(separator: "&").utf8)
        }
        for (name, value) in headers { head.headerFields[HTTPField.Name(name)!] = value }
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test"))
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: bytes))),
            context: BasicRequestContext(source: source))
        let gathered = Gathered()
        try await response.body.write(GatheringWriter(gathered: gathered))
        return Reply(
            status: response.status.code, headers: response.headers, bytes: gathered.bytes.withLock { $0 })
    }
}

/// What came back.
struct Reply: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Where the browser is sent on to.
    var location: String? { headers[.location] }

    /// What the cookie of a name was set to; nil where it was not, empty where it was taken away.
    func cookie(_ name: String) -> String? {
        for field in headers[values: .setCookie] where field.hasPrefix(name + "=") {
            return String(field.dropFirst(name.count + 1).prefix { $0 != ";" })
        }
        return nil
    }

    /// A page without its marks, runs of white space as one blank.
    var words: String {
        text.replacing(/<[^>]*>/, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

private final class Gathered: Sendable {
    let bytes = Mutex<[UInt8]>([])
}

private struct GatheringWriter: ResponseBodyWriter {
    let gathered: Gathered

    mutating func write(_ buffer: ByteBuffer) async throws {
        gathered.bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
