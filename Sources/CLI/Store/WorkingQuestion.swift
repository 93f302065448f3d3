import ArgumentParser
import Contracts
import Store
import Tabular
import Vocabulary

/// A question whose answer can be set down by name and worked out again.
enum WorkingQuestion: String, CaseIterable, Sendable, ExpressibleByArgument {
    case position
    case movable
    case spendBy = "spend-by"
    case inertia
    case concentration
    case unitCheck = "unit-check"

    /// Raised with every change to what the answer says: an answer of another version is not compared.
    var version: Int { 1 }

    var method: String { "dental.\(rawValue)" }

    init?(method: String) {
        guard method.hasPrefix("dental.") else { return nil }
        self.init(rawValue: String(method.dropFirst("dental.".count)))
    }

    /// For which month, and as seen on which day.
    struct Parameters: Sendable {
        let asked: AskedMonth
        let day: Day

        init(asked: AskedMonth, day: Day) {
            self.asked = asked
            self.day = day
        }

        init?(_ value: JSONValue) {
            guard case .text(let month)? = value["month"], case .text(let day)? = value["on"],
                let month = Month(month), let day = Day(day)
            else { return nil }
            asked = AskedMonth(year: month.financialYear, number: month.numberInFinancialYear)
            self.day = day
        }

        var json: JSONValue { ["month": .month(asked.month), "on": .day(day)] }
    }

    /// The answer's tables, without captions and notes, as one value.
    func answer(_ parameters: Parameters, from desk: DentalDesk, store: Store) throws -> JSONValue {
        let tables = try tables(parameters, desk, store)
        return .object(tables.map { .init($0.key, $0.json[$0.key] ?? .list([])) })
    }

    private func tables(_ parameters: Parameters, _ desk: DentalDesk, _ store: Store) throws -> [Table] {
        let (asked, day) = (parameters.asked, parameters.day)
        let context = desk.context(asked)
        switch self {
        case .position:
            return [PositionTables.contracts(desk.positions(at: asked, on: day), context)]
        case .movable:
            let money = try desk.movable(at: asked, on: day)
            return [MoneyTables.shares(money, context), MoneyTables.items(money, isWhole: true, context)]
        case .spendBy:
            return [MoneyTables.spendBy(try desk.spendBy(at: asked, on: day), context)]
        case .inertia:
            let band = try desk.inertiaBandShare(asked)
            return [PatternTables.inertia(try desk.inertia(at: asked), band: band, context)]
        case .concentration:
            return [PatternTables.concentration(desk.concentration(at: asked), context)]
        case .unitCheck:
            let check = try desk.unitCheck(of: asked.month, store: store)
            return [PatternTables.unitCheck(check, context), PatternTables.unitDifferences(check, context)]
        }
    }

    /// The answer under a name, ready to be set down.
    func recorded(
        as name: String, _ parameters: Parameters, from desk: DentalDesk, store: Store
    ) throws -> RecordedWorking {
        RecordedWorking(
            name: name, method: method, version: version, parameters: parameters.json,
            result: try answer(parameters, from: desk, store: store))
    }
}
