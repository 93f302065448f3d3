import Contracts
import Methods
import Vocabulary

/// The annual contract file: a row or two for each contract that stands in the month, and contracts without
/// UDAs.
struct InventedTerms {
    let random: RandomStream
    let pool: [InventedContract]
    let month: Month
    /// The place of the month's financial year among the contracts' years.
    let year: Int

    func terms(of rows: [DentalMonth]) -> [ContractTerms] {
        var draws = Draws(random.substream(-4))
        let byNumber = Dictionary(pool.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<ContractNumber> = []
        let standing = rows.filter { seen.insert($0.contract).inserted }
        var quotas = Quotas(places: draws.shuffled(standing.count), of: standing.count)
        var terms: [ContractTerms] = []
        let endsRecurring = quotas.take(AnnualShape.generalRecurringEnding)
        let endsSingle = quotas.take(AnnualShape.generalSingleEnding)
        let secondGeneral = quotas.take(AnnualShape.secondGeneral)
        let secondAccess = quotas.take(AnnualShape.secondAccess)
        let secondFlexible = quotas.take(AnnualShape.secondFlexible)
        let further = AnnualShape.furtherLines.map { (quotas.take($0.thousandths), $0) }

        for (place, row) in standing.enumerated() {
            let contract = byNumber[row.contract]!
            var (units, value) = undisturbed(contract, row)
            var main = blank(row, start: start(contract, &draws))
            if endsRecurring.contains(place) { main.end = end(&draws) }
            if endsSingle.contains(place) { (main.end, main.isRecurring) = (end(&draws), false) }
            guard contract.role == .ordinary else {
                main.lines = [
                    .init(service: .general, value: value, units: units > 0 ? .uda(Units(units)) : nil)
                ]
                terms.append(totalled(main))
                continue
            }
            var second: ContractTerms?
            if secondGeneral.contains(place) || secondAccess.contains(place) {
                let service: ServiceLine = secondAccess.contains(place) ? .access : .general
                let part = units * (10 + draws.below(20)) / 100
                let money = value.scaled(by: part, over: units)
                (units, value) = (units - part, value - money)
                second = blank(row, start: main.start)
                second!.lines = [.init(service: service, value: money, units: .uda(Units(part)))]
            }
            if secondFlexible.contains(place) {
                second = blank(row, start: main.start)
                second!.lines = [
                    .init(
                        service: .flexibleSecuringAccess, value: Money(pence: 4_973_555),
                        units: .local(Units(3)))
                ]
            }
            for (places, shape) in further where places.contains(place) {
                main.lines.append(line(shape.line, part: shape.part, units: &units, value: &value, &draws))
            }
            main.lines.append(.init(service: .general, value: value, units: .uda(Units(units))))
            terms.append(totalled(main))
            if var second {
                second.isRecurring = false
                terms.append(totalled(second))
            }
        }
        terms += withoutUnits(count: standing.count, taken: seen, &draws)
        return terms.enumerated().sorted {
            ($0.element.contract, $0.offset) < ($1.element.contract, $1.offset)
        }
        .map(\.element)
    }

    /// The contract's own units and value in the month, whatever was planted in the row.
    private func undisturbed(_ contract: InventedContract, _ row: DentalMonth) -> (units: Int, value: Money) {
        guard row.target.hundredths == row.value.pence * 100 else {
            return (row.target.hundredths / 100, row.value)
        }
        return (contract.targets[year].target(month: month.numberInFinancialYear), row.value)
    }

    private func line(
        _ kind: AnnualShape.FurtherLine, part: Int, units: inout Int, value: inout Money, _ draws: inout Draws
    ) -> ContractTerms.Line {
        let money = value.scaled(by: part * (60 + draws.below(80)) / 100 + 1, over: 1_000 - part)
        switch kind {
        case .orthodontic:
            return .init(
                service: .orthodontic, value: money,
                units: .uoa(Units(max(10, money.pence / AnnualShape.unitOfOrthodontics))))
        case .domiciliary:
            return .init(service: .domiciliary, value: money, units: .cot(Units(15 + draws.below(20))))
        case .sedation:
            return .init(service: .sedation, value: money, units: .cot(Units(120 + draws.below(170))))
        case .publicHealth: return .init(service: .dentalPublicHealth, value: money, units: nil)
        case .promotingAccess:
            return .init(service: .flexiblePromotingAccess, value: money, units: .local(Units(1)))
        case .localPrevention: return .init(service: .localPrevention, value: money, units: nil)
        case .access, .excess:
            let moved = units * part / 1_000
            let money = value.scaled(by: moved, over: units)
            (units, value) = (units - moved, value - money)
            return .init(
                service: kind == .access ? .access : .excessDelivery, value: money, units: .uda(Units(moved)))
        }
    }

    /// Orthodontic, surgical, out-of-hours, community, prison and endodontic contracts, and one with no money
    /// at all.
    private func withoutUnits(count: Int, taken: Set<ContractNumber>, _ draws: inout Draws) -> [ContractTerms] {
        let wanted = max(AnnualShape.kinds.count, count * AnnualShape.withoutUnits / 100)
        var kinds = AnnualShape.kinds.flatMap { shape in
            [AnnualShape.Kind](repeating: shape.kind, count: max(1, wanted * shape.hundredths / 100))
        }
        kinds.append(.minorOralSurgery)
        var terms: [ContractTerms] = []
        for (place, kind) in kinds.enumerated() {
            let board = draws.pick([0, 0, 0, 1, 1, 2])
            let place9 = 5_200_000_000 + (place + 1) * 10_000
            var row = ContractTerms(
                asOf: month, commissioner: Exemplar.commissioners[board].code,
                commissionerName: Exemplar.commissioners[board].name,
                contract: ContractNumber(String(place9))!,
                providerName: InventedNames.provider(&draws, board: board).name, isPrison: kind == .prison,
                start: month.financialYear.firstDay.adding(days: -365 * draws.below(6)).month.firstDay,
                end: end(&draws),
                isRecurring: draws.below(100) < 78, lines: [], total: .zero)
            if place == kinds.count - 1 {
                terms.append(row)
                continue
            }
            row.lines = [specialLine(kind, &draws)]
            terms.append(totalled(row))
            if kind == .minorOralSurgery {
                row.isRecurring.toggle()
                row.lines = [specialLine(kind, &draws)]
                terms.append(totalled(row))
            }
        }
        return terms
    }

    private func specialLine(_ kind: AnnualShape.Kind, _ draws: inout Draws) -> ContractTerms.Line {
        let size = exponential(0.7 * draws.normal())
        func pence(_ median: Double) -> Money { Money(pence: Int(median * size * 100)) }
        switch kind {
        case .orthodontic:
            let money = pence(300_000)
            return .init(
                service: .orthodontic, value: money,
                units: .uoa(Units(max(10, money.pence / AnnualShape.unitOfOrthodontics))))
        case .minorOralSurgery: return .init(service: .minorOralSurgery, value: pence(26_539), units: nil)
        case .outOfHours: return .init(service: .accessOutOfHours, value: pence(74_790), units: nil)
        case .community: return .init(service: .community, value: pence(1_057_071), units: .uda(Units(1)))
        case .prison: return .init(service: .prison, value: pence(145_135), units: nil)
        case .endodontic: return .init(service: .endodontic, value: pence(54_191), units: .uda(Units(480)))
        }
    }

    private func blank(_ row: DentalMonth, start: Day?) -> ContractTerms {
        ContractTerms(
            asOf: month, commissioner: row.commissioner, commissionerName: row.commissionerName,
            contract: row.contract, providerName: row.providerName, isPrison: false, start: start, end: nil,
            isRecurring: true, lines: [], total: .zero)
    }

    /// The lines in the file's order, and their sum.
    private func totalled(_ terms: ContractTerms) -> ContractTerms {
        var terms = terms
        let order = ServiceLine.allCases
        terms.lines.sort { order.firstIndex(of: $0.service)! < order.firstIndex(of: $1.service)! }
        terms.total = terms.lines.map(\.value).total()
        return terms
    }

    /// Half of England's contracts began in April 2006 or on another first of April.
    private func start(_ contract: InventedContract, _ draws: inout Draws) -> Day {
        if contract.first > pool.map(\.first).min()! { return contract.first.firstDay }
        if draws.below(100) < 45 { return Day(year: 2006, month: 4, day: 1)! }
        return Day(year: 2008 + draws.below(10), month: draws.pick([4, 4, 4, 7, 10, 2]), day: 1)!
    }

    private func end(_ draws: inout Draws) -> Day {
        var place = draws.below(AnnualShape.endings.reduce(0) { $0 + $1.weight })
        for ending in AnnualShape.endings {
            if place < ending.weight {
                return month.financialYear.month(12).adding(months: ending.months).lastDay
            }
            place -= ending.weight
        }
        return month.financialYear.lastDay
    }
}

/// Hands out places among a number of rows, each once: so many for so many thousandths, one at least.
private struct Quotas {
    private var places: ArraySlice<Int>
    private let count: Int

    init(places: [Int], of count: Int) {
        self.places = places[...]
        self.count = count
    }

    mutating func take(_ thousandths: Int) -> Set<Int> {
        let number = max(1, (count * thousandths + 500) / 1_000)
        defer { places = places.dropFirst(number) }
        return Set(places.prefix(number))
    }
}
