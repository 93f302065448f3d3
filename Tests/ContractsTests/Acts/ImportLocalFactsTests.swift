import Tabular
import Testing
import Vocabulary

@testable import Contracts

struct ImportLocalFactsTests {
    private static func act(_ text: String) throws -> ImportLocalFacts {
        let bytes = Array(("contract_number,contract_type\n" + text).utf8)
        let source = Source(
            digest: EvidenceID(String(repeating: "a", count: 64))!, name: "types.csv", publisher: "Local", licence: "",
            size: bytes.count)
        return ImportLocalFacts(
            source: source, container: nil, conditions: ReadingConditions(dropped: ["NAME"]),
            facts: .contractTypes(try ContractTypesFile.read(Sheet(csv: bytes, named: "types.csv"))))
    }

    private static let author = Author("A. Analyst")!
    private static let moment = Moment(secondsSince1970: 1_740_000_000)

    @Test(arguments: [true, false])
    func `whether it is held is what was found`(isHeld: Bool) throws {
        let after = try Self.act("1234567890,GDS\n")
            .decide(.init(isHeld: isHeld), by: Self.author, at: Self.moment)
        #expect(after.isHeld == isHeld)
    }

    @Test func `one row that can be read is enough`() throws {
        let act = try Self.act("1234567890,GDS\n12,GDS\n")
        #expect(act.facts.rowsRead == 2 && act.facts.rowsKept == 1)
        #expect(throws: Never.self) { try act.decide(.init(isHeld: false), by: Self.author, at: Self.moment) }
    }

    @Test func `a file of which no row can be read is refused, with the first reason`() throws {
        let act = try Self.act("12,GDS\n")
        let refusal = #expect(throws: Refusal.self) {
            try act.decide(.init(isHeld: false), by: Self.author, at: Self.moment)
        }
        #expect(refusal?.code == "nothing-readable")
        #expect(refusal?.sentence.contains("ten digits") == true)
    }

    @Test func `its line says how to read it again`() throws {
        let line = try Self.act("1234567890,GDS\n").journalled
        #expect(line["kind"] == "contract-types" && line["mapping"] == .null)
        #expect(line["conditions"].flatMap { ReadingConditions(journalled: $0) }?.dropped == ["NAME"])
    }
}
