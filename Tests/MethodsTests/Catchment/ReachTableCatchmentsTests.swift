import Testing
import Vocabulary

@testable import Methods

/// What a table says of each area: the nearest site, and catchments that grow.
struct ReachTableCatchmentsTests {
    private func table(_ reach: Double = 20) throws -> ReachTable {
        try ReachTable(
            areas: [MapPoint(0, 0), MapPoint(10, 0), MapPoint(90, 0)], sites: [MapPoint(1, 0), MapPoint(12, 0)],
            system: .plane, reach: .same(reach))
    }

    @Test func `the nearest site is the nearest within reach, and none where there is none`() throws {
        #expect(try table().nearest() == [1, 2, nil])
    }

    @Test func `a catchment grows until it holds enough sites that supply something`() throws {
        let table = try table()
        #expect(try table.growing([5, 20], least: 1, supply: [1, 1]) == [5, 5, 20])
        #expect(try table.growing([5, 20], least: 2, supply: [1, 1]) == [20, 20, 20])
        #expect(try table.growing([5, 15, 20], least: 1, supply: [0, 1]) == [15, 5, 20], "an empty site is none")
        #expect(throws: Refusal.self) { try table.growing([20, 5], least: 1, supply: [1, 1]) }
    }

    @Test func `a narrowed table is the table of the shorter reach`() throws {
        let narrow = try table().narrowed(to: .byArea([5, 1, 20]))
        #expect(narrow.pairs == 1 && narrow.nearest() == [1, nil, nil])
        #expect(try table().narrowed(to: .same(5)).nearest() == table(5).nearest())
    }
}
