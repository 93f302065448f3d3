import Contracts
import Priorities
import Store
import Vocabulary

/// An envelope and today's spend as the contract data have them, written as files to start from.
///
/// Nothing of it is recorded: a person reads it, corrects it, and gives it back.
struct MovableEnvelope {
    let money: MovableMoney
    let commissioner: OrganisationCode?
    /// The financial years that it covers.
    let years: [FinancialYear]
    /// Where the figures come from, in words.
    let source: String
    private let items: [MovableMoney.Item]

    static let yearCount = 3

    /// - Parameter today: what lapsed before it is left out, and the first year is its own, or that of the data where
    ///   that is later.
    /// - Throws: `Refusal` where no annual contract file is held, or the commissioner has no contract in it.
    init(_ desk: DentalDesk, of commissioner: OrganisationCode?, on today: Day) throws {
        let asked = try desk.month()
        let day = max(today, desk.day(of: asked))
        money = try desk.movable(at: asked, on: day)
        self.commissioner = commissioner
        items = money.items.filter { commissioner == nil || $0.commissioner == commissioner }
        guard !items.isEmpty else {
            let codes = Set(money.items.map(\.commissioner.description)).sorted()
            throw Refusal(
                .usage, code: "no-such-commissioner",
                "No contract of commissioner \(commissioner?.description ?? "") is in the annual file.",
                remedy: "Those in it: \(codes.prefix(60).joined(separator: ", ")).")
        }
        let first = day.financialYear
        years = (0..<MovableEnvelope.yearCount).map { FinancialYear(startingIn: first.start + $0) }
        let invented = desk.installation.isInvented ? " (invented)" : ""
        let delivery = money.deliveryTo.map { ", delivery to \($0.inWords)" } ?? ""
        source = "remit movable\(invented): annual contract file of \(money.asOf.inWords)\(delivery)"
    }

    /// Recurrent money by the route that sets it free: what is free by the first day of a year, and what joins later.
    private func recurrent(by day: Day) -> [(route: MoneyState.Route, amount: Money)] {
        MoneyState.Route.allCases.compactMap { route in
            let amount = items.compactMap { item -> Money? in
                guard case .recurrent(let from, let by) = item.state, by == route, from <= day else { return nil }
                return item.amount
            }.total()
            return amount > .zero ? (route, amount) : nil
        }
    }

    /// By day, route and contract, in this order.
    private var later: [(contract: String, route: MoneyState.Route, from: Day, amount: Money)] {
        items.compactMap { item -> (contract: String, route: MoneyState.Route, from: Day, amount: Money)? in
            guard case .recurrent(let from, let route) = item.state, from > years[0].firstDay,
                from <= years[years.count - 1].firstDay
            else { return nil }
            return (item.contract.description, route, from, item.amount)
        }.sorted { ($0.from, $0.contract) < ($1.from, $1.contract) }
    }

    private func slippage(in year: FinancialYear) -> Money {
        items.compactMap { item -> Money? in
            guard case .nonRecurrent(let from, let through) = item.state,
                from.financialYear <= year, year <= through.financialYear, from.financialYear == year
            else { return nil }
            return item.amount
        }.total()
    }

    /// `envelope.yaml`.
    var yaml: String {
        let shares = MovableMoney.shares(of: items)
        var lines = [
            "# Money that can move, as the contract data have it: a start, not the answer. Correct it, add what the files do",
            "# not know, and give it back with: remit round envelope ROUND envelope.yaml",
            "# Not in it: \(shares.locked) in contracts that run until they are ended, and \(shares.unclear) that is unclear",
            "# until a person says (remit contract rule).",
            "years:",
        ]
        for year in years {
            lines += ["  - year: \(year)", "    sources:"]
            let free = recurrent(by: years[0].firstDay)
            var sources = free.map {
                source(.recurrent, $0.route.title, $0.amount, "Free by \(years[0].firstDay.inWords)")
            }
            let once = slippage(in: year)
            if once > .zero {
                sources.append(source(.slippage, "Forecast under-delivery of \(year)", once, "Only for what ends"))
            }
            if sources.isEmpty {
                sources = [
                    source(.recurrent, "Say where recurrent money comes from", .zero, "The contract data have none")
                ]
            }
            lines += sources
        }
        let later = later
        lines.append(later.isEmpty ? "locks: []" : "locks:")
        for (place, lock) in later.enumerated() {
            let title = RoundSkeletons.quoted("\(lock.route.title) of contract \(lock.contract)")
            lines.append(
                "  - {id: contract-\(lock.contract)-\(place + 1), title: \(title), amount: "
                    + "\(RoundSkeletons.pounds(lock.amount)), until: \(lock.from), contract: \"\(lock.contract)\"}")
        }
        lines.append("rules: []")
        return lines.joined(separator: "\n") + "\n"
    }

    private func source(_ kind: FundingSource.Kind, _ title: String, _ amount: Money, _ note: String) -> String {
        "      - {title: \(RoundSkeletons.quoted(title)), kind: \(kind.rawValue), amount: \(RoundSkeletons.pounds(amount)), "
            + "note: \(RoundSkeletons.quoted("\(note). Source: \(source)."))}"
    }

    /// Today's spend by service line, for `round.yaml`: the lines under `spend:`.
    var spend: [String] {
        var lines: [String] = []
        for line in Set(items.map(\.service)).sorted(by: { $0.rawValue < $1.rawValue }) {
            let own = items.filter { $0.service == line }
            let movable = own.filter { $0.state.kind == .recurrent || $0.state.kind == .nonRecurrent }.map(\.amount)
                .total()
            lines.append(
                "    - {title: \(RoundSkeletons.quoted(line.title)), amount: "
                    + "\(RoundSkeletons.pounds(own.map(\.amount).total())), movable: \(RoundSkeletons.pounds(movable)), "
                    + "source: \(RoundSkeletons.quoted(source))}")
        }
        return lines
    }
}
