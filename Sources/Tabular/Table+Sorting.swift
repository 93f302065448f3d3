import Vocabulary

extension Table {
    /// The rows in the order of one column; equal ones stay as they were, absent cells come last either way.
    ///
    /// - Precondition: the table has such a column.
    public func sorted(by column: Int, isDescending: Bool) -> [[Cell]] {
        let keyed = rows.enumerated().map { (place: $0.offset, key: $0.element[column].sortKey) }
        let order = keyed.sorted { left, right in
            switch (left.key, right.key) {
            case (.absent, .absent): return left.place < right.place
            case (.absent, _): return false
            case (_, .absent): return true
            case (let one, let other):
                if one == other { return left.place < right.place }
                return isDescending ? other < one : one < other
            }
        }
        return order.map { rows[$0.place] }
    }
}

extension Cell {
    /// What a column is ordered by: amounts by size, days by date, words without regard to case.
    fileprivate var sortKey: SortKey {
        switch self {
        case .text(let text), .link(let text, _): .text(text.lowercased())
        case .count(let count): .number(Double(count))
        case .money(let money): .number(Double(money.pence))
        case .units(let units): .number(Double(units.hundredths))
        case .share(let share): .number(share.approximate)
        case .number(let value, _): .number(value)
        case .day(let day): .number(Double(day.number))
        case .month(let month): .number(Double(month.index))
        case .flag(let flag): .number(flag ? 1 : 0)
        case .absent: .absent
        }
    }
}

private enum SortKey: Comparable {
    case number(Double)
    case text(String)
    case absent
}
