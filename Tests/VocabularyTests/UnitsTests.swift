import TestSupport
import Testing
import Vocabulary

struct UnitsTests {
    @Test(arguments: [
        (0, "0", "0", "0"), (75, "0.75", "0.75", "1"), (5, "0.05", "0.05", "0"), (120, "1.2", "1.2", "1"),
        (159_260, "1,592.6", "1592.6", "1,593"), (1_914_500, "19,145", "19145", "19,145"),
        (-150, "−1.5", "-1.5", "−2"), (-5, "−0.05", "-0.05", "0"),
    ])
    func `units show as many decimals as there are`(
        hundredths: Int, text: String, decimal: String, whole: String
    ) {
        let units = Units(hundredths: hundredths)
        #expect(units.description == text)
        #expect(units.decimalText == decimal)
        #expect(units.inWhole == whole)
    }

    @Test func `tenths of a unit sum exactly where floating point would not`() {
        let tenths = Array(repeating: Units(hundredths: 10), count: 48_764)
        #expect(tenths.total().description == "4,876.4")
    }

    @Test(arguments: [41, 42] as [UInt64])
    func `an estimate near a hundredth is that hundredth`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<500 {
            let units = Units(hundredths: Int.random(in: -10_000_000_000...10_000_000_000, using: &numbers))
            #expect(Units(approximating: units.approximate) == units)
            #expect(-(-units) == units && units - units == .zero)
            #expect(units.scaled(by: 7, over: 7) == units)
        }
    }

    @Test func `units are scaled to the nearest hundredth, halves away from zero`() {
        #expect(Units(1).scaled(by: 1, over: 3) == Units(hundredths: 33))
        #expect(Units(hundredths: -5).scaled(by: 1, over: 2) == Units(hundredths: -3))
    }

    @Test func `units change in place`() {
        var units = Units(3)
        units += Units(hundredths: 20)
        units -= Units(1)
        #expect(units == Units(hundredths: 220) && units > Units(2))
    }
}

@Suite struct NearestWholeUnitsTests {
    @Test(
        "an estimate is shown in whole units, halves away from zero",
        arguments: [(149, 1), (150, 2), (-150, -2), (-149, -1), (0, 0), (2_309_018, 23_090)])
    func nearestWhole(hundredths: Int, whole: Int) {
        #expect(Units(hundredths: hundredths).nearestWhole == Units(whole))
    }
}
