public import Vocabulary

/// One small area and the larger ones in which it lies, as one row of a lookup has them.
///
/// Codes are those of the Office for National Statistics; which of the areas a file names differs.
public struct AreaLookup: Hashable, Sendable {
    public var lsoa2011: AreaCode?
    public var lsoa2021: AreaCode?
    public var msoa2011: AreaCode?
    /// How the area of 2011 went into that of 2021.
    public var change: Change?
    /// The sub-ICB location, as the NHS and the Office call it.
    public var subICB: Names?
    public var icb: Names?
    public var localAuthority: AreaCode?

    public enum Change: String, Hashable, Sendable, CaseIterable {
        case unchanged = "U"
        case split = "S"
        case merged = "M"
        /// Neither a split nor a merger alone.
        case complex = "X"
    }

    /// An organisation under both of its codes.
    public struct Names: Hashable, Sendable {
        public let nhs: OrganisationCode
        public let ons: AreaCode

        public init(nhs: OrganisationCode, ons: AreaCode) {
            self.nhs = nhs
            self.ons = ons
        }
    }

    public init() {}
}

/// The code of an area: `E01011949`.
public struct AreaCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Returns: nil where it is not one letter and eight digits (Register of Geographic Codes).
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 9, (65...90).contains(bytes[0]), bytes[1...].allSatisfy({ (48...57).contains($0) })
        else { return nil }
        description = String(text)
    }

    public static func < (left: AreaCode, right: AreaCode) -> Bool { left.description < right.description }
}
