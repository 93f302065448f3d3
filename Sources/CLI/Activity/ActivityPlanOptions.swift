import ArgumentParser
import Files
import Foundation
import Imports
import Performance
import Rulebook
import Store
import Vocabulary

/// By which keys lines are told apart, as it is typed.
enum ActivityLevel: String, ExpressibleByArgument, CaseIterable {
    case pointOfDelivery = "point-of-delivery"
    case treatmentFunction = "treatment-function"
    case tariff

    var dimension: ActivityLine.Dimension {
        switch self {
        case .pointOfDelivery: .pointOfDelivery
        case .treatmentFunction: .treatmentFunction
        case .tariff: .tariff
        }
    }
}

/// Of which year and providers, against which plan.
struct ActivityPlanOptions: ParsableArguments {
    @Option(help: "The financial year, 2025/26; the last that was taken in where none is given.")
    var year: FinancialYear?

    @Option(help: "Only this provider, by its code.")
    var provider: String?

    @Option(
        help: ArgumentHelp(
            "A plan in CSV, in place of what monitoring says was planned; its form is in docs/activity.md.",
            valueName: "file"))
    var plan: String?

    @Option(
        name: .customLong("by"), parsing: .singleValue,
        help: ArgumentHelp(
            "Beside the provider, tell lines apart by point-of-delivery, treatment-function or tariff (repeatable).",
            valueName: "key"))
    var levels: [ActivityLevel] = []

    @OptionGroup var engine: EngineOptions

    /// Each once, in the order in which they are nested.
    var dimensions: [ActivityLine.Dimension] {
        ActivityLine.Dimension.allCases.filter { one in levels.contains { $0.dimension == one } }
    }

    /// The months that stand, and the position that they make.
    func material(_ store: StoreOptions) throws -> (months: [MonthlyActivity], position: ActivityPosition) {
        let given = try plan.map { path throws(Refusal) in
            try IndicativePlanFile.read(
                try WholeFile.read(path), named: URL(fileURLWithPath: path).lastPathComponent)
        }
        let desk = try engine.activity().desk(store.open(), folder: ActivityFolder(beside: store.path), year: year)
        defer { desk.clear() }
        let months = try AggregateMonths.all(
            of: desk.views, on: engine.open(desk) { "Planned and actual months" }, provider: provider)
        Printing.progress("")
        let position = try DeriveActivityPosition.position(
            of: months, in: desk.views.year, plan: given, by: WorkingDays.shipped)
        return (months, position)
    }
}
