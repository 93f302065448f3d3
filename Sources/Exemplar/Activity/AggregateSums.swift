import Vocabulary

/// The aggregate file of what is billed at patient level and of drugs and devices: sums by provider and month, written as
/// each is done, with lines of which there is no detail in some; a plan that some providers go beyond month after month;
/// and what the providers' invoices say of it.
struct AggregateSums {
    private struct Line: Hashable {
        var provider: Int
        var commissioner: String
        var category: String
        var pointOfDelivery: String
        var function: String
        var tariff: String

        /// In the order in which lines are written.
        func precedes(_ other: Line) -> Bool {
            (provider, commissioner, category, pointOfDelivery, function, tariff)
                < (
                    other.provider, other.commissioner, other.category, other.pointOfDelivery, other.function,
                    other.tariff
                )
        }
    }

    /// What stands of a provider's point of delivery in a month.
    private struct Delivery: Hashable {
        var provider: Int
        var pointOfDelivery: String
        var month: Int
    }

    private let market: InventedMarket
    private let items: ItemSums
    private var slice: (provider: Int, month: Int)?
    private var sums: [Line: (count: Int, cost: Money)] = [:]
    private var lines = 1
    /// What the invoices are of, by provider and month.
    private var billed: [Int: [Int: Money]] = [:]
    /// What a reader keeps of the patient-level rows, and the first line of each.
    private var readable: [Int: [Int: Money]] = [:]
    private var first: [Int: [Int: Int]] = [:]
    private var done: Set<ItemSums.Place> = []
    /// The first row of each delivery that goes beyond its plan.
    private var beyond: [Delivery: Int] = [:]

    init(market: InventedMarket, items: ItemSums) { (self.market, self.items) = (market, items) }

    /// - Parameter isKept: false where a reader has to refuse the row.
    mutating func add(_ row: BilledRow, isKept: Bool) {
        if isKept { readable[row.provider, default: [:]][row.month, default: .zero] += row.cost }
        let line = Line(
            provider: row.provider, commissioner: row.commissioner, category: row.category,
            pointOfDelivery: row.pointOfDelivery, function: row.function, tariff: row.tariff)
        sums[line, default: (0, .zero)].count += row.count
        sums[line, default: (0, .zero)].cost += row.cost
    }

    /// Goes on to a provider's month; what was summed of the one before is written.
    mutating func move(to provider: Int, _ month: Int, writing files: inout ActivityFiles) {
        if let slice, slice == (provider, month) { return }
        finish(writing: &files)
        slice = (provider, month)
    }

    /// Writes the months in which nothing but drugs and devices was billed.
    mutating func writeRest(to files: inout ActivityFiles) {
        for place in items.places where !done.contains(place) {
            move(to: place.provider, place.month, writing: &files)
        }
        finish(writing: &files)
    }

    /// Adds the slice's drugs and devices, and what was put in without any detail.
    private mutating func complete(_ provider: Int, _ month: Int) {
        done.insert(ItemSums.Place(provider: provider, month: month))
        for item in items[provider, month] {
            let line = Line(
                provider: provider, commissioner: item.commissioner, category: item.category,
                pointOfDelivery: item.pointOfDelivery, function: "300", tariff: "")
            sums[line, default: (0, .zero)].count += item.count
            sums[line, default: (0, .zero)].cost += item.cost
        }
        if let percent = AggregateSums.withoutDetail(provider, month) {
            let line = Line(
                provider: provider, commissioner: market.commissioners[market.providers[provider].host],
                category: "12", pointOfDelivery: "COMM", function: "300", tariff: "TOP-UP")
            let total = sums.filter { $0.key.provider == provider }.values.map(\.cost).total()
            sums[line] = (10_000, max(Money(pence: 100), total.scaled(by: percent, over: 100)))
        }
    }

    /// Writes the slice's lines in order of what they are of, and forgets them.
    mutating func finish(writing files: inout ActivityFiles) {
        guard let slice else { return }
        let month = slice.month
        complete(slice.provider, month)
        for (line, sum) in sums.sorted(by: { $0.key.precedes($1.key) }) {
            lines += 1
            let provider = market.providers[line.provider].code
            let percent = percent(line, month)
            billed[line.provider, default: [:]][month, default: .zero] += sum.cost
            if first[line.provider]?[month] == nil { first[line.provider, default: [:]][month] = lines }
            if percent == AggregateSums.farBeyond {
                let delivery = Delivery(
                    provider: line.provider, pointOfDelivery: line.pointOfDelivery, month: month)
                if beyond[delivery] == nil { beyond[delivery] = lines }
            }
            // What is taken back was not planned.
            let (planned, price) =
                sum.count < 0 ? (0, 0) : (sum.count / 100 * percent, sum.cost.scaled(by: percent, over: 100).pence)
            let cells = [
                "\(month)", "202526", MonitoringText.created(month).description, provider, provider + "01",
                line.commissioner, line.commissioner, line.commissioner, "", line.category, line.pointOfDelivery,
                line.function, line.tariff, MonitoringText.decimal(planned, places: 4),
                MonitoringText.decimal(price, places: 2, atLeast: 2),
                MonitoringText.decimal(sum.count, places: 4),
                MonitoringText.decimal(sum.cost.pence, places: 2, atLeast: 2),
            ]
            files[.aggregate] += cells.joined(separator: ",").utf8
            files[.aggregate] += [13, 10]
        }
        sums.removeAll(keepingCapacity: true)
        self.slice = nil
    }

    // MARK: - What has no detail

    /// More than this of the aggregate, in hundredths, is a fault.
    private static let much = 2

    /// A part of the rest in hundredths that is billed without a row: much of it, or so little that it is no matter.
    private static func withoutDetail(_ provider: Int, _ month: Int) -> Int? {
        switch (provider % 14, month) {
        case (1, 3), (8, 3): 12
        // In months whose invoice is wrong too: above the aggregate, and below.
        case (3, 2), (5, 1): 9
        case (2, 3), (9, 3): 1
        default: nil
        }
    }

    /// Says where more is billed than the detail comes to, whether it was put in or rows cannot be read.
    private func judge(_ provider: Int, _ month: Int, _ total: Money, _ files: inout ActivityFiles) {
        guard let rows = readable[provider]?[month], let line = first[provider]?[month] else { return }
        let excess = (total - rows - items[provider, month].map(\.cost).total()).pence
        guard excess > 0, excess * 100 > total.pence * AggregateSums.much else { return }
        // Where the invoice asks for less than the aggregate, that is not asked for.
        files.plant("CC22", excess + min(0, AggregateSums.over(provider, month)), at: line, of: .aggregate)
    }

    // MARK: - The plan

    /// Two thirds as much again as was planned; a fifth, less a little, which is no matter for a notice.
    private static let farBeyond = 60
    private static let nearlyBeyond = 84

    /// The months in which a provider goes far beyond the plan of a point of delivery.
    private static func months(_ provider: Int, _ pointOfDelivery: String) -> [Int] {
        switch (provider % 20, pointOfDelivery) {
        case (4, "OPFUPSPCL"): [2, 3, 4, 5]
        case (14, "OPFUPSPCL"): [1, 2, 3]
        // Never three running.
        case (8, "OPFASPCL"), (18, "OPFASPCL"): [1, 2, 4, 5]
        default: []
        }
    }

    /// The plan in hundredths of what was billed: less a part that depends on the line alone.
    private func percent(_ line: Line, _ month: Int) -> Int {
        if AggregateSums.months(line.provider, line.pointOfDelivery).contains(month) { return AggregateSums.farBeyond }
        if line.provider % 10 == 6, line.pointOfDelivery == "AE" { return AggregateSums.nearlyBeyond }
        return 90 + (line.tariff.utf8.reduce(0) { $0 + Int($1) } + month) % 15
    }

    // MARK: - Invoices

    /// What an invoice has more than the sum, in pence.
    private static func over(_ provider: Int, _ month: Int) -> Int {
        provider % 7 == 3 && month == 2 ? 12_345 : provider % 7 == 5 && month == 1 ? -777 : 0
    }

    /// Writes the invoices, and says where they differ from the sums and where the plan was left for three months running.
    mutating func writeInvoices(to files: inout ActivityFiles) {
        files.start(.invoices, "provider,financialYear,financialMonth,amountPence", ending: "\n")
        for (index, provider) in market.providers.enumerated() {
            for month in (billed[index] ?? [:]).keys.sorted() {
                let sum = billed[index]?[month] ?? .zero
                let over = AggregateSums.over(index, month)
                let row = files.add("\(provider.code),202526,\(month),\(sum.pence + over)", to: .invoices)
                if over != 0 { files.plant("CC22", over, at: row, of: .invoices) }
                judge(index, month, sum, &files)
            }
        }
        // Of a provider that sends no aggregate file: nothing to hold it against.
        files.add("\(market.providers[InventedMarket.restating].code),202526,1,1234567", to: .invoices)
        let order = beyond.sorted { $0.value < $1.value }
        for (delivery, row) in order {
            let running = (1...2).allSatisfy { before in
                beyond[
                    Delivery(
                        provider: delivery.provider, pointOfDelivery: delivery.pointOfDelivery,
                        month: delivery.month - before)] != nil
            }
            if running { files.plant("CC25", 0, at: row, of: .aggregate) }
        }
    }
}
