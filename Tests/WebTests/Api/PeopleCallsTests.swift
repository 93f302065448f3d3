import Access
import Exemplar
import HTTPTypes
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// Accounts kept by calls: within an administrator's reach, and no way in is made.
struct PeopleCallsTests {
    private static let add: JSONValue = [
        "account": "newly", "name": ["personalText": "Nell Ewly"], "email": ["personalText": "nell@wexbourne.example"],
    ]

    private func state(_ id: String, _ served: Served) throws -> Account? {
        try served.keeper.people().book.accounts[Slug(id)!]
    }

    @Test func `an administrator adds somebody, gives a role, suspends, restores and closes`() async throws {
        let served = try Served()
        let added = try await served.call("/people", .post, token: "administrator", Self.add)
        #expect(added.status == 200 && added.json["account"] == "newly", "\(added.text)")
        let role: JSONValue = ["role": "analyst", "commissioner": .text(served.commissioner.description)]
        let given = try await served.call("/people/newly/acts/grantRole", .post, token: "administrator", role)
        #expect(given.status == 200, "\(given.text)")
        let read = try await served.call("/people/newly", token: "administrator")
        #expect(read.json["name"] == "Nell Ewly" && read.json["roles"]?.asList?.first?["role"] == "analyst")
        #expect(read.json["roles"]?.asList?.first?["since"] == .day(Served.moment.inLondon.day))
        let withdrawn = try await served.call("/people/newly/acts/withdrawRole", .post, token: "administrator", role)
        #expect(withdrawn.status == 200, "\(withdrawn.text)")
        for (act, wanted) in [("suspendAccount", Account.State.suspended), ("restoreAccount", .invited)] {
            let done = try await served.call("/people/newly/acts/\(act)", .post, token: "administrator", [:])
            #expect(done.status == 200, "\(act): \(done.text)")
            if wanted == .suspended { #expect(try state("newly", served)?.state == wanted) }
        }
        let closed = try await served.call("/people/newly/acts/closeAccount", .post, token: "administrator", [:])
        #expect(closed.status == 200)
        #expect(try state("newly", served)?.state == .closed)
    }

    @Test func `a program makes no administrator, and no call has a password or a token in it`() async throws {
        let served = try Served()
        let role: JSONValue = ["role": "administrator", "commissioner": .text(served.commissioner.description)]
        let refused = try await served.call("/people/analyst/acts/grantRole", .post, token: "administrator", role)
        #expect(refused.status == 403 && refused.code == "not-by-token", "\(refused.text)")
        let offered = Site.calls.filter { $0.path.hasPrefix("/people") }.map(\.path)
        #expect(!offered.contains { $0.contains("link") && !$0.lowercased().contains("person") })
        #expect(!offered.contains { $0.lowercased().contains("password") || $0.lowercased().contains("token") })
    }

    @Test func `who is no administrator keeps nobody's account, and a token for other things neither`() async throws {
        let served = try Served()
        for token in ["analyst", "administrator.declareOwnInterests"] {
            #expect(try await served.call("/people", token: token).status == 403)
            #expect(try await served.call("/people", .post, token: token, Self.add).status == 403)
            #expect(
                try await served.call("/people/analyst/acts/suspendAccount", .post, token: token, [:]).status == 403)
        }
        // An administrator of one commissioner reaches nobody of another.
        served.keeper.add(
            "elsewhere", [Grant(role: .analyst, commissioner: OrganisationCode("QNM")!, since: TestDoorkeeper.day)])
        #expect(try await served.call("/people/elsewhere", token: "manager").status == 404)
        let other = try await served.call("/people/elsewhere/acts/closeAccount", .post, token: "manager", [:])
        #expect(other.status == 404)
        #expect(try state("elsewhere", served)?.state == .active)
    }

    @Test func `the messages are told to administrators of the whole installation alone`() async throws {
        let served = try Served()
        let mail = try await served.call("/mail", token: "administrator")
        #expect(mail.status == 200 && mail.json["messages"] == [] && mail.json["isSetUp"] == false, "\(mail.text)")
        #expect(try await served.call("/mail", token: "manager").status == 404)
        #expect(try await served.call("/mail/1/again", .post, token: "manager").status == 404)
        #expect(try await served.call("/mail/1/again", .post, token: "administrator").code == "no-such-message")
    }

    @Test func `every act on accounts that the page has and no way in is a call`() {
        let offered = Set(
            Site.calls.compactMap { call in
                call.path.hasPrefix("/people/:account/acts/") ? call.path.split(separator: "/").last : nil
            })
        #expect(
            offered == [
                "grantRole", "withdrawRole", "suspendAccount", "restoreAccount", "closeAccount", "takeSeat",
                "leaveSeat",
                "linkPerson", "unlinkPerson",
            ])
    }
}
