import Vocabulary

/// What an indicator measures, or a threshold of it, in ten-thousandths of its unit: 82.5 % is 825,000.
public struct IndicatorLevel: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    public let tenThousandths: Int

    /// The largest magnitude that is read: ten million.
    public static let largest = 10_000_000

    public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Double.self)
        let scaled = (number * 10_000).rounded()
        // A decimal of at most four places lies within its rounding error of a whole number of ten-thousandths.
        guard number.isFinite, abs(number) <= Double(Self.largest), abs(scaled - number * 10_000) < 1e-3 else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\(number) is no level: a number with at most four decimals, up to ten million")
        }
        tenThousandths = Int(scaled)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(approximate)
    }

    public var approximate: Double { Double(tenThousandths) / 10_000 }

    public static func < (left: Self, right: Self) -> Bool { left.tenThousandths < right.tenThousandths }

    public var description: String { ActivityAmount(tenThousandths: tenThousandths).description }
}
