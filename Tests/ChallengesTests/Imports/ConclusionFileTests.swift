import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct ConclusionFileTests {
    private func read(_ lines: String) throws -> ConclusionFile {
        try ConclusionFile(ReturnedForm(csv: Array(lines.utf8), named: "ours.csv"), on: Sample.bundle)
    }

    @Test func `rows are conclusions, open or refused, and none is lost`() throws {
        let file = try read(
            """
            Challenge,Outcome,Amount,Reason
            1,Withdrawn,,Theirs
            rx1-2025-26-m06/3,part,"£1,030.50",Met
            2,,,
            4,maybe,,x
            1,upheld,,Again
            other/5,upheld,,x
            5,upheld,,
            """)
        #expect(
            file.conclusions == [
                .init(number: 1, outcome: .withdrawn, reason: "Theirs"),
                .init(number: 3, outcome: .part, amount: Money(pence: 103_050), reason: "Met"),
            ])
        #expect(file.rowsRead == 7 && file.rowsOpen == 1 && file.rowsRefused == 4)
        #expect(file.problems.map(\.code) == ["unknown-outcome", "challenge-twice", "unknown-reference", "blank"])
    }

    @Test func `a file without the columns is no list of conclusions`() {
        #expect(refused { _ = try read("Number,Result\n1,ok\n") } == "no-conclusions")
    }
}
