public import Vocabulary

/// A tie from one organisation to another, as one file states it.
public struct ListedRelationship: Hashable, Sendable {
    public var code: OrganisationCode
    public var kind: Kind
    public var target: OrganisationCode
    /// The first day of it; nil where the file only lists it as it stood.
    public var start: Day?
    /// The last day of it; nil where it goes on, or the file does not say.
    public var end: Day?

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// ODS relationship RE4.
        case commissionedBy = "is commissioned by"
        /// ODS relationship RE5.
        case inGeographyOf = "lies in"
        /// ODS relationship RE8.
        case partnerOf = "is a partner of"
    }

    public init(
        _ code: OrganisationCode, _ kind: Kind, _ target: OrganisationCode, start: Day? = nil, end: Day? = nil
    ) {
        self.code = code
        self.kind = kind
        self.target = target
        self.start = start
        self.end = end
    }

    /// True where nothing that the file says speaks against it on the day.
    public func mayHold(on day: Day) -> Bool {
        (start.map { $0 <= day } ?? true) && (end.map { day <= $0 } ?? true)
    }
}
