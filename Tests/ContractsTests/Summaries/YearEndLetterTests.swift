import Contracts
import Tabular
import Testing
import Vocabulary

struct YearEndLetterTests {
    static let day = Day("2025-06-30")!

    static func refusal(_ make: () throws(Refusal) -> Letter) -> String? {
        do {
            _ = try make()
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `a letter shows the recovery and cites the rule`() throws {
        let position = TotalPositionsTests.positions()[1]
        let letter = try YearEndLetter.letter(for: position, on: Self.day, TestTables.context)
        #expect(letter.addressee == position.providerName)
        #expect(letter.fileStem == "1000000002-year-end-2024-25")
        var hasRecovery = false
        var hasRule = false
        for block in letter.blocks {
            switch block {
            case .table(let table): hasRecovery = table.rows.contains { $0[1] == .money(Money(pence: 1_800_000)) }
            case .list(let lines): hasRule = lines.contains { $0.contains(DentalRuleID.threshold) }
            default: continue
            }
        }
        #expect(hasRecovery && hasRule)
    }

    @Test func `no letter rests on a row that is held out`() {
        let position = TotalPositionsTests.positions()[2]
        #expect(
            Self.refusal { () throws(Refusal) in
                try YearEndLetter.letter(for: position, on: Self.day, TestTables.context)
            } == "held-out")
    }

    @Test func `a year that is not judged has no letter`() {
        var position = TotalPositionsTests.positions()[0]
        position.yearEnd = nil
        let asked = position
        #expect(
            Self.refusal { () throws(Refusal) in
                try YearEndLetter.letter(for: asked, on: Self.day, TestTables.context)
            } == "year-not-judged")
    }
}
