import Rulebook
import Vocabulary

@testable import Performance

/// Small values that many tests use.
enum Sample {
    static let year = FinancialYear(startingIn: 2025)
    static let author = Author("Contract manager")!
    static let moment = Moment(text: "2026-03-31T12:00:00Z")!

    static func line(_ tariff: String?, _ point: String? = "EL", _ provider: String = "RX1") -> ActivityLine {
        ActivityLine(provider: provider, pointOfDelivery: point, treatmentFunction: "100", tariff: tariff)
    }

    /// Whole activity and pounds.
    static func figures(_ planned: Int, _ plannedPounds: Int, _ actual: Int, _ pounds: Int) -> PlanAndActual {
        PlanAndActual(
            plannedActivity: ActivityAmount(planned), plannedCost: Money(pence: plannedPounds * 100),
            activity: ActivityAmount(actual), cost: Money(pence: pounds * 100))
    }

    static func month(_ month: Int, _ figures: PlanAndActual, _ line: ActivityLine = line("A")) -> MonthlyActivity {
        MonthlyActivity(line, year, month: month, figures)
    }

    static func position(
        _ months: [MonthlyActivity], plan: IndicativePlan? = nil
    ) throws(Refusal) -> ActivityPosition {
        try DeriveActivityPosition.position(of: months, in: year, plan: plan, by: .shipped)
    }

    /// The code of what is refused; nil where nothing is.
    static func code(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch {
            return (error as? Refusal)?.code ?? "\(error)"
        }
    }
}
