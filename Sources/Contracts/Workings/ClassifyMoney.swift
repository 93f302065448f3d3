public import Vocabulary

/// Sorts every pound of the annual contract file by what can be done with it.
///
/// A row is locked, unclear or recurrent by its own terms and by what a person ruled. Recorded releases then take
/// their amounts off the line, and forecast under-delivery takes its own off the UDA line, never more than the line:
/// from locked money first, then from unclear. What is already recurrent is not counted twice.
public enum ClassifyMoney {
    /// - Parameters:
    ///   - terms: the rows of one month's annual file.
    ///   - positions: of the delivery month, with projections or, in March, outcomes.
    ///   - spendBy: the last day to commit money of the positions' year.
    ///   - charges: patient charges of a year by contract, where they are known.
    ///   - day: the day of asking; under-delivery whose last day has passed is not movable.
    /// - Throws: a refusal where there are no terms, or terms of several months.
    public static func classify(
        terms: [TermsHeld], rulings: [ContractRuling] = [], releases: [Release] = [], positions: [Position] = [],
        spendBy: Day? = nil, charges: [ContractNumber: Money] = [:], on day: Day
    ) throws(Refusal) -> MovableMoney {
        guard let asOf = terms.first?.terms.asOf else {
            throw Refusal(
                .input, code: "no-annual-file", "No annual contract file is held, so there is no programme.",
                remedy: "Import one: remit import nhsbsa-contracts FILE.")
        }
        guard terms.allSatisfy({ $0.terms.asOf == asOf }) else {
            throw Refusal(
                .input, code: "several-annual-files", "The terms are of several months; one programme has one month.")
        }
        let ruled = Dictionary(rulings.map { ($0.contract, $0) }, uniquingKeysWith: { $1 })
        var pile = Pile()
        for held in terms {
            let state = state(of: held, ruling: ruled[held.terms.contract])
            for line in held.terms.lines where line.value != .zero {
                pile.place(line, of: held.terms, in: state)
            }
        }
        var money = MovableMoney(
            asOf: asOf, deliveryTo: positions.first?.dataTo, items: [], outside: .none, onRecurrent: .none,
            lapsed: .none, notForecast: .none, releasesNotFound: .none)
        for release in releases {
            let taken = pile.take(
                release.amount, from: release.contract, into: .recurrent(from: release.fromDay, by: release.kind.route)
            ) { $0.item.service == release.line }
            money.releasesNotFound.add(release.amount - taken)
        }
        for position in positions where !position.isHeldOut {
            guard let recovery = position.recovery else {
                if position.contracted > .zero, position.standing != .closed { money.notForecast.add(position.value) }
                continue
            }
            guard recovery > .zero else { continue }
            let lastDay = spendBy ?? position.year.lastDay
            guard day <= lastDay else {
                money.lapsed.add(recovery)
                continue
            }
            guard pile.holds(position.contract) else {
                money.outside.add(recovery)
                continue
            }
            let state = MoneyState.nonRecurrent(
                from: min(position.dataTo.lastDay.adding(days: 1), lastDay), through: lastDay)
            let taken = pile.take(recovery, from: position.contract, into: state) { $0.item.isUDALine }
            money.onRecurrent.add(min(recovery - taken, pile.recurrentOnUDALines(of: position.contract)))
        }
        money.items = pile.places.flatMap(\.items)
        spread(charges, over: &money.items)
        return money
    }

    /// Spreads each contract's charges over its UDA lines by amount, to the penny; no line falls below nothing.
    private static func spread(_ charges: [ContractNumber: Money], over items: inout [MovableMoney.Item]) {
        guard !charges.isEmpty else { return }
        let places = Dictionary(
            grouping: items.indices.filter { charges[items[$0].contract] != nil && items[$0].isUDALine },
            by: { items[$0].contract })
        for (contract, places) in places {
            let gross = places.map { items[$0].amount }.total()
            let charged = min(max(charges[contract] ?? .zero, .zero), gross)
            let weights = places.map { items[$0].amount.pence }
            guard let parts = try? charged.shared(by: weights) else { continue }
            for (place, part) in zip(places, parts) { items[place].charges = part }
        }
    }

    /// What the row's own terms say, and a person's ruling where they leave it open.
    static func state(of held: TermsHeld, ruling: ContractRuling?) -> MoneyState {
        let terms = held.terms
        guard held.flags.isEmpty else { return .unclear(.flagged) }
        let term = ruling?.settledTerm ?? .notSaid
        switch (terms.isRecurring, terms.end) {
        case (true, nil):
            if case .ends(let day) = term { return .recurrent(from: day.adding(days: 1), by: .trueExpiry) }
            return .locked
        case (false, let end?) where end > terms.asOf.lastDay:
            return .recurrent(from: end.adding(days: 1), by: .trueExpiry)
        case (let isRecurring, let end):
            switch term {
            case .openEnded: return .locked
            case .ends(let day): return .recurrent(from: day.adding(days: 1), by: .trueExpiry)
            case .notSaid:
                if isRecurring { return .unclear(.endDatedUnconfirmed) }
                return .unclear(end == nil ? .openNonRecurring : .endPassed)
            }
        }
    }
}

extension Release.Kind {
    var route: MoneyState.Route {
        switch self {
        case .rebasing: .rebasing
        case .handBack: .handBack
        case .termination: .termination
        }
    }
}

/// The programme's lines while money is being taken off them; what is taken stays in its place.
private struct Pile {
    struct Place {
        var item: MovableMoney.Item
        /// Parts in another state than the line was placed in.
        var taken: [MovableMoney.Item] = []

        var items: [MovableMoney.Item] { (item.amount != .zero ? [item] : []) + taken }
    }

    var places: [Place] = []
    private var placesByContract: [ContractNumber: [Int]] = [:]

    mutating func place(_ line: ContractTerms.Line, of terms: ContractTerms, in state: MoneyState) {
        var isUDALine = false
        if case .uda(let units) = line.units { isUDALine = units > .zero }
        placesByContract[terms.contract, default: []].append(places.count)
        places.append(
            Place(
                item: MovableMoney.Item(
                    contract: terms.contract, commissioner: terms.commissioner,
                    commissionerName: terms.commissionerName, providerName: terms.providerName,
                    service: line.service, isUDALine: isUDALine, amount: line.value, state: state)))
    }

    func holds(_ contract: ContractNumber) -> Bool { placesByContract[contract] != nil }

    func recurrentOnUDALines(of contract: ContractNumber) -> Money {
        (placesByContract[contract] ?? []).filter { places[$0].item.isUDALine }.flatMap { places[$0].items }
            .filter { $0.state.kind == .recurrent }.map(\.amount).total()
    }

    /// Moves up to an amount from a contract's locked and then unclear lines; returns what was moved.
    mutating func take(
        _ amount: Money, from contract: ContractNumber, into state: MoneyState, where isMeant: (Place) -> Bool
    ) -> Money {
        var left = amount
        for kind in [MoneyState.Kind.locked, .unclear] {
            for place in placesByContract[contract] ?? [] where left > .zero {
                guard places[place].item.state.kind == kind, isMeant(places[place]) else { continue }
                let part = min(left, max(places[place].item.amount, .zero))
                guard part > .zero else { continue }
                var moved = places[place].item
                moved.amount = part
                moved.state = state
                places[place].item.amount -= part
                places[place].taken.append(moved)
                left -= part
            }
        }
        return amount - left
    }
}
