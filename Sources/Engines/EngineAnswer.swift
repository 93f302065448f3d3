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
    case flags([Bool?])

    package var count: Int {
        switch self {
        case .wholes(let values): values.count
        case .decimals(let values, _): values.count
        case .doubles(let values): values.count
        case .texts(let values): values.count
        case .days(let values): values.count
        case .flags(let values): values.count
        }
    }

    /// - Precondition: both are of one type and scale.
    mutating func append(_ more: EngineValues) {
        switch (self, more) {
        case (.wholes(let first), .wholes(let second)): self = .wholes(first + second)
        case (.decimals(let first, let scale), .decimals(let second, let other)) where scale == other:
            self = .decimals(first + second, scale: scale)
        case (.doubles(let first), .doubles(let second)): self = .doubles(first + second)
        case (.texts(let first), .texts(let second)): self = .texts(first + second)
        case (.days(let first), .days(let second)): self = .days(first + second)
        case (.flags(let first), .flags(let second)): self = .flags(first + second)
        default: preconditionFailure("batches of one answer have one type")
        }
    }
}
