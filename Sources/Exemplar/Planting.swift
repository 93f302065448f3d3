import Contracts
import Vocabulary

/// Puts oddities into the rows, at places that depend on the years and not on how far the data go.
struct Planting {
    var months: [[DentalMonth]]
    let pool: [InventedContract]
    let years: [FinancialYear]
    private var put: Set<PlantedOddity> = []

    init(months: [[DentalMonth]], pool: [InventedContract], years: [FinancialYear]) {
        self.months = months
        self.pool = pool
        self.years = years
    }

    mutating func plant() {
        let last = years[years.count - 1]
        let before = years.count > 1 ? last.previous : last
        let chosen = pool.filter {
            $0.role == .ordinary && $0.last == nil && $0.first == years[0].month(1)
                && $0.shares.min()! > 0.15 && $0.targets.last!.end > 2_000
        }
        guard chosen.count >= 5 else { return }
        let saltby = chosen.last { $0.board == 2 } ?? chosen[4]
        let others = chosen.filter { $0.board == 0 && $0.index != saltby.index }
        guard others.count >= 4 else { return }

        keyInPence(others[0].number, in: last.month(6))
        keyInPence(others[1].number, in: before.month(11))
        negate(others[2].number, in: last.month(8))
        reportTwice(others[3].number, in: last.month(5), also: 1)
        move(saltby.number, from: before.month(7), to: 1)
    }

    private mutating func keyInPence(_ contract: ContractNumber, in month: Month) {
        change(contract, in: month, .targetInPence) { $0.target = Units($0.value.pence) }
    }

    private mutating func negate(_ contract: ContractNumber, in month: Month) {
        change(contract, in: month, .negativeDelivery) { row in
            let two: BandCounts.Two =
                month >= InventedYear.bandTwoPublished ? .parts(a: 0, b: 0, c: 0) : .whole(0)
            row.activity = DentalActivity(
                delivered: Units(hundredths: -1_240), lateClaims: 0, foundation: .zero,
                bands: BandCounts(one: 0, two: two, three: 0, urgent: 0, other: 0))
        }
    }

    private mutating func reportTwice(_ contract: ContractNumber, in month: Month, also board: Int) {
        guard let (place, at) = find(contract, in: month) else { return }
        var twin = months[place][at]
        put.insert(oddity(.twoCommissioners, twin))
        (twin.commissioner, twin.commissionerName) = Exemplar.commissioners[board]
        put.insert(oddity(.twoCommissioners, twin))
        months[place].insert(twin, at: at + 1)
    }

    private mutating func move(_ contract: ContractNumber, from month: Month, to board: Int) {
        for place in months.indices {
            guard let at = months[place].firstIndex(where: { $0.contract == contract }),
                months[place][at].month >= month
            else { continue }
            (months[place][at].commissioner, months[place][at].commissionerName) =
                Exemplar.commissioners[board]
            if months[place][at].month == month {
                put.insert(oddity(.changedCommissioner, months[place][at]))
            }
        }
    }

    private mutating func change(
        _ contract: ContractNumber, in month: Month, _ kind: PlantedOddity.Kind,
        _ body: (inout DentalMonth) -> Void
    ) {
        guard let (place, at) = find(contract, in: month) else { return }
        body(&months[place][at])
        put.insert(oddity(kind, months[place][at]))
    }

    private func find(_ contract: ContractNumber, in month: Month) -> (Int, Int)? {
        let place = month.index - years[0].month(1).index
        guard months.indices.contains(place),
            let at = months[place].firstIndex(where: { $0.contract == contract })
        else { return nil }
        return (place, at)
    }

    private func oddity(_ kind: PlantedOddity.Kind, _ row: DentalMonth) -> PlantedOddity {
        PlantedOddity(kind: kind, contract: row.contract, month: row.month, commissioner: row.commissioner)
    }

    /// Those that were put, and those that came of themselves: nominal targets and blank rows.
    func oddities(to month: Month) -> [PlantedOddity] {
        var roles: [ContractNumber: PlantedOddity.Kind] = [:]
        for contract in pool {
            switch contract.role {
            case .ordinary: break
            case .nominal: roles[contract.number] = .nominalTarget
            case .untargeted: roles[contract.number] = .noTarget
            }
        }
        var all = Array(put)
        for row in months.joined() {
            if let kind = roles[row.contract] { all.append(oddity(kind, row)) }
            if row.activity == nil { all.append(oddity(.blankDelivered, row)) }
        }
        return all.filter { $0.month <= month }.sorted {
            ($0.month, $0.contract, $0.kind.rawValue, $0.commissioner)
                < ($1.month, $1.contract, $1.kind.rawValue, $1.commissioner)
        }
    }
}
