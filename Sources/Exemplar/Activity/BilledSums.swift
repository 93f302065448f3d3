import Vocabulary

/// What was billed of attendances by provider and treatment function, and the ratios and caps that contracts set for them.
///
/// Only rows that a reader keeps are in the sums.
struct BilledSums {
    private struct Place: Hashable {
        var provider: Int
        var function: String
    }

    private struct Sum {
        /// Attendances.
        var (first, followUp, consultant) = (0, 0, 0)
        /// Of those that came from another consultant; all of one price.
        var consultantCost = Money.zero
    }

    private let market: InventedMarket
    private var sums: [Place: Sum] = [:]

    init(market: InventedMarket) { self.market = market }

    mutating func add(_ row: BilledRow) {
        guard row.pointOfDelivery.utf8.first == UInt8(ascii: "O") else { return }
        let place = Place(provider: row.provider, function: row.function)
        let count = row.count / 10_000
        if row.pointOfDelivery == "OPFASPCL" {
            sums[place, default: Sum()].first += count
        } else {
            sums[place, default: Sum()].followUp += count
        }
        if row.detail == "C2C" {
            sums[place, default: Sum()].consultant += count
            sums[place, default: Sum()].consultantCost += row.cost
        }
    }

    /// Writes the two tables; in some providers one ratio, in others one cap, is less than what was billed.
    func write(to files: inout ActivityFiles) {
        files.start(.ratios, "provider,treatmentFunction,ratio", ending: "\n")
        files.start(.caps, "provider,treatmentFunction,attendances", ending: "\n")
        for (index, provider) in market.providers.enumerated() {
            let own = sums.filter { $0.key.provider == index }.map { ($0.key.function, $0.value) }.sorted {
                $0.0 < $1.0
            }
            let above = index % 5 == 0 ? own.filter { lowered($0.1) != nil }.max { $0.1.followUp < $1.1.followUp } : nil
            for (function, sum) in own where sum.first > 0 {
                if let above, above.0 == function, let (ratio, excess) = lowered(sum) {
                    let row = files.add("\(provider.code),\(function),\(hundredths(ratio))", to: .ratios)
                    let price = market.price(price(function), at: index)
                    files.plant("CC15", excess * price, at: row, of: .ratios)
                } else {
                    let ratio = (sum.followUp * 100 + sum.first - 1) / sum.first
                    files.add("\(provider.code),\(function),\(hundredths(ratio))", to: .ratios)
                }
            }
            let capped = own.filter { $0.1.consultant > 0 }
            let over = index % 5 == 1 ? capped.max { $0.1.consultant < $1.1.consultant } : nil
            for (function, sum) in capped {
                let isOver = over?.0 == function
                let cap = isOver ? sum.consultant * 2 / 3 : sum.consultant
                let row = files.add("\(provider.code),\(function),\(cap)", to: .caps)
                let amount = (sum.consultant - cap) * (sum.consultantCost.pence / sum.consultant)
                if isOver { files.plant("CC16", amount, at: row, of: .caps) }
            }
        }
    }

    /// The greatest ratio in hundredths that is at least one attendance below what was billed and leaves a whole number of
    /// them over; nil where there is none.
    private func lowered(_ sum: Sum) -> (ratio: Int, excess: Int)? {
        guard sum.first > 0, sum.followUp > 1 else { return nil }
        var (step, rest) = (100, sum.first)
        while rest != 0 { (step, rest) = (rest, step % rest) }
        step = 100 / step
        let ratio = (sum.followUp - 1) * 100 / sum.first / step * step
        return ratio > 0 ? (ratio, sum.followUp - ratio * sum.first / 100) : nil
    }

    /// Of an attendance that follows.
    private func price(_ function: String) -> Int {
        (market.functions.first { $0.code == function })?.followUp ?? InventedMarket.anyFollowUp
    }

    private func hundredths(_ value: Int) -> String { MonitoringText.decimal(value, places: 2) }
}
