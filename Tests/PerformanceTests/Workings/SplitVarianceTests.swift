import TestSupport
import Testing
import Vocabulary

@testable import Performance

struct SplitVarianceTests {
    private func row(_ tariff: String, _ figures: PlanAndActual, _ point: String = "EL") -> ActivityPosition.Row {
        ActivityPosition.Row(line: Sample.line(tariff, point), figures: figures)
    }

    @Test func `worked by hand: dearer units, the same volume, a cheaper make-up`() throws {
        // Planned: 100 of A at £100, 50 of B at £200. Came: 120 of A at £110, 30 of B at £210; 150 either way.
        let rows = try SplitVariance.rows(of: [
            row("A", Sample.figures(100, 10_000, 120, 13_200)), row("B", Sample.figures(50, 10_000, 30, 6_300)),
        ])
        #expect(rows.map(\.variance.price.pence) == [120_000, 30_000])
        #expect(rows.map(\.variance.volume.pence) == [0, 0])
        #expect(rows.map(\.variance.mix.pence) == [200_000, -400_000])
        let all = try #require(ActivityVariance.summed(rows, by: []).first)
        #expect(all.variance.total == Money(pence: -50_000))
        #expect(all.figures.difference == Money(pence: -50_000))
    }

    @Test func `twice as much of everything at the planned price is volume alone`() throws {
        let rows = try SplitVariance.rows(of: [
            row("A", Sample.figures(10, 1_000, 20, 2_000)), row("B", Sample.figures(1, 500, 2, 1_000)),
        ])
        #expect(rows.map(\.variance.volume.pence) == [100_000, 50_000])
        #expect(rows.allSatisfy { $0.variance.price == .zero && $0.variance.mix == .zero })
    }

    @Test func `a line that takes over from a stopped one is mix and not volume, and both are named`() throws {
        let rows = try SplitVariance.rows(of: [
            row("OLD", Sample.figures(10, 1_000, 0, 0)), row("NEW", Sample.figures(0, 0, 10, 1_300)),
        ])
        let all = try #require(ActivityVariance.summed(rows, by: [.pointOfDelivery]).first)
        #expect(all.variance.volume == .zero)
        #expect(all.variance.price == .zero)
        #expect(all.variance.mix == Money(pence: 30_000))
        #expect((all.new, all.stopped) == (1, 1))
        #expect(all.variance.newLines == Money(pence: 130_000))
        #expect(all.variance.stoppedLines == Money(pence: -100_000))
    }

    @Test func `where nothing was planned all is volume, and money without activity is price`() throws {
        let rows = try SplitVariance.rows(of: [
            row("A", Sample.figures(0, 0, 3, 900), "NEL"), row("BLOCK", Sample.figures(0, 5_000, 0, 5_500), "BLK"),
        ])
        #expect(rows[0].variance.volume == Money(pence: 90_000))
        #expect(rows[1].variance.price == Money(pence: 50_000))
    }

    @Test func `a price beyond any contract is refused and does not overflow`() {
        let figures = PlanAndActual(
            plannedActivity: ActivityAmount(tenThousandths: 1), plannedCost: Money(pence: .max / 2),
            activity: ActivityAmount(1_000_000_000), cost: .zero)
        #expect(Sample.code { _ = try SplitVariance.rows(of: [row("A", figures)]) } == "variance-too-large")
    }

    @Test(arguments: 0..<40)
    func `price, volume and mix come to the difference to the penny at every level of a random plan`(
        seed: UInt64
    ) throws {
        var draws = SeededNumbers(seed: seed)
        let lines = (0..<60).map { place in
            func some(_ most: Int) -> Int {
                Int.random(in: 0..<5, using: &draws) == 0 ? 0 : Int.random(in: -50...most, using: &draws)
            }
            return ActivityPosition.Row(
                line: ActivityLine(
                    provider: "R\(place % 3)", pointOfDelivery: ["EL", "DC", ""][place % 4 % 3],
                    treatmentFunction: "\(100 + place % 5)", tariff: "T\(place)"),
                figures: PlanAndActual(
                    plannedActivity: ActivityAmount(tenThousandths: some(900_000)),
                    plannedCost: Money(pence: some(7_000_000)),
                    activity: ActivityAmount(tenThousandths: some(900_000)), cost: Money(pence: some(7_000_000))))
        }
        let rows = try SplitVariance.rows(of: lines)
        let whole = lines.reduce(Money.zero) { $0 + $1.figures.difference }
        for level in [[], [.pointOfDelivery], [.treatmentFunction], [.tariff, .pointOfDelivery]]
            as [Set<ActivityLine.Dimension>]
        {
            let summed = ActivityVariance.summed(rows, by: level)
            #expect(summed.allSatisfy { $0.variance.total == $0.figures.difference }, "seed \(seed)")
            #expect(summed.map(\.variance.total).total() == whole, "seed \(seed)")
        }
    }
}
