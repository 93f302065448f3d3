import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct CommissionerLookupFileTests {
    @Test func `a row ties a group to its board; a pair twice or a blank code is refused`() throws {
        let text = "CCG Code,ICB Code,ICB NAME\n00C,QHM,A Board\n00C,QHM,A Board\n,QHM,A Board\n0-C,QHM,A Board\n"
        let reading = try CommissionerLookupFile.read(Sheet(csv: Array(text.utf8), named: "lookup.csv")).rows
        #expect(
            reading.values.map(\.value.relationships) == [
                [ListedRelationship(code("00C"), .inGeographyOf, code("QHM"))]
            ])
        #expect(reading.problems.map(\.code) == ["duplicate-row", "blank", "unreadable-code"])
    }

    static let file = "data/ods/CCG_ICB_code.csv"

    @Test(.enabled(if: SharedData.has(file), "the lookup is not here"))
    func `every group of the published lookup is kept but one without a code, under 42 boards`() throws {
        let reading = try CommissionerLookupFile.read(Sheet(csv: SharedData.bytes(Self.file), named: "l.csv")).rows
        #expect(reading.rowsRead == 249 && reading.values.count == 248)
        let refused = reading.problems.filter { $0.effect == .refused }
        #expect(refused.map(\.row) == [56] && refused.map(\.code) == ["unreadable-code"])
        #expect(Set(reading.values.flatMap(\.value.relationships).map(\.target)).count == 42)
    }
}
