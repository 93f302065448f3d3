import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct DeriveReorganisationTests {
    private static let before = ["P1": "A", "P2": "A", "P3": "B", "P4": "C"]
    private static let after = ["P1": "X", "P2": "Y", "P3": "B", "P5": "C"]

    private static func codes(_ map: [String: String]) -> [OrganisationCode: OrganisationCode] {
        Dictionary(uniqueKeysWithValues: map.map { (code($0.key), code($0.value)) })
    }

    @Test func `practices that changed their board say who came after it; the others are listed`() {
        let outcome = DeriveReorganisation.derive(
            before: Self.codes(Self.before), after: Self.codes(Self.after), on: day("2026-04-01"))
        #expect(outcome.matched == 3 && outcome.moved == 2)
        #expect(outcome.handovers.map(\.predecessor) == [code("A")] && outcome.handovers[0].counted == "GP practices")
        #expect(outcome.onlyBefore == [code("P4")] && outcome.onlyAfter == [code("P5")])
        #expect(outcome.handovers[0].successions.map(\.isDerived) == [true, true])
    }

    @Test func `with registered patients the shares are of these, and of practices that have some`() {
        let outcome = DeriveReorganisation.derive(
            before: Self.codes(Self.before), after: Self.codes(Self.after), on: day("2026-04-01"),
            patients: [code("P1"): 3_000, code("P2"): 1_000, code("P3"): 0])
        #expect(outcome.handovers[0].parts.map(\.share) == [Share(3, of: 4)!, Share(1, of: 4)!])
        #expect(outcome.handovers[0].counted == "registered patients" && outcome.withoutPatients == [code("P3")])
        let notes = ReorganisationTables.handovers(outcome) { _ in nil }.notes
        #expect(notes.contains { $0.hasPrefix("Each share is of the registered patients of the practices") })
        #expect(notes.last?.hasPrefix("1 practices of both files have no registered patients") == true)
    }

    /// The board of each general practice in a file.
    static func boards(_ reading: DirectoryReading) -> [OrganisationCode: OrganisationCode] {
        var boards: [OrganisationCode: OrganisationCode] = [:]
        for placed in reading.rows.values {
            for tie in placed.value.relationships
            where tie.kind == .inGeographyOf && tie.code == placed.value.organisations[0].code {
                boards[tie.code] = tie.target
            }
        }
        return boards
    }

    @Test(
        .enabled(
            if: SharedData.has("data/ods") && SharedData.has("data/gp_registrations"),
            "the practice map and ODS's list are not here"))
    func `the reorganisation of 2026 comes out of the practices, as the directory that ships has it`() throws {
        let before = try OdsReportFile.read(SharedData.bytes("data/ods/epraccur_2024.csv"), named: "epraccur.csv")
        let after = try PracticeMapFileTests.published("gp-reg-pat-prac-map_2026-07.zip")
        let outcome = DeriveReorganisation.derive(
            before: Self.boards(before), after: Self.boards(after), on: day("2026-04-01"))
        #expect(outcome.matched == 6_137 && outcome.moved == 1_610 && outcome.onlyAfter.count == 2)
        #expect(Set(Self.boards(after).values).count == 36)
        // What the directory ships was counted from the same files, and by hand.
        #expect(outcome.handovers == Directory.shipped.handovers.filter { $0.day == day("2026-04-01") })
        #expect(
            outcome.handovers.filter { !$0.isWhole }.map(\.predecessor) == [code("QJG"), code("QM7"), code("QNQ")])
    }
}
