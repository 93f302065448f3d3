package import Contracts
package import Priorities
package import Vocabulary

/// An envelope and today's spend as the contract data have them, to start from.
///
/// Nothing of it is recorded by itself: a person reads it and corrects it.
package struct MovableEnvelope: Sendable {
    package let money: MovableMoney
    package let commissioner: OrganisationCode?
    /// The financial years that it covers.
    package let years: [FinancialYear]
    /// Where the figures come from, in words.
    package let source: String
    private let items: [MovableMoney.Item]

    package static let yearCount = 3

    /// - Parameter today: what lapsed before it is left out, and the first year is its own, or that of the data where
    ///   that is later.
    /// - Throws: `Refusal` where no annual contract file is held, or the commissioner has no contract in it.
    package init(_ desk: DentalDesk, of commissioner: OrganisationCode?, on today: Day) throws {
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

    /// The money of each year, and what joins later; a year may have no source.
    package var envelope: Envelope {
        let free = recurrent(by: years[0].firstDay)
        let filled = years.map { year -> Envelope.Year in
            var sources = free.map { route, amount in
                funding(.recurrent, route.title, amount, "Free by \(years[0].firstDay.inWords)")
            }
            let once = slippage(in: year)
            if once > .zero {
                sources.append(
                    funding(.slippage, "Forecast under-delivery of \(year)", once, "Only for what ends"))
            }
            return Envelope.Year(year: year, sources: sources)
        }
        let locks = later.enumerated().compactMap { place, lock in
            Slug("contract-\(lock.contract)-\(place + 1)").map { id in
                Lock(
                    id: id, title: "\(lock.route.title) of contract \(lock.contract)", amount: lock.amount,
                    until: lock.from, contract: lock.contract)
            }
        }
        return Envelope(years: filled, locks: locks)
    }

    private func funding(
        _ kind: FundingSource.Kind, _ title: String, _ amount: Money, _ note: String
    ) -> FundingSource {
        FundingSource(title: title, kind: kind, amount: amount, note: noted(note))
    }

    /// A note with where the figures come from.
    package func noted(_ note: String) -> String { "\(note). Source: \(source)." }

    /// In contracts that run until they are ended, and unclear until a person says.
    package var notMovable: (locked: Money, unclear: Money) {
        let shares = MovableMoney.shares(of: items)
        return (shares.locked, shares.unclear)
    }

    /// Today's spend by service line.
    package var spend: [Programme.SpendLine] {
        Set(items.map(\.service)).sorted { $0.rawValue < $1.rawValue }.map { line in
            let own = items.filter { $0.service == line }
            let movable = own.filter { $0.state.kind == .recurrent || $0.state.kind == .nonRecurrent }.map(\.amount)
                .total()
            return Programme.SpendLine(
                title: line.title, amount: own.map(\.amount).total(), movable: movable, source: source)
        }
    }
}
