import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct RegisterReferenceTests {
    private func act(_ table: String = "price", kept: Int = 2, problems: [Problem] = []) -> RegisterReference {
        let digest = EvidenceID(String(repeating: "0a", count: 32))!
        return RegisterReference(
            source: Source(digest: digest, name: "prices.csv", publisher: "As given", licence: "None", size: 10),
            table: table, mapping: nil, mappingDigest: nil, folder: "reference/price/0a", part: digest, partSize: 5,
            rowsKept: kept, rowsRefused: 1, problems: problems)
    }

    private func decide(_ act: RegisterReference, isHeld: Bool = false) throws(Refusal) -> RegisterReference.After {
        try act.decide(.init(isHeld: isHeld), by: Author("A. Tester")!, at: Moment(secondsSince1970: 1_740_000_000))
    }

    @Test func `a table is registered, and a file that is held changes nothing`() throws {
        #expect(try decide(act()).isHeld == false)
        #expect(try decide(act(), isHeld: true).isHeld)
    }

    @Test func `a table of which no row could be read is refused, with the first reason`() throws {
        let problem = Problem(row: 4, column: "tariff", code: "blank", "tariff is blank.", effect: .refused)
        let refusal = try #require(throws: Refusal.self) { try decide(act(kept: 0, problems: [problem])) }
        #expect(refusal.code == "nothing-readable")
        #expect(refusal.remedy == "Row 4: tariff is blank.")
    }

    @Test func `a table of an unknown name is refused`() throws {
        let refusal = try #require(throws: Refusal.self) { try decide(act("nothing")) }
        #expect(refusal.code == "no-such-table")
    }

    @Test func `its line of the journal says it whole, with a thousand problems at most`() throws {
        let problem = Problem(row: 4, column: "tariff", code: "blank", "tariff is blank.", effect: .refused)
        let act = act(problems: Array(repeating: problem, count: 1_500))
        #expect(act.problems.count == 1_000)
        #expect(try act.journalled.decoded(as: RegisterReference.self, named: "act") == act)
    }
}
