import Contracts
import Digests
import Exemplar
import GRDB
import Rulebook
import Tabular
import Testing
import Vocabulary

@testable import Store

/// Imports as they are kept: twice the same, corrected, and broken off in the middle.
struct ImportsStoredTests {
    private static let data = Example.exemplar

    @Test func `the same file twice writes nothing the second time`() throws {
        let example = try Example(months: 2)
        let before = try (example.head, example.count("dental_month"), example.count("source"))
        let month = Self.data.dataTo
        let after = try example.takeIn(Self.data.monthFile(month), Exemplar.monthFileName(month))
        #expect(after.isHeld && after.kept.isEmpty)
        let then = try (example.head, example.count("dental_month"), example.count("source"))
        #expect(before == then)
    }

    @Test func `a corrected publication supersedes, and both remain visible`() throws {
        let example = try Example()
        let rows = try example.count("dental_month")
        let after = try example.takeIn(
            Self.data.correctedMonthFile(), "again-" + Exemplar.monthFileName(Self.data.correctedMonth))
        let changed = Self.data.corrections.count { $0.after != nil }
        let withdrawn = Self.data.corrections.count { $0.after == nil }
        #expect(after.corrected == changed && after.withdrawn.count == withdrawn)
        #expect(try example.count("dental_month") == rows + changed)
        #expect(try example.count("dental_month_superseded") == changed + withdrawn)
        let held = try example.store.read { db in try DentalMonthRows.held(in: Self.data.correctedMonth, db) }
        let now = Set(held.map(\.value))
        for correction in Self.data.corrections {
            #expect(!now.contains(correction.before))
            if let after = correction.after { #expect(now.contains(after)) }
        }
        let sources = try example.store.read { db in try SourceHeld.all(db) }
        let first = try #require(sources.first { $0.name == Exemplar.monthFileName(Self.data.correctedMonth) })
        #expect(first.rowsSuperseded == changed + withdrawn)
        #expect(first.supersededBy == ["again-" + Exemplar.monthFileName(Self.data.correctedMonth)])
    }

    private struct BrokenOff: Error {}

    @Test func `an import broken off in the middle leaves the file as it was`() throws {
        let example = try Example(months: 1)
        let month = Self.data.dataTo.adding(months: -1)
        let before = try (example.head, example.count("dental_month"), example.count("content"))
        #expect(throws: BrokenOff.self) {
            try example.store.write { db in
                let name = Exemplar.monthFileName(month)
                let bytes = Self.data.monthFile(month)
                let outcome = try DentalMonthFile.read(
                    bytes, named: name, months: Month("200604")!...Month("202512")!,
                    limits: { DentalFlagLimits(.shipped, in: $0) })
                try SourceRecord.keep(Digest.of(bytes), size: bytes.count, bytes: bytes, isGzip: false, db)
                try Store.perform(
                    ImportDentalMonths(
                        source: Example.source(bytes, name), container: nil, reading: outcome.reading,
                        account: outcome.account), by: Example.author, at: Example.moment, in: db)
                throw BrokenOff()
            }
        }
        let after = try (example.head, example.count("dental_month"), example.count("content"))
        #expect(before == after)
    }

    @Test func `problems are found by file, code and effect`() throws {
        let example = try Example()
        let all = try example.store.read { db in try ProblemHeld.all(db) }
        let flagged = try example.store.read { db in try ProblemHeld.all(effect: .flagged, db) }
        #expect(!flagged.isEmpty && flagged.allSatisfy { $0.problem.effect == .flagged })
        let one = try #require(flagged.first)
        let narrow = try example.store.read { db in
            try ProblemHeld.all(source: one.digest.short, code: one.problem.code, db)
        }
        #expect(narrow.contains { $0.problem == one.problem })
        #expect(narrow.allSatisfy { $0.digest == one.digest && $0.problem.code == one.problem.code })
        #expect(try example.store.read { db in try ProblemHeld.all(source: "none.csv", db) }.isEmpty)
        #expect(all.count >= flagged.count)
    }

    @Test func `what an act was decided by is kept with it, and can be had again`() throws {
        let example = try Example(months: 1)
        let rules = RulesInForce.shipped
        let again = try example.store.read { db in try RulesInForce(journalled: rules.journalled, keptBy: db) }
        #expect(again.rulebook.rules.count == rules.rulebook.rules.count)
        #expect(again.journalled == rules.journalled)
        try example.store.write { db in
            try db.execute(sql: "UPDATE content SET bytes = x'00' WHERE encoding = 'identity'")
        }
        #expect(
            refused { try example.store.read { db in try RulesInForce(journalled: rules.journalled, keptBy: db) } }
                == "rules-missing")
    }

    @Test func `a working is set down once, and only on the facts it rests on`() throws {
        let example = try Example(months: 1)
        let working = RecordedWorking(
            name: "Paper 7", method: "dental.position", version: 1, parameters: [:], result: ["positions": []])
        let head = try example.head
        try example.expectRefused(RecordWorking(working, basis: head - 1), "basis-changed", table: "working")
        try example.expectRecorded(RecordWorking(working, basis: head), table: "working")
        try example.expectRefused(RecordWorking(working, basis: head + 1), "working-exists", table: "working")
    }
}
