import Access
import Contracts
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// What is settled about a contract by calls: by its commissioner's people, with a reason, or not at all.
struct ContractCallsTests {
    private static let lastDay: JSONValue = "2027-03-31"

    private static func held() throws -> (served: Served, path: String, lines: () throws -> Int) {
        let served = try Served()
        let desk = try served.site.desks.current()
        let terms = try #require(
            desk.book.terms.first {
                $0.terms.commissioner == served.commissioner && $0.terms.lines.contains { $0.value > .zero }
            })
        return (
            served, "/contracts/\(terms.terms.contract)/acts/",
            { try served.store.read { db in try Journal.head(db).sequence } }
        )
    }

    @Test func `a ruling is recorded with its reason, and one that contradicts itself is refused`() async throws {
        let (served, path, lines) = try Self.held()
        let before = try lines()
        let wrong: JSONValue = [
            "type": "GDS", "term": "ends", "lastDay": Self.lastDay, "reason": "Agreement of 2021.",
        ]
        let refused = try await served.call(path + "ruleOnContract", .post, token: "contract-manager", wrong)
        #expect(refused.status == 422 && refused.code == "gds-has-no-end", "\(refused.text)")
        let without: JSONValue = ["term": "ends", "reason": "Agreement of 2021."]
        let lacking = try await served.call(path + "ruleOnContract", .post, token: "contract-manager", without)
        #expect(lacking.status == 422 && lacking.code == "missing-key")
        let patient: JSONValue = ["term": "openEnded", "reason": "As 943 476 5919 has it."]
        let named = try await served.call(path + "ruleOnContract", .post, token: "contract-manager", patient)
        #expect(named.status == 422 && named.code == "patient-identifying")
        #expect(try lines() == before)
        let right: JSONValue = ["type": "PDS", "term": "openEnded", "reason": "Agreement of 2021."]
        let done = try await served.call(path + "ruleOnContract", .post, token: "contract-manager", right)
        #expect(done.status == 200 && done.json["act"] == "ruleOnContract", "\(done.text)")
        #expect(try lines() == before + 1)
    }

    @Test func `only people of its commissioner settle it`() async throws {
        let (served, path, lines) = try Self.held()
        served.keeper.add(
            "elsewhere",
            [Grant(role: .contractManager, commissioner: OrganisationCode("QXX"), since: TestDoorkeeper.day)])
        let before = try lines()
        let body: JSONValue = ["term": "openEnded", "reason": "Agreement of 2021."]
        for who in ["elsewhere", "observer", "panel-member"] {
            #expect(try await served.call(path + "ruleOnContract", .post, token: who, body).status == 403, "\(who)")
        }
        #expect(try lines() == before)
    }

    @Test func `a release is recorded, and neither too large a one nor an agreement that no rule knows`() async throws {
        let (served, path, lines) = try Self.held()
        let before = try lines()
        func agreement(_ year: String) -> JSONValue {
            ["year": .text(year), "limitPercent": 110, "settlement": "carried", "reason": "Letter of 3 May."]
        }
        let agreed = try await served.call(
            path + "agreeOverDelivery", .post, token: "contract-manager", agreement("2024/25"))
        #expect(agreed.status == 422 && agreed.code == "over-delivery-not-in-rules", "\(agreed.text)")
        func release(_ pence: Int) -> JSONValue {
            [
                "line": "GENERAL_DENT", "kind": "handBack", "amountPence": .integer(pence), "noticeDay": "2025-01-01",
                "fromDay": "2025-04-01", "reason": "Letter of 3 May.",
            ]
        }
        let most = try await served.call(
            path + "recordRelease", .post, token: "contract-manager", release(99_999_999_999))
        #expect(most.status == 422, "\(most.text)")
        let done = try await served.call(path + "recordRelease", .post, token: "contract-manager", release(100))
        #expect(done.status == 200, "\(done.text)")
        #expect(try lines() == before + 1)
    }

    @Test func `flags that are not there are not accepted`() async throws {
        let (served, path, lines) = try Self.held()
        let before = try lines()
        let reply = try await served.call(
            path + "acceptFlaggedRows", .post, token: "contract-manager",
            ["year": "2024/25", "codes": ["unit-value-high"], "reason": "Looked at."])
        #expect(reply.status != 200 && reply.status < 500, "\(reply.text)")
        #expect(try lines() == before)
    }
}
