import GRDB
import Needs
import Organisations
import Tabular
import Testing
import Vocabulary

@testable import Store

/// Files on needs as they are kept: what they are, and how they are read again.
struct ImportNeedsFileStoredTests {
    static let header = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n"

    static func act(_ rows: String, named name: String, dropped: [String] = []) throws -> ImportNeedsFile {
        let bytes = Array((header + rows).utf8)
        return ImportNeedsFile(
            source: Example.source(bytes, name), container: nil, kind: .qofPrevalence, dropped: dropped,
            reading: try NeedsFile.qofPrevalence.read(bytes, named: name, dropping: dropped))
    }

    @Test func `rows and problems balance, and the last file stands first`() throws {
        let store = try Store.inMemory()
        let act = try Self.act("A1,DM,10,17OV,100\nA2,DM,110,17OV,100\n", named: "old_2324.csv")
        let after = try store.perform(act, by: Example.author, at: Example.moment)
        let intake = act.intake(after)
        #expect(intake.balances && intake.rowsKept == 1 && intake.rowsRefused == 1 && intake.problems == 1)
        try store.perform(
            try Self.act("A1,DM,12,17OV,100\n", named: "new_2425.csv", dropped: []), by: Example.author,
            at: Example.moment)
        let held = try store.read { db in try HeldFile<NeedsFile>.all(db) }
        #expect(held.map(\.name) == ["new_2425.csv", "old_2324.csv"])
        #expect(held.allSatisfy { $0.kind == .qofPrevalence && $0.dropped.isEmpty })
        let problems = try store.read { db in try ProblemHeld.all(source: "old_2324.csv", db) }
        #expect(problems.map(\.problem.code) == ["numerator-above"])
    }

    @Test func `the same file twice is held once, and says so`() throws {
        let store = try Store.inMemory()
        let act = try Self.act("A1,DM,10,17OV,100\n", named: "x_2425.csv")
        try store.perform(act, by: Example.author, at: Example.moment)
        let again = try store.perform(act, by: Example.author, at: Example.moment)
        #expect(again.isHeld && act.intake(again).rowsAlreadyHeld == 1 && act.intake(again).balances)
        #expect(try store.read { db in try HeldFile<NeedsFile>.all(db) }.count == 1)
    }

    @Test func `every kind of file has a name of its own in the list of sources`() throws {
        let names = NeedsFile.allCases.map { Layout($0).rawValue }
        #expect(Set(names).count == NeedsFile.allCases.count)
        let others = Layout.allCases.filter { !names.contains($0.rawValue) }
        #expect(others.count == Layout.allCases.count - names.count)
    }
}
