import Organisations
import TestSupport
import Testing
import Vocabulary

struct PlaceFiguresTests {
    @Test func `a split pound is a pound, and a code that cannot be placed keeps its own`() throws {
        let directory = try PlaceCodesTests.directory()
        let placed = directory.place(
            [code("A"): Money(pence: 101), code("F"): Money(pence: 7), code("Z"): Money(pence: 3)],
            from: day("2019-04-01"), on: day("2026-04-01"))
        #expect(
            placed == [
                code("D"): Money(pence: 51), code("E"): Money(pence: 50), code("F"): Money(pence: 7),
                code("Z"): Money(pence: 3),
            ])
    }

    @Test func `figures that meet in one organisation are added`() throws {
        let directory = try PlaceCodesTests.directory()
        let placed = directory.place(
            [code("B"): Units(4), code("C"): Units(4)], from: day("2022-04-01"), on: day("2026-04-01"))
        #expect(placed == [code("D"): Units(5), code("E"): Units(3)])
    }

    @Test(arguments: [91, 92, 93] as [UInt64])
    func `nothing is lost on the way from the boards of 2025 to those of 2026`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let directory = Directory.shipped
        var amounts: [OrganisationCode: Money] = [code("ZZ9"): Money(pence: 1)]
        for board in directory.all(.integratedCareBoard, on: day("2025-03-31")) {
            amounts[board.code] = Money(pence: Int.random(in: -1_000...100_000_000_000, using: &numbers))
        }
        let placed = directory.place(amounts, from: day("2025-03-31"), on: day("2026-04-01"))
        #expect(placed.values.total() == amounts.values.total())
        #expect(placed.count == 37 && placed[code("ZZ9")] == Money(pence: 1))
    }
}
