import Vocabulary

/// What was billed of drugs and devices, by provider, month and commissioner: lines of the aggregate file.
struct ItemSums {
    struct Line {
        let commissioner: String
        let category: String
        let pointOfDelivery: String
        /// Ten-thousandths.
        var count = 0
        var cost = Money.zero
    }

    struct Place: Hashable, Comparable {
        let provider: Int
        let month: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.provider, left.month) < (right.provider, right.month)
        }
    }

    private var lines: [Place: [String: Line]] = [:]

    /// Of which anything was billed, in order.
    var places: [Place] { lines.keys.sorted() }

    /// In order of their commissioners, drugs before devices.
    subscript(provider: Int, month: Int) -> [Line] {
        (lines[Place(provider: provider, month: month)] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }

    mutating func add(_ row: ItemRow, _ kind: InventedItems.Kind, commissioner: String) {
        let place = Place(provider: row.provider, month: row.month)
        let start = Line(
            commissioner: commissioner, category: kind.category, pointOfDelivery: kind.pointOfDelivery)
        let key = "\(kind.category) \(commissioner)"
        lines[place, default: [:]][key, default: start].count += row.quantity * 10_000
        lines[place, default: [:]][key, default: start].cost += Money(pence: row.cost)
    }
}
