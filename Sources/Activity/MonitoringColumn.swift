/// A published column of contract monitoring: its title, what Remit calls it and how its values are read.
public struct MonitoringColumn: Sendable, Hashable {
    public let title: String
    /// The name in Remit, also of the column in the stored files; nil where the column is never kept.
    public let field: String?
    public let kind: Kind
    public let need: Need
    /// What its values would identify a patient by; nil where it has no such values by its definition.
    public let identifies: Identifying?
    /// Other titles that were seen for it.
    public let aliases: [String]
    public let source: String
    /// True where somebody has read the title at the source.
    public let isVerified: Bool

    /// How values are read, and in which unit they are kept.
    public enum Kind: String, Sendable, CaseIterable {
        /// A code, as published, without blanks around it.
        case code
        /// A code given out by a system, in which ten digits are no NHS number.
        case identifier
        case text
        /// A financial year: the calendar year in which it starts.
        case year
        /// 1 for April to 12 for March.
        case month
        /// Days since 1970-01-01; a time beside it is not kept.
        case day
        case whole
        /// Activity, which is not always whole: ten-thousandths.
        case count
        /// Pence.
        case money
        /// A price of one unit, kept as exactly as it is written: millionths of a pound.
        case price
        /// A market forces factor: millionths.
        case factor

        /// Decimals that are kept; nil for what is no number with decimals.
        public var places: Int? {
            switch self {
            case .money: 2
            case .count: 4
            case .price, .factor: 6
            case .whole: 0
            default: nil
            }
        }

        public var isText: Bool { self == .code || self == .identifier || self == .text }

        /// True where a value that cannot be read refuses its row: without it the row has no place or no amount.
        public var isEssential: Bool {
            switch self {
            case .year, .month, .money, .count: true
            default: false
            }
        }
    }

    public enum Need: String, Sendable, CaseIterable {
        case mandatory = "M"
        case required = "R"
        case optional = "O"
    }

    public enum Identifying: String, Sendable, CaseIterable {
        case nhsNumber
        case postcode
        case birthDate
        case name
    }
}
