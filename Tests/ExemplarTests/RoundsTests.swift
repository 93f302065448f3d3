import Tabular
import Testing
import Vocabulary

@testable import Exemplar

struct RoundsTests {
    @Test(arguments: Exemplar.rounds)
    func `a round's paths are each there once and none of its files is empty`(round: ExemplarRound) {
        #expect(Set(round.files.map(\.path)).count == round.files.count)
        #expect(round.files.allSatisfy { !$0.bytes.isEmpty })
        #expect(round.bytes(of: "round.yaml") != nil && round.bytes(of: "decision.yaml") != nil)
    }

    @Test(arguments: Exemplar.rounds)
    func `a round's sheets of scores have the columns that a member's sheet needs`(round: ExemplarRound) throws {
        for file in round.files where file.path.hasSuffix(".csv") {
            let sheet = try Sheet(csv: file.bytes, named: file.path)
            #expect(sheet.header == ["Option", "Criterion", "Score", "Lowest", "Highest", "Note"])
            #expect(!sheet.rows.isEmpty && sheet.notes.isEmpty)
        }
    }

    @Test func `the round on diabetes says nothing of teeth`() throws {
        let round = try #require(Exemplar.rounds.first { $0.id == "diabetes-2025" })
        for file in round.files {
            // A key of the files, bestToOthers, holds the letters by chance.
            let text = String(decoding: file.bytes, as: UTF8.self).replacing("bestToOthers", with: "").lowercased()
            #expect(!text.contains("dental") && !text.contains("dentist"), "\(file.path)")
            #expect(!text.contains("teeth") && !text.contains("tooth"), "\(file.path)")
        }
    }
}
