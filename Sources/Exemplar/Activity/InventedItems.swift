import Methods
import Vocabulary

/// Drugs and devices that are paid for beside the tariff, at prices that were agreed for each, with faults: items that are
/// not on the list, value added tax where none is due, and prices above the agreed.
struct InventedItems {
    enum Kind: String {
        case drug, device

        /// Of commissioned service.
        var category: String { self == .drug ? "31" : "32" }
        var pointOfDelivery: String { self == .drug ? "DRUG" : "DEVICE" }
    }

    /// An item of the list.
    struct Item {
        let code: String
        /// Pence for one.
        let pence: Int
        /// From `InventedMarket.midyear` on.
        var later: Int?
        let isTaxable: Bool
        /// The one provider for which it was agreed; nil for any.
        var provider: Int?
        /// The last year it was on the list was the one before.
        var isLapsed = false
    }

    private enum Fault: Int { case unlisted, lapsed, others, taxed, dear }

    private static let block = 50

    let kind: Kind
    let market: InventedMarket
    let random: RandomStream
    let rows: Int
    let months: Int

    private var file: ExemplarActivity.File { kind == .drug ? .drugs : .devices }

    /// Twenty for any provider, one that has lapsed, and one for each of the first five providers.
    private var items: [Item] {
        func code(_ number: Int) -> String { kind == .drug ? "7001\(1_000 + number)" : "DEV\(100 + number)" }
        let open = (0..<20).map { index in
            Item(
                code: code(index), pence: 2_500 + index * 1_500, later: index % 7 == 3 ? 3_000 + index * 1_500 : nil,
                isTaxable: index % 2 == 1)
        }
        return open + [Item(code: code(50), pence: 40_000, isTaxable: false, isLapsed: true)]
            + (0..<5).map { Item(code: code(60 + $0), pence: 9_000, isTaxable: false, provider: $0) }
    }

    /// - Parameter sums: takes what each row bills.
    func write<Failure: Error>(
        to files: inout ActivityFiles, summing sums: inout ItemSums,
        _ part: (ExemplarActivity.File, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let items = items
        writeList(items, to: &files)
        files.start(file, InventedItemText.header(kind))
        for number in 0..<rows {
            var draws = Draws(random.substream(number))
            let place = number * InventedMarket.billing
            var row = ItemRow(
                provider: place / rows, month: place % rows * months / rows + 1,
                group: (kind == .drug ? 500_000_000 : 600_000_000) + number, practice: draws.pick(market.practices))
            row.day = ExemplarActivity.year.month(row.month).firstDay.adding(days: draws.below(28))
            row.quantity = 1 + draws.below(9)
            // One of each kind in fifty rows, and half of them in the next fifty.
            let fault = Fault(rawValue: random.substream(-1 - number).first(below: InventedItems.block))
            let amount = fill(&row, fault, items, &draws)
            sums.add(row, kind, commissioner: market.commissioner(of: row))
            InventedItemText.write(row, kind, market, &draws, into: &files[file])
            if fault != nil { files.plant("CC14", amount, at: number + 2, of: file) }
            if number % 4_096 == 0 { try files.handOn(over: 1 << 20, part) }
        }
    }

    /// What was given, and at which price.
    ///
    /// - Returns: what the fault comes to, in pence; 0 without one.
    private func fill(_ row: inout ItemRow, _ fault: Fault?, _ items: [Item], _ draws: inout Draws) -> Int {
        func agreed(_ item: Item) -> Int { row.day < InventedMarket.midyear ? item.pence : item.later ?? item.pence }
        var item = items[draws.below(20)]
        switch fault {
        case .unlisted:
            row.code = item.code + "9"
            row.bill(agreed(item))
            return row.cost
        case .lapsed, .others:
            item = fault == .lapsed ? items[20] : items[21 + (row.provider + 1) % 4]
            if fault == .others, item.provider == row.provider { item = items[25] }
            row.code = item.code
            row.bill(agreed(item))
            return row.cost
        case .taxed:
            item = items[draws.below(10) * 2]
            (row.code, row.isTaxed) = (item.code, true)
            row.bill(agreed(item) * 6 / 5)
            return row.quantity * agreed(item) / 5
        case .dear:
            row.code = item.code
            row.bill(agreed(item) + 713)
            return row.quantity * 713
        case nil:
            if row.provider < 5, draws.chance(20) { item = items[21 + row.provider] }
            (row.code, row.isTaxed) = (item.code, item.isTaxable && draws.chance(50))
            // At the agreed price, a penny above it, or below.
            let about = draws.below(10)
            row.bill(agreed(item) + (about == 0 ? 1 : about == 1 ? -150 : 0))
            return 0
        }
    }

    private func writeList(_ items: [Item], to files: inout ActivityFiles) {
        if kind == .drug {
            files.start(.excluded, "kind,code,provider,pricePence,taxable,validFrom,validTo", ending: "\n")
        }
        for item in items {
            let provider = item.provider.map { market.providers[$0].code } ?? ""
            func add(_ pence: Int, _ from: String, _ to: String) {
                let taxable = item.isTaxable ? "Y" : "N"
                files.add("\(kind.rawValue),\(item.code),\(provider),\(pence),\(taxable),\(from),\(to)", to: .excluded)
            }
            let midyear = InventedMarket.midyear.description
            if item.isLapsed {
                add(item.pence, "2024-04-01", "2025-04-01")
            } else if let later = item.later {
                add(item.pence, "2025-04-01", midyear)
                add(later, midyear, "")
            } else {
                add(item.pence, "2025-04-01", "")
            }
        }
    }
}

/// One line of a bill for drugs or devices, before it is written.
struct ItemRow {
    let provider: Int
    let month: Int
    let group: Int
    let practice: InventedMarket.Practice
    var day = InventedMarket.midyear
    var code = ""
    var isTaxed = false
    var quantity = 1
    /// Pence.
    private(set) var unitPrice = 0
    var cost: Int { unitPrice * quantity }

    init(provider: Int, month: Int, group: Int, practice: InventedMarket.Practice) {
        (self.provider, self.month, self.group, self.practice) = (provider, month, group, practice)
    }

    mutating func bill(_ pence: Int) { unitPrice = pence }
}

extension InventedMarket {
    /// Who is billed for an item.
    func commissioner(of row: ItemRow) -> String { commissioners[row.practice.commissioner ?? 0] }
}
