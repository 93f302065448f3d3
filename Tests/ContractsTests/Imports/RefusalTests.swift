import Tabular
import Testing
import Vocabulary

@testable import Contracts

struct RefusalTests {
    @Test func `a file of which nothing could be kept is refused with its first fault, in order of rows`() {
        let problems = [
            Problem(row: 9, column: "UDA_FIN_VAL", code: "unreadable-amount", "“x” is no number.", effect: .refused),
            Problem(row: 2, column: nil, code: "ragged-row", "It has 3 cells.", effect: .refused),
            Problem(row: 1, column: nil, code: "no-final-line-break", "The file breaks off.", effect: .noted),
        ]
        let refusal = Refusal.everyRow(of: "a.csv", refusedFor: problems, count: 1_200)
        #expect(refusal.code == "every-row-refused" && refusal.kind == .input)
        #expect(
            refusal.sentence
                == "None of the 1,200 rows of a.csv could be kept. The first, row 2: It has 3 cells.")
    }

    @Test func `a fault of a cell is named by its row and its column`() {
        let problem = Problem(
            row: 9, column: "UDA_FIN_VAL", code: "unreadable-amount", "“x” is no number.", effect: .refused)
        let refusal = Refusal.everyRow(of: "a.csv", refusedFor: [problem], count: 1)
        #expect(refusal.sentence.hasSuffix("The first, row 9, UDA_FIN_VAL: “x” is no number."))
    }
}
