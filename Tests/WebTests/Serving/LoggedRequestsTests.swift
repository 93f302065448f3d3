import Foundation
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// What is told of a request, and what is not.
struct LoggedRequestsTests {
    private func asked(_ path: String, as account: String?, cookie: Bool = true) async throws -> (Lines, Reply) {
        let lines = Lines()
        let filled = try Served.filled.get()
        var site = filled.site
        site.log = lines.log(.json)
        let served = Served(site: site)
        let cookies = account.map { ["remit": filled.keeper.token(of: $0)] } ?? [:]
        return (lines, try await served.send(path, .get, cookies: cookies))
    }

    @Test func `a request is told by the pattern of its route, not by what was asked for`() async throws {
        let (lines, reply) = try await asked("/people/a-secret-name?word=hidden", as: "administrator")
        #expect(lines.all.count == 1)
        let line = lines.all.joined()
        #expect(line.contains("\"route\":\"/people/"))
        #expect(line.contains("\"status\":\(reply.status)"))
        #expect(line.contains("\"bytes\":\(reply.bytes.count)"))
        for secret in ["a-secret-name", "hidden", "word", "administrator", "session"] {
            #expect(!line.contains(secret), "\(secret) in \(line)")
        }
    }

    @Test func `what no route is for is told without its path`() async throws {
        let (lines, reply) = try await asked("/rosa-quillfeather/private", as: nil)
        #expect(reply.status == 404)
        #expect(lines.all.count == 1)
        #expect(lines.all.joined().contains("\"route\":null"))
        #expect(!lines.all.joined().contains("rosa"))
    }

    @Test func `an answer has the number under which the log has it`() async throws {
        let (lines, reply) = try await asked("/about", as: nil)
        let name = try #require(HTTPField.Name("X-Request-Id"))
        let number = try #require(reply.headers[name])
        #expect(lines.all.joined().contains("\"id\":\"\(number)\""))
        let other = try await asked("/about", as: nil).1
        #expect(other.headers[name] != number)
    }
}
