/// A column of rows to be taken in: its name and type.
package struct IngestColumn: Sendable, Hashable {
    package let name: String
    package let kind: Kind
    /// The type with which it is stored, where that is another than its kind's: `SMALLINT`.
    package let stored: String?

    package enum Kind: Sendable, Hashable {
        case text
        /// 64 bits.
        case whole
        /// DECIMAL(`digits`, `scale`); values come in units of 10⁻ˢ.
        case decimal(digits: Int, scale: Int)
        case day
        case flag

        /// As Arrow writes it.
        var format: String {
            switch self {
            case .text: "u"
            case .whole: "l"
            case .decimal(let digits, let scale): "d:\(digits),\(scale)"
            case .day: "tdD"
            case .flag: "b"
            }
        }
    }

    package init(_ name: String, _ kind: Kind, stored: String? = nil) {
        self.name = name
        self.kind = kind
        self.stored = stored
    }
}

/// Rows to be taken in, column by column.
package struct IngestBatch: Sendable {
    package let rows: Int
    /// One for each column, of its kind.
    package let values: [IngestValues]

    /// - Precondition: every column has `rows` values; texts of one batch hold less than 2 GB.
    package init(rows: Int, _ values: [IngestValues]) {
        self.rows = rows
        self.values = values
        for column in values {
            precondition(column.count == rows, "a column has \(column.count) values, and \(rows) are needed")
        }
    }
}

/// A column's values; where `isThere` is given, a false marks a value that is missing.
package enum IngestValues: Sendable {
    /// UTF-8 one after another; text n ends before `ends[n]`.
    case texts([UInt8], ends: [Int32], isThere: [Bool]? = nil)
    case wholes([Int64], isThere: [Bool]? = nil)
    /// In units of 10⁻ˢ; for columns of kind `decimal`.
    case decimals([Int64], isThere: [Bool]? = nil)
    /// Days since 1970-01-01.
    case days([Int32], isThere: [Bool]? = nil)
    case flags([Bool], isThere: [Bool]? = nil)

    var count: Int {
        switch self {
        case .texts(_, let ends, _): ends.count
        case .wholes(let values, _), .decimals(let values, _): values.count
        case .days(let values, _): values.count
        case .flags(let values, _): values.count
        }
    }

    var isThere: [Bool]? {
        switch self {
        case .texts(_, _, let isThere), .wholes(_, let isThere), .decimals(_, let isThere), .days(_, let isThere),
            .flags(_, let isThere):
            isThere
        }
    }
}
