import Testing
import Vocabulary

@testable import Performance

struct DeriveActivityPositionTests {
    @Test func `months count up to the last in which something came, and the plan of later ones does not`() throws {
        let position = try Sample.position([
            Sample.month(1, Sample.figures(10, 1_000, 9, 900)), Sample.month(2, Sample.figures(10, 1_000, 12, 1_250)),
            Sample.month(3, Sample.figures(10, 1_000, 0, 0)),
        ])
        #expect(position.providers.first?.months == [1, 2])
        #expect(position.total == Sample.figures(20, 2_000, 21, 2_150))
        #expect(position.providers.first?.plan == .monitoring)
    }

    @Test func `a month without a submission is named, and its plan is left out`() throws {
        let plan = IndicativePlan(
            entries: (1...12).map { month in
                .init(
                    line: Sample.line("A"), year: Sample.year, month: month, activity: ActivityAmount(5),
                    cost: Money(pence: 50_000))
            })
        let position = try Sample.position(
            [Sample.month(1, Sample.figures(0, 0, 9, 900)), Sample.month(3, Sample.figures(0, 0, 1, 100))], plan: plan)
        let provider = try #require(position.providers.first)
        #expect(provider.missing == [2])
        #expect(position.total == Sample.figures(10, 1_000, 10, 1_000))
        #expect(provider.yearPlan == Money(pence: 600_000))
    }

    @Test func `a plan that is given takes the place of monitoring's, at its own level`() throws {
        let coarse = ActivityLine(provider: "RX1", pointOfDelivery: "EL", treatmentFunction: nil, tariff: nil)
        let plan = IndicativePlan(entries: [
            .init(line: coarse, year: Sample.year, month: 1, activity: ActivityAmount(7), cost: Money(pence: 70_000))
        ])
        let months = [
            Sample.month(1, Sample.figures(99, 9_900, 2, 200)),
            Sample.month(1, Sample.figures(99, 9_900, 3, 300), Sample.line("B")),
            Sample.month(1, Sample.figures(4, 400, 4, 400), Sample.line("A", "EL", "RY2")),
        ]
        let position = try Sample.position(months, plan: plan)
        #expect(position.rows.map(\.line) == [coarse, Sample.line("A", "EL", "RY2")])
        #expect(position.rows.first?.figures == Sample.figures(7, 700, 5, 500))
        #expect(position.providers.map(\.plan) == [.file, .monitoring])
    }

    @Test func `sums agree at every level, and other years are passed over`() throws {
        var months = (1...6).flatMap { month in
            ["A", "B", "C"].map { Sample.month(month, Sample.figures(month, 77, 3, 81), Sample.line($0, $0 + "P")) }
        }
        let position = try Sample.position(months)
        for level in [[], [.tariff], [.pointOfDelivery, .tariff]] as [Set<ActivityLine.Dimension>] {
            #expect(position.summed(by: level).reduce(.nothing) { $0 + $1.figures } == position.total)
        }
        months.append(
            MonthlyActivity(Sample.line("A"), Sample.year.previous, month: 1, Sample.figures(1, 1, 1, 1)))
        #expect(try Sample.position(months) == position)
    }

    @Test func `amounts that do not sum in 64 bits are refused`() {
        let large = PlanAndActual(cost: Money(pence: .max / 2 + 1))
        #expect(
            Sample.code { _ = try Sample.position([Sample.month(1, large), Sample.month(2, large)]) }
                == "amounts-too-large")
    }

    @Test func `points of delivery of which a plan has nothing are named with their money`() throws {
        let plan = IndicativePlan(entries: [
            .init(
                line: ActivityLine(provider: "RX1", pointOfDelivery: "EL", treatmentFunction: nil, tariff: nil),
                year: Sample.year, month: 1, activity: ActivityAmount(7), cost: Money(pence: 70_000))
        ])
        let months = [
            Sample.month(1, Sample.figures(0, 0, 2, 200)),
            Sample.month(1, Sample.figures(0, 0, 3, 300), Sample.line("A", "OPFA")),
            Sample.month(1, Sample.figures(0, 0, 3, 50), Sample.line("A", "DC")),
        ]
        let unplanned = try Sample.position(months, plan: plan).unplanned
        #expect(unplanned.map(\.points) == [["DC", "OPFA"]])
        #expect(unplanned.first?.cost == Money(pence: 35_000) && unplanned.first?.whole == Money(pence: 55_000))
        #expect(unplanned.first?.sentence.contains("£350.00 is in DC, OPFA") == true)
        #expect(try Sample.position(months).unplanned.isEmpty, "no plan at all is said elsewhere")
    }
}
