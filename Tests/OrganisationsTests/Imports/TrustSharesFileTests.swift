import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct TrustSharesFileTests {
    static func read(_ rows: String) throws(Refusal) -> DirectoryReading {
        try TrustSharesFile.read(
            Sheet(
                csv: Array("nhs_trust22_code,icb22_code,proportion_trust_came_from_icb\n\(rows)".utf8),
                named: "shares.csv"))
    }

    @Test func `shares are read, and a trust's that do not sum to one are noted`() throws {
        let reading = try Self.read("R0A,E54000008,0.25\nR0A,E54000010,0.75\nR0B,E54000008,0.5\n")
        #expect(reading.rows.values.map(\.value.trustShare?.proportion) == [0.25, 0.75, 0.5])
        #expect(reading.rows.problems.map(\.code) == ["shares-do-not-sum"])
    }

    @Test(arguments: [
        ("R0A,E5400000,0.1", "unreadable-code"), ("R0A,E54000010,1.1", "unreadable-proportion"),
        ("R0A,E54000008,0.1", "duplicate-row"), ("R0A,E54000010,", "blank"),
    ]) func `a row at fault is refused`(row: String, problem: String) throws {
        let reading = try Self.read("R0A,E54000008,1\n\(row)\n").rows
        #expect(reading.problems.map(\.code) == [problem] && reading.values.count == 1)
    }

    static let file = "data/ons_geography/lookup_nhs_trusts22_icb22_proportion.csv"

    @Test(.enabled(if: SharedData.has(file), "the shares are not here"))
    func `every published share is kept`() throws {
        let reading = try TrustSharesFile.read(Sheet(csv: SharedData.unpacked(Self.file), named: "shares.csv"))
        #expect(reading.rows.rowsRead == 1_321 && reading.rows.values.count == 1_321)
        #expect(reading.rows.problems.isEmpty)
    }
}
