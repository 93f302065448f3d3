import ArgumentParser
import Priorities
import Tabular
import Testing
import Vocabulary

@testable import CLI

/// The packs of criteria that come with Remit, as they are listed.
struct RoundCriteriaTests {
    @Test func `each pack is listed with its criteria, its source and whether anybody has read that`() throws {
        let tables = RoundCriteriaCommand.tables(isForPeople: true)
        #expect(tables.map(\.key) == CriteriaPack.shipped.map(\.id.description))
        for (table, pack) in zip(tables, CriteriaPack.shipped) {
            #expect(table.caption == "\(pack.title) (\(pack.id))" && table.rows.count == pack.criteria.count)
            #expect(table.columns.map(\.key) == ["criterion", "title", "meaning"])
            #expect(table.notes[0] == "Source: \(pack.source).")
            #expect(table.notes[1].hasPrefix(pack.isVerified ? "Read at its source" : "Not verified"))
        }
        let whole = RoundCriteriaCommand.tables(isForPeople: false)
        #expect(whole.map(\.key) == ["packs"])
    }

    @Test(arguments: [["--packs"], ["--packs", "--json"]])
    func `no round and no file are needed to list them, and neither is taken`(words: [String]) async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await scratch.refusal(["round", "criteria"] + words) == nil)
            #expect(throws: (any Error).self) {
                try RoundScratch.Root.parseAsRoot(["round", "criteria", "my-round"] + words)
            }
            #expect(throws: (any Error).self) { try RoundScratch.Root.parseAsRoot(["round", "criteria", "my-round"]) }
        }
    }
}
