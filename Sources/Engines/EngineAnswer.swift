package import Vocabulary

/// What an engine answered: columns of equal length, in the order of the query.
package struct EngineAnswer: Sendable {
    package var columns: [EngineColumn]

    package var rows: Int { columns.first?.values.count ?? 0 }

    /// - Precondition: the query names such a column.
    package subscript(name: String) -> EngineColumn {
        guard let column = columns.first(where: { $0.name == name }) else {
            preconditionFailure("the query has no column \(name)")
        }
        return column
    }
}

/// One column of an answer.
package struct EngineColumn: Sendable {
    package let name: String
    package var values: EngineValues

    /// Whole numbers; nil where the column has another type.
    package var wholes: [Int?]? { if case .wholes(let values) = values { values } else { nil } }
    package var texts: [String?]? { if case .texts(let values) = values { values } else { nil } }
    package var days: [Day?]? { if case .days(let values) = values { values } else { nil } }
    package var flags: [Bool?]? { if case .flags(let values) = values { values } else { nil } }
    /// Microseconds since the beginning of 1970, in UTC where the engine has a time zone.
    package var microseconds: [Int?]? { if case .microseconds(let values) = values { values } else { nil } }
    package var doubles: [Double?]? { if case .doubles(let values) = values { values } else { nil } }

    /// Decimals in units of 10⁻ˢ, s being the scale; whole numbers count as decimals of scale 0.
    package var decimals: (values: [Int128?], scale: Int)? {
        switch values {
        case .decimals(let values, let scale): (values, scale)
        case .wholes(let values): (values.map { $0.map { Int128($0) } }, 0)
        default: nil
        }
    }

    /// Money from pounds with at most two decimals, exactly; nil where the column has another type or a value is out of
    /// range.
    package var money: [Money?]? {
        guard let (values, scale) = decimals, scale <= 2 else { return nil }
        let factor: Int128 = scale == 2 ? 1 : scale == 1 ? 10 : 100
        var money: [Money?] = []
        for value in values {
            guard let value else {
                money.append(nil)
                continue
            }
            guard let pence = Int(exactly: value * factor) else { return nil }
            money.append(Money(pence: pence))
        }
        return money
    }
}

/// A column's values by type; nil is the engine's NULL.
package enum EngineValues: Sendable, Equatable {
    case wholes([Int?])
    /// In units of 10⁻ˢ.
    case decimals([Int128?], scale: Int)
    case doubles([Double?])
    case texts([String?])
    case days([Day?])
    /// Points in time, since the beginning of 1970.
    case microseconds([Int?])
    case flags([Bool?])

    package var count: Int {
        switch self {
        case .wholes(let values): values.count
        case .decimals(let values, _): values.count
        case .doubles(let values): values.count
        case .texts(let values): values.count
        case .days(let values): values.count
        case .microseconds(let values): values.count
        case .flags(let values): values.count
        }
    }

    /// The values of batch after batch; those of `nothing` where there is no batch.
    ///
    /// - Precondition: all are of one type and scale.
    static func joined(_ batches: [EngineValues], nothing: EngineValues) -> EngineValues {
        func each<Value>(_ values: (EngineValues) -> [Value?]?) -> [Value?] {
            var all: [Value?] = []
            all.reserveCapacity(batches.reduce(0) { $0 + $1.count })
            for batch in batches {
                guard let more = values(batch) else { preconditionFailure("batches of one answer have one type") }
                all += more
            }
            return all
        }
        switch nothing {
        case .wholes: return .wholes(each { if case .wholes(let values) = $0 { values } else { nil } })
        case .decimals(_, let scale):
            return .decimals(
                each { if case .decimals(let values, scale) = $0 { values } else { nil } }, scale: scale)
        case .doubles: return .doubles(each { if case .doubles(let values) = $0 { values } else { nil } })
        case .texts: return .texts(each { if case .texts(let values) = $0 { values } else { nil } })
        case .days: return .days(each { if case .days(let values) = $0 { values } else { nil } })
        case .microseconds:
            return .microseconds(each { if case .microseconds(let values) = $0 { values } else { nil } })
        case .flags: return .flags(each { if case .flags(let values) = $0 { values } else { nil } })
        }
    }
}
