import Synchronization
import Hummingbird
import Access
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Vocabulary

@testable import Web

/// Who may enter what: every role, route and method, compared with the reviewed file cell by cell.
struct MatrixTests {
    /// Nobody, somebody without a role, and each role.
    private static let visitors = ["nobody", "newcomer"] + Role.allCases.map { TestDoorkeeper.id(of: $0) }

    private static func visitor(_ name: String, _ keeper: TestDoorkeeper) throws -> Visitor {
        guard name != "nobody" else { return .nobody }
        let people = try keeper.people()
        let account = try #require(people.book.accounts[Slug(name)!])
        let session = try #require(try keeper.session(keeper.token(of: name), at: Served.moment))
        return .account(
            SignedIn(
                account: account, name: people.name(of: account), email: people.email(of: account), session: session))
    }

    /// The matrix as the routes have it: a row for each route and method, a column for each visitor.
    private static func matrix() throws -> [String] {
        let keeper = TestDoorkeeper(commissioner: OrganisationCode("QZW")!)
        let all = try visitors.map { try visitor($0, keeper) }
        let day = Served.moment.inLondon.day
        let rows = Site.routes.map { route in
            let cells = all.map { route.entry.admits($0, by: .shipped, on: day) ? "yes" : "no" }
            return ([route.method.rawValue, route.path] + cells).joined(separator: ",")
        }
        return [(["method", "route"] + visitors).joined(separator: ",")] + rows.sorted()
    }

    private static let file = checkout.appendingPathComponent("Tests/WebTests/Access/matrix.csv")

    @Test func `who may enter each route is as it was reviewed`() throws {
        let made = try Self.matrix()
        if ProcessInfo.processInfo.environment["REMIT_WRITE_MATRIX"] != nil {
            try Data((made.joined(separator: "\n") + "\n").utf8).write(to: Self.file)
        }
        let reviewed = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(made.count > 60)
        #expect(Set(made).subtracting(reviewed).sorted() == [], "made, and not reviewed")
        #expect(Set(reviewed).subtracting(made).sorted() == [], "reviewed, and not made")
    }

    @Test func `the router serves the routes of the list and no others, each once`() throws {
        let listed = Site.routes.map { "\($0.method.rawValue) \(shape($0.path))" }
        let served = try Served.filled.get().site.router().routes.filter { $0.method != .head }
            .map { "\($0.method.rawValue) \(shape($0.path.description))" }
        #expect(Set(listed).count == listed.count)
        #expect(Set(served).symmetricDifference(listed).sorted() == [])
    }

    private func shape(_ path: String) -> String {
        "/"
            + path.split(separator: "/").map { $0.hasPrefix(":") || $0.hasPrefix("{") ? "*" : String($0) }
            .joined(separator: "/")
    }

    /// What nobody may read unless it says so here: everything else is published, or the way in.
    @Test func `nobody reads contracts, imports, rounds or people`() throws {
        let open = Site.routes.filter { $0.entry == .everybody }.map(\.path)
        for path in open {
            let isPublished = [
                "/interests", "/gifts", "/breaches", "/committees", "/meetings", "/decisions", "/who-decides",
                "/accountability", "/rules", "/about", "/sign-in", "/set-password", "/remit.css", "/remit.js",
                "/health", "/published", "/api", "/demo/switch",
            ].contains { path == $0 || path.hasPrefix($0 + "/") || path.hasPrefix($0 + ".") }
            #expect(isPublished, "\(path)")
        }
    }

    @Test(arguments: visitors)
    func `a page answers as the matrix says`(name: String) async throws {
        let served = try Served.filled.get()
        let visitor = try Self.visitor(name, served.keeper)
        // What programs call no cookie opens: see `CallsTests`.
        for route in Site.routes where route.method == .get && !route.path.hasPrefix(ApiCall.root) {
            let path = shape(route.path).replacing("*", with: "none")
            let reply = try await served.ask(path, as: name == "nobody" ? nil : name)
            let admits = route.entry.admits(visitor, by: .shipped, on: Served.moment.inLondon.day)
            let said = "\(path) as \(name): \(reply.status) \(reply.location ?? "")"
            if admits {
                // A link that sets a password is refused where it is none, whoever brings it.
                #expect([200, 400, 404].contains(reply.status) || path == "/set-password", "\(said)")
            } else if name == "nobody", path == "/" {
                #expect(reply.status == 200 && reply.words.contains("If you work here"), "\(said)")
            } else if name == "nobody" {
                #expect(reply.status == 303 && reply.location?.hasPrefix("/sign-in?then=") == true, "\(said)")
            } else if path == "/" {
                #expect(reply.status == 303 && reply.location == "/home", "\(said)")
            } else {
                #expect(reply.status == 403, "\(said)")
            }
        }
    }

    @Test(arguments: visitors)
    func `a form is taken from nobody whom the matrix keeps out`(name: String) async throws {
        let served = try Served()
        let visitor = try Self.visitor(name, served.keeper)
        for route in Site.routes where route.method == .post && !route.path.hasPrefix(ApiCall.root) {
            guard !route.entry.admits(visitor, by: .shipped, on: Served.moment.inLondon.day) else { continue }
            let path = shape(route.path).replacing("*", with: "manager")
            let cookies = name == "nobody" ? [:] : ["remit": served.keeper.token(of: name)]
            let reply = try await served.send(
                path, .post, cookies: cookies, form: [("csrf", "csrf-\(name)"), ("account", "x"), ("name", "x")])
            #expect(reply.status == (name == "nobody" ? 303 : 403), "\(path) as \(name): \(reply.status)")
        }
        #expect(try served.keeper.people().book == TestDoorkeeper(commissioner: served.commissioner).people().book)
    }
}
