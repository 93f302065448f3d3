import Exemplar
import Foundation
import Priorities
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Files

/// The exemplar's rounds, read from their files and performed act by act to the end.
struct ExemplarRoundsTests {
    private func performed(_ exemplar: ExemplarRound) throws -> RoundPerformed {
        try RoundPerformed(exemplar.files.map { ($0.path, $0.bytes) })
    }

    @Test(arguments: Exemplar.rounds)
    func `every file of a round is read and its acts lead to a decision`(exemplar: ExemplarRound) throws {
        let round = try #require(try performed(exemplar).round)
        #expect(round.id.description == exemplar.id)
        #expect(round.decision?.outcomes.count == round.options.count)
        #expect(round.setAside.isEmpty)
        #expect(round.scores.count == round.members.count && round.weights.count == round.members.count)
        #expect(round.ballot?.choices?.count == round.members.count)
    }

    @Test func `the dental round has 24 options, two of them disinvestments, and nine members`() throws {
        let round = try #require(try performed(Exemplar.rounds[0]).round)
        #expect(round.options.count == 24)
        #expect(round.options.filter { $0.kind.isDisinvestment }.count == 2)
        #expect(round.members.count == 9)
        #expect(round.members.filter { !round.excluded($0.id).isEmpty }.count == 3)
        #expect(Set(round.weights.values.joined().map(\.method)) == Set(WeightsGiven.Method.allCases))
        #expect(Set(round.options.flatMap(\.evidence).map(\.rung)) == Set(Evidence.Rung.allCases))
        #expect(round.benefit == .whole)
    }

    @Test func `the open round waits for the weights of three members and names nobody in its acts`() throws {
        let performing = try performed(Exemplar.openRound)
        let round = try #require(performing.round)
        #expect(round.id.description == Exemplar.openRound.id && round.options.count == 4)
        #expect(round.anchorsClosedAt != nil && round.weightsClosedAt == nil && round.decision == nil)
        #expect(round.members.filter { round.weights[$0.id] == nil }.count == 3)
        #expect(round.members.contains(where: \.isChair) && round.interests.isEmpty)
        #expect(round.options.allSatisfy { !$0.needsAssessments })
        let journal = performing.acts.map(\.journalled.canonical).joined()
        for text in performing.kept { #expect(!journal.contains(text), "\(text)") }
    }

    @Test func `the round on diabetes counts benefit the other way`() throws {
        let round = try #require(try performed(Exemplar.rounds[1]).round)
        #expect(round.benefit == .perPerson && round.options.count == 8 && round.members.count == 5)
    }

    @Test(arguments: Exemplar.rounds)
    func `names and declarations are kept apart and stand in no act`(exemplar: ExemplarRound) throws {
        let performing = try performed(exemplar)
        #expect(performing.kept.count >= performing.round!.members.count)
        let journal = performing.acts.map(\.journalled.canonical).joined()
        for text in performing.kept { #expect(!journal.contains(text), "\(text)") }
    }

    @Test(arguments: Exemplar.rounds)
    func `a member's template goes out as a workbook and comes back with the scores that were given`(
        exemplar: ExemplarRound
    ) throws {
        let round = try #require(try performed(exemplar).round)
        for member in round.members {
            let form = try ScoresTemplate.form(for: member.id, in: round)
            let returned = try ReturnedForm(returned: try WorkbookFile.bytes(form: form), named: "back.xlsx")
            let reading = try ScoresTemplate.read(returned, of: member.id, in: round)
            #expect(reading.problems.map(\.explanation) == [])
            #expect(Set(reading.values.map(\.value)) == Set(round.scores[member.id] ?? []))
        }
        let options = try OptionsTemplate.form(for: round)
        let returned = try ReturnedForm(returned: try WorkbookFile.bytes(form: options), named: "back.xlsx")
        let reading = try OptionsTemplate.read(returned, in: round)
        #expect(reading.problems.map(\.explanation) == [])
        #expect(reading.values.map(\.value) == round.options)
    }

    @Test func `the round on dental services varies a pack that comes with Remit, and says why`() throws {
        let exemplar = try #require(Exemplar.rounds.first { $0.id == "dental-2025" })
        let round = try #require(try RoundPerformed(exemplar.files.map { ($0.path, $0.bytes) }).round)
        let comparison = try #require(round.packComparison())
        #expect(round.pack?.use == .varied && round.pack?.reason?.isEmpty == false)
        let kept = comparison.rows.compactMap(\.criterion?.description)
        #expect(kept == ["oral-health", "inequality", "staff"] && comparison.missing.count == 6)
        #expect(comparison.added.map(\.description) == ["pain", "access", "experience"])
        let reason = round.pack?.reason?.lowercased() ?? ""
        for entry in comparison.missing { #expect(reason.contains(entry.title.lowercased()), "\(entry.title)") }
    }

    @Test func `the example of the manual's page is a round that runs to its decision`() throws {
        let page = try String(contentsOf: checkout.appendingPathComponent("docs/rounds.md"), encoding: .utf8)
        var files: [(path: String, bytes: [UInt8])] = []
        for part in page.components(separatedBy: "\n### `").dropFirst() {
            let lines = part.components(separatedBy: "\n")
            let block = lines.drop { !$0.hasPrefix("```") }.dropFirst().prefix { !$0.hasPrefix("```") }
            files.append((String(lines[0].prefix { $0 != "`" }), Array((block.joined(separator: "\n") + "\n").utf8)))
        }
        #expect(files.count == 13)
        let performed = try RoundPerformed(files)
        let round = try #require(performed.round)
        #expect(round.decision?.outcomes.count == 3 && round.scores.count == 2 && round.ballot?.choices?.count == 4)
    }
}
