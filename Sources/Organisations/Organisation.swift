public import Vocabulary

/// A commissioner, or the region over it, as it stood over some days.
public struct Organisation: Hashable, Sendable {
    public let code: OrganisationCode
    /// As its own publisher writes it.
    public let name: String
    public let kind: Kind
    /// Nil for a region itself.
    public let region: Region?
    /// The days on which the code stood for this organisation.
    public let period: Period
    public let source: String
    /// True where name, region and period were read at the source.
    public let isVerified: Bool

    public enum Kind: String, Sendable, CaseIterable {
        case region
        case areaTeam = "area team"
        case integratedCareBoard = "integrated care board"
        case healthAndJustice = "health and justice"
    }

    public init(
        code: OrganisationCode, name: String, kind: Kind, region: Region?, period: Period, source: String,
        isVerified: Bool
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.region = region
        self.period = period
        self.source = source
        self.isVerified = isVerified
    }
}

/// A region of the NHS in England, by code and name.
public struct Region: Hashable, Sendable {
    public let code: OrganisationCode
    public let name: String

    public init(code: OrganisationCode, name: String) {
        self.code = code
        self.name = name
    }
}
