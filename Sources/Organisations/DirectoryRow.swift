public import Tabular
public import Vocabulary

/// What one row of a file of the directory says.
///
/// What a file repeats on each row (a board's name beside each of its practices) stands with the first row only.
public struct DirectoryRow: Hashable, Sendable {
    public var organisations: [ListedOrganisation] = []
    public var relationships: [ListedRelationship] = []
    public var succession: Succession?
    public var area: AreaLookup?
    public var trustShare: TrustShare?

    public init() {}
}

/// A file of the directory as it was read.
public struct DirectoryReading: Sendable {
    public var kind: DirectoryFileKind
    /// The day of which the file speaks: its own, or the latest day on which anything in it began; nil where no day
    /// stands in it.
    public var statedOn: Day?
    public var rows: Reading<DirectoryRow>

    public init(kind: DirectoryFileKind, statedOn: Day?, rows: Reading<DirectoryRow>) {
        self.kind = kind
        self.statedOn = statedOn
        self.rows = rows
    }
}

/// The files that the directory is made from.
public enum DirectoryFileKind: String, Hashable, Sendable, CaseIterable {
    case odsReport = "ods-report"
    case primaryCareNetworks = "ods-pcn"
    case ordPages = "ods-ord"
    case successions = "ods-successions"
    case practiceMap = "practice-map"
    case commissionerLookup = "commissioner-lookup"
    case areaLookup = "area-lookup"
    case trustShares = "trust-shares"

    /// Its name in a sentence: `a report of ODS (epraccur, egdpprac, eauth, eccg, etr)`.
    public var inWords: String {
        switch self {
        case .odsReport: "a report of ODS (\(OdsReport.allCases.map(\.rawValue).joined(separator: ", ")))"
        case .primaryCareNetworks: "the ODS workbook of primary care networks (ePCN)"
        case .ordPages: "pages, or a record, of the ODS organisation interface (JSON)"
        case .successions: "successions of organisations"
        case .practiceMap: "a practice mapping file"
        case .commissionerLookup: "a lookup from CCG to ICB"
        case .areaLookup: "a lookup of small areas"
        case .trustShares: "shares of trusts by board"
        }
    }
}
