/// A JSON document as a value; objects keep the order in which they were written.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    case decimal(Double)
    case text(String)
    case list([JSONValue])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: JSONValue

        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The value at a key of an object; nil where there is none, or this is no object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// Absent is null.
    public static func optional<Wrapped>(
        _ value: Wrapped?, _ transform: (Wrapped) -> JSONValue
    ) -> JSONValue {
        value.map(transform) ?? .null
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension JSONValue {
    public static func money(_ amount: Money) -> JSONValue { .integer(amount.pence) }
    /// UDAs as a JSON number with at most two decimals.
    public static func units(_ units: Units) -> JSONValue {
        units.hundredths % 100 == 0 ? .integer(units.hundredths / 100) : .decimal(units.approximate)
    }
    public static func day(_ day: Day) -> JSONValue { .text(day.description) }
    public static func month(_ month: Month) -> JSONValue { .text(month.description) }
}
