import Vocabulary

/// The aggregate file of what the patient-level file bills: sums by provider and month, written as each is done.
struct AggregateSums {
    struct Slice: Hashable {
        var provider: Int
        var month: Int
    }

    private struct Line: Hashable {
        var provider: Int
        var commissioner: String
        var pointOfDelivery: String
        var function: String
        var tariff: String
    }

    private let market: InventedMarket
    var slice: Slice?
    private var sums: [Line: (count: Int, cost: Money)] = [:]

    init(market: InventedMarket) { self.market = market }

    mutating func add(_ row: BilledRow) {
        let line = Line(
            provider: row.provider, commissioner: row.commissioner, pointOfDelivery: row.pointOfDelivery,
            function: row.function, tariff: row.tariff)
        let sum = sums[line] ?? (0, .zero)
        sums[line] = (sum.count + row.count, sum.cost + row.cost)
    }

    /// Writes the slice's lines in order of what they are of, and forgets them.
    ///
    /// The plan is what was billed, less a part that depends on the line alone.
    mutating func flush(into out: inout [UInt8]) {
        guard let slice else { return }
        func order(_ line: Line) -> [String] {
            [
                market.providers[line.provider].code, line.commissioner, line.pointOfDelivery, line.function,
                line.tariff,
            ]
        }
        for (line, sum) in sums.sorted(by: { order($0.key).lexicographicallyPrecedes(order($1.key)) }) {
            let provider = market.providers[line.provider].code
            let percent = 90 + (line.tariff.utf8.reduce(0) { $0 + Int($1) } + slice.month) % 15
            let cells = [
                "\(slice.month)", "202526", MonitoringText.created(slice.month).description, provider, provider + "01",
                line.commissioner, line.commissioner, line.commissioner, "", "12", line.pointOfDelivery, line.function,
                line.tariff, MonitoringText.decimal(sum.count / 100 * percent, places: 4),
                MonitoringText.decimal(sum.cost.scaled(by: percent, over: 100).pence, places: 2, atLeast: 2),
                MonitoringText.decimal(sum.count, places: 4),
                MonitoringText.decimal(sum.cost.pence, places: 2, atLeast: 2),
            ]
            out += Array((cells.joined(separator: ",") + "\r\n").utf8)
        }
        sums.removeAll(keepingCapacity: true)
    }
}
