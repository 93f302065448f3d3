import Needs
import Tabular
import Testing
import Vocabulary

/// Tables of travel that a routing program gave.
struct TravelTableFileTests {
    private func read(_ text: String) throws -> (rows: Reading<TravelCost>, unit: String) {
        try TravelTableFile.read(Array(text.utf8), named: "ways.csv")
    }

    @Test func `ways are minutes or kilometres, as the column says`() throws {
        let minutes = try read("area,site,minutes\nE1,s,4.5\nE1,t,0\n")
        #expect(minutes.unit == "minutes" && minutes.rows.values.map(\.value.cost) == [4.5, 0])
        #expect(try read("area,site,km\nE1,s,3\n").unit == "km")
    }

    @Test func `a negative way, one twice and one without a figure are refused with their row`() throws {
        let found = try read("area,site,minutes\nE1,s,-1\nE1,t,2\nE1,t,3\nE2,s,\nE2,t,far\n").rows
        #expect(found.problems.map(\.code) == ["bad-cost", "pair-twice", "blank", "unreadable-figure"])
        #expect(found.problems.map(\.row) == [2, 4, 5, 6] && found.rowsRead == 5 && found.values.count == 1)
    }

    @Test func `a table without a unit is not read`() {
        #expect(throws: Refusal.self) { try read("area,site,cost\nE1,s,1\n") }
    }
}
