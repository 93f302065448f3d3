import Tabular
import Vocabulary

extension ActivityTables {
    static var figureColumns: [Table.Column] {
        [
            .init("plannedActivity", "Planned activity"), .init("activity", "Actual activity"),
            .init("plannedPence", "Planned"), .init("costPence", "Actual"), .init("differencePence", "Difference"),
            .init("differencePercent", "Of plan"),
        ]
    }

    static func lineColumns(_ dimensions: [ActivityLine.Dimension]) -> [Table.Column] {
        [.init("provider", "Provider")] + dimensions.map { .init($0.key, $0.title) }
    }

    static func cells(of line: ActivityLine, _ dimensions: [ActivityLine.Dimension]) -> [Cell] {
        [.text(line.provider)] + dimensions.map { cell(line[$0]) }
    }

    static func cell(_ value: String?) -> Cell {
        switch value {
        case nil: .absent("all")
        case "": .absent("none stated")
        case let text?: .text(text)
        }
    }

    static func cells(of figures: PlanAndActual) -> [Cell] {
        [
            .number(figures.plannedActivity.approximate, places: figures.plannedActivity.places),
            .number(figures.activity.approximate, places: figures.activity.places), .money(figures.plannedCost),
            .money(figures.cost), .money(figures.difference),
            .optional(Share(figures.difference, of: figures.plannedCost), else: "no plan"),
        ]
    }

    static func caption(_ what: String, _ dimensions: [ActivityLine.Dimension], _ year: FinancialYear) -> String {
        let keys = ["provider"] + dimensions.map { $0.title.lowercased() }
        let last = keys[keys.count - 1]
        let by = keys.count == 1 ? last : "\(keys.dropLast().joined(separator: ", ")) and \(last)"
        return "\(what) by \(by), \(year)"
    }

    /// What a reader must know of the months that count.
    static func notes(_ position: ActivityPosition) -> [String] {
        var notes = [
            "Aggregate contract monitoring, the latest submission of each provider’s month, up to the last month in which "
                + "something came; the plan of the same months."
        ]
        for provider in position.providers where !provider.missing.isEmpty {
            let months = provider.missing.map { position.year.month($0).description }
            notes.append(
                "\(provider.code): nothing was submitted for \(months.joined(separator: ", ")), whose plan is left out too."
            )
        }
        let without = position.providers.filter { $0.plan == .none }.map(\.code)
        if !without.isEmpty { notes.append("No plan is stated for \(without.joined(separator: ", ")).") }
        return notes
    }
}

extension ActivityLine.Dimension {
    /// The key of its column.
    var key: String {
        switch self {
        case .pointOfDelivery: "pointOfDelivery"
        case .treatmentFunction: "treatmentFunction"
        case .tariff: "tariff"
        }
    }
}

extension ActivityAmount {
    /// As many decimals as it has.
    var places: Int {
        tenThousandths % 10_000 == 0 ? 0 : tenThousandths % 100 == 0 ? 2 : 4
    }
}
