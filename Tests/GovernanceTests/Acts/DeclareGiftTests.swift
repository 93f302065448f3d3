import Governance
import Testing
import Vocabulary

struct DeclareGiftTests {
    private func code(on book: GovernanceBook? = nil, _ change: (inout Gift) -> Void) throws -> String? {
        let act = DeclareGift(person: Register.gp, gift: Register.gift("clock") { change(&$0) })
        return Register.code(act, on: try book ?? Register.book())
    }

    @Test func `what happened is kept, also where the rules would have declined it`() throws {
        let book = try Register.book(
            DeclareGift(person: Register.gp, gift: Register.gift("cash", .cash, pounds: 500)))
        #expect(book.people[Register.gp]?.gifts.map(\.id) == [Register.slug("cash")])
    }

    @Test func `twins, no value, wrong days and one's own approval are refused`() throws {
        let held = try Register.book(DeclareGift(person: Register.gp, gift: Register.gift("clock")))
        #expect(try code(on: held) { _ in } == "gift-exists")
        #expect(try code { $0.value = .zero } == "no-value")
        #expect(try code { $0.declaredOn = Register.day("2026-01-11") } == "declared-before-offered")
        #expect(try code { $0.declaredOn = Register.day("2026-03-10") } == "day-in-future")
        #expect(try code { $0.offeredOn = Register.day("2024-03-31") } == "before-person")
        #expect(try code { $0.approvedBy = Register.gp } == "own-approval")
        #expect(try code { $0.approvedBy = Register.spouse } == "approver-tied")
        #expect(try code { $0.approvedBy = Register.lead } == nil)
        #expect(try code { $0.disposedOn = Register.day("2026-01-12") } == "gift-has-history")
    }

    @Test func `flags may be left out of what a person writes`() throws {
        let digest: JSONValue = ["digest": .text(String(repeating: "a", count: 64))]
        let json: JSONValue = [
            "person": "p-gp",
            "gift": [
                "id": "wine", "kind": "gift", "source": digest, "sourceKey": "source-1", "description": digest,
                "value": "£20", "offeredOn": "2026-01-12", "declaredOn": "2026-01-12", "isAccepted": true,
            ],
        ]
        let act = try #require(try GovernanceActs.decode(name: "declareGift", json) as? DeclareGift)
        #expect(!act.gift.isSupplier && act.gift.value == Money(pence: 2_000))
        #expect(try GovernanceActs.decode(name: "declareGift", act.journalled) as? DeclareGift == act)
    }
}
