import GRDB
import Organisations
import Tabular
import Testing
import Vocabulary

@testable import Store

/// Files of the directory as they are kept and read again.
struct DirectoryFactsTests {
    let store: Store

    init() throws { store = try Store.inMemory() }

    private func code(_ text: String) -> OrganisationCode { OrganisationCode(text)! }

    @discardableResult
    private func takeIn(
        _ text: String, named name: String, _ read: ([UInt8]) throws -> DirectoryReading
    ) throws -> ImportDirectoryFile.After {
        let bytes = Array(text.utf8)
        let act = ImportDirectoryFile(
            source: Example.source(bytes, name), container: nil, dropped: [], file: try read(bytes))
        let after = try store.perform(act, by: Example.author, at: Example.moment)
        let intake = act.intake(after)
        #expect(intake.balances)
        return after
    }

    private static let practice =
        "\"A81001\",\"THE SURGERY\",\"Y63\",\"QHM\",\"\",\"\",\"\",\"\",\"\",\"TS18 1HU\",\"19740401\",\"\",\"A\",\"B\",\"16C\","
        + "\"20200401\",\"\",\"\",\"\",\"\",\"\",\"0\",\"\",\"16C\",\"\",\"4\",\"\"\n"

    private func all() throws {
        try takeIn(Self.practice, named: "epraccur.csv") { try OdsReportFile.read($0, named: "epraccur.csv") }
        try takeIn("old_code,new_code,date\n00K,16C,2020-04-01\nA,A-,x\n", named: "pairs.csv") {
            try SuccessionsFile.read(Sheet(csv: $0, named: "pairs.csv"))
        }
        try takeIn(
            "nhs_trust22_code,icb22_code,proportion_trust_came_from_icb\nR0A,E54000008,1\n", named: "shares.csv"
        ) { try TrustSharesFile.read(Sheet(csv: $0, named: "shares.csv")) }
        try takeIn(
            "lsoa11_code,lsoa21_code,change_code,icb22_code,icb22_code_h\nE01011949,E01011949,U,E54000008,QYG\n",
            named: "areas.csv"
        ) { try AreaLookupFile.read(Sheet(csv: $0, named: "areas.csv")) }
    }

    @Test func `what was taken in can be asked by code and day`() throws {
        try all()
        let book = try store.read { db in try DirectoryFacts.book(db) }
        let day = Day("2023-06-01")!
        #expect(book.name(of: code("A81001"), on: day) == "THE SURGERY")
        let listed = try #require(book.statement(of: code("A81001"), on: day))
        #expect(listed.source == "epraccur.csv" && listed.statedOn == Day("2020-04-01"))
        #expect(listed.value.postcode == "TS18 1HU" && listed.value.opened == Day("1974-04-01"))
        #expect(book.parent(of: code("A81001"), on: day)?.target == code("16C"))
        #expect(book.board(of: code("A81001"), on: day)?.target == code("QHM"))
        #expect(book.successions.successions(to: code("16C")).map(\.predecessor) == [code("00K")])
        let (areas, shares) = try store.read { db in
            (
                try String.fetchOne(db, sql: "SELECT icb || change FROM area_lookup"),
                try Double.fetchOne(db, sql: "SELECT proportion FROM trust_share")
            )
        }
        #expect(areas == "QYGU" && shares == 1)
    }

    @Test func `problems stand beside those of other files, and each file is a source with its bytes' digest`() throws {
        try all()
        let (problems, sources) = try store.read { db in (try ProblemHeld.all(db), try SourceHeld.all(db)) }
        #expect(problems.map(\.problem.code) == ["unreadable-day"])
        #expect(sources.map(\.layout) == ["ods-report", "ods-successions", "trust-shares", "area-lookup"])
        #expect(sources[1].rowsRead == 2 && sources[1].rowsKept == 1 && sources[1].rowsRefused == 1)
    }

    @Test func `the same file twice changes nothing`() throws {
        try all()
        let before = try store.read { db in try Journal.head(db).sequence }
        let again = try takeIn(Self.practice, named: "renamed.csv") {
            try OdsReportFile.read($0, named: "epraccur.csv")
        }
        #expect(again.isHeld)
        #expect(try store.read { db in try Journal.head(db).sequence } == before)
        #expect(try store.read { db in try DirectoryFacts.files(db) } == 4)
    }

    @Test func `every kind of file of the directory has its layout in the store`() {
        for kind in DirectoryFileKind.allCases { #expect(Layout(rawValue: kind.rawValue) != nil, "\(kind)") }
    }
}
