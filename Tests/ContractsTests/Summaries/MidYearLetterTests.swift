import Contracts
import Testing
import Vocabulary

struct MidYearLetterTests {
    static let day = Day("2024-10-15")!

    static func paragraphs(_ letter: Letter) -> [String] {
        letter.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
    }

    @Test func `below the line a plan is asked for, above it nothing`() throws {
        let positions = TotalPositionsTests.positions()
        var low = positions[1]
        low.midYear = try JudgeMidYear.judge(
            contracted: Units(1_200), delivered: Units(300), value: low.value, by: TestRules.midYear(2024))
        let asked = try MidYearLetter.letter(for: low, on: Self.day, TestTables.context)
        #expect(Self.paragraphs(asked).contains { $0.hasPrefix("Please send a written plan") })
        #expect(Self.paragraphs(asked).contains { $0.contains("31 October 2024") })
        let fine = try MidYearLetter.letter(for: positions[0], on: Self.day, TestTables.context)
        #expect(Self.paragraphs(fine).contains("No action is needed."))
    }

    @Test func `a year without a review has no letter`() {
        var position = TotalPositionsTests.positions()[0]
        position.midYear = nil
        let asked = position
        #expect(
            YearEndLetterTests.refusal { () throws(Refusal) in
                try MidYearLetter.letter(for: asked, on: Self.day, TestTables.context)
            } == "not-reviewed")
    }
}
