import Contracts
import Digests
import Files
import Needs
import Organisations
package import Store
import Tabular
package import Vocabulary

/// What is taken in without a mapping: the publishers' files, and local lists.
///
/// Another kind of file is a case here, its words, how it is known by its first look, and the job that takes it in; uploads,
/// `remit import FILE` and the survey then have it.
package enum FileKind: String, Hashable, Sendable, CaseIterable {
    case dentalMonth, dentalContracts, population, contractTypes, patientCharges, providerGroups
    case odsReport, primaryCareNetworks, ordPages, successions, practiceMap, commissionerLookup, areaLookup, trustShares
    case registeredPatients, areaPopulations, areaDeprivation, areaCentroids, deprivationIndicators
    case practiceDeprivation, qofPrevalence, networkIndicators, fingertips
    case dentalCharges, dentalPopulations, dentalWorkforce, dentalWorkforceAnnex, dentalMonths, dentalExtractions
    case dentalBoards, deprivationSummaries, dentalAnnex, dentalList

    /// Its name in a sentence: `a file of populations`.
    package var inWords: String { directory?.inWords ?? needs?.inWords ?? layout?.name ?? rawValue }

    /// The same file among those on populations, deprivation and indicators; nil for other files.
    var needs: NeedsFile? { NeedsFile(rawValue: rawValue) }

    /// The same kind among the files of the directory; nil for other files.
    var directory: DirectoryFileKind? {
        switch self {
        case .odsReport: .odsReport
        case .primaryCareNetworks: .primaryCareNetworks
        case .ordPages: .ordPages
        case .successions: .successions
        case .practiceMap: .practiceMap
        case .commissionerLookup: .commissionerLookup
        case .areaLookup: .areaLookup
        case .trustShares: .trustShares
        default: nil
        }
    }

    /// The columns by which it is known; nil where something else tells it.
    private var layout: Tabular.Layout? {
        switch self {
        case .dentalMonth: DentalMonthFile.layout
        case .dentalContracts: DentalContractsFile.layout
        case .population: PopulationFile.layout
        case .contractTypes: ContractTypesFile.layout
        case .patientCharges: ChargesFile.layout
        case .providerGroups: ProviderGroupsFile.layout
        case .primaryCareNetworks: PrimaryCareNetworksFile.networks
        case .successions: SuccessionsFile.layout
        case .practiceMap: PracticeMapFile.layout
        case .commissionerLookup: CommissionerLookupFile.layout
        case .trustShares: TrustSharesFile.layout
        default: needs?.layout
        }
    }

    /// By its columns, whatever it is called; a file without titles by its shape and name. Nil where it is none of these.
    init?(header: [String], named name: String) {
        let keys = Set(header.map { TrimmedText.headerKey($0) })
        func has(_ columns: [String]) -> Bool { columns.allSatisfy { keys.contains(TrimmedText.headerKey($0)) } }
        let found = FileKind.allCases.first { kind in
            switch kind {
            case .odsReport: return OdsReport(fileName: name) != nil && OdsReportFile.hasShape(header)
            case .areaLookup: return AreaLookupFile.recognises(header)
            default:
                guard let layout = kind.layout else { return false }
                return has(layout.required) && (layout.alternatives.isEmpty || layout.alternatives.contains(where: has))
            }
        }
        guard let found else { return nil }
        self = found
    }

    /// What a file of data is.
    ///
    /// - Throws: `Refusal` of kind `input`: `not-known` where its columns are those of no file that is read.
    init(_ member: Member) throws(Refusal) {
        if OrdPagesFile.recognises(member.bytes) {
            self = .ordPages
            return
        }
        if AreaCentroidsFile.recognises(member.bytes) {
            self = .areaCentroids
            return
        }
        let header = try LocalIntake.header(member.bytes, named: member.name)
        if let kind = FileKind(header: header, named: member.name) {
            self = kind
            return
        }
        if member.isWorkbook,
            let needs = NeedsFile(sheets: try Workbook.grids(member.bytes, named: member.name)),
            let kind = FileKind(rawValue: needs.rawValue)
        {
            self = kind
            return
        }
        if let row = try FileKind.lowerHeader(of: member) {
            throw Refusal(
                .input, code: "header-moved",
                "\(member.name) has its titles in row \(row), below other rows.",
                remedy: "Delete the rows above them, or ask the sender for the file as it was published.")
        }
        throw RecognisedFile.notKnown(member.name)
    }

    /// How far down titles are looked for that do not stand at the top.
    private static let rowsLookedAt = 12

    /// The row with the titles of a file that is known, where it is not the first.
    private static func lowerHeader(of member: Member) throws(Refusal) -> Int? {
        if member.isWorkbook {
            let rows = try FirstSheet.read(member.bytes, named: member.name).sheet.rows.prefix(rowsLookedAt)
            return rows.first { FileKind(header: $0.cells, named: member.name) != nil }?.number
        }
        var reader = try RowReader(member.bytes, named: member.name)
        // Rows above the titles may have another number of commas, and so another mark between their cells.
        for delimiter in [reader.delimiter, UInt8(ascii: ","), 9] {
            reader = try RowReader(member.bytes, named: member.name, delimiter: delimiter)
            for _ in 0..<rowsLookedAt where reader.next() {
                let titles = reader.cells.indices.map { reader.text(at: $0) }
                if FileKind(header: titles, named: member.name) != nil { return reader.row }
            }
        }
        return nil
    }

    /// Takes files of this kind in.
    package func job(
        into store: Store, by author: Author, at moment: Moment, dropping: [String] = []
    ) throws -> any Importing {
        func local(_ kind: ImportLocalFacts.Facts.Kind) -> any Importing {
            LocalIntake.job(kind, into: store, by: author, at: moment, dropping: dropping)
        }
        if let directory {
            return DirectoryIntake.job(directory, into: store, by: author, at: moment, dropping: dropping)
        }
        if let needs {
            return NeedsIntake.job(needs, into: store, by: author, at: moment, dropping: dropping)
        }
        return switch self {
        case .dentalMonth: try DentalIntake.months(into: store, by: author, at: moment, dropping: dropping)
        case .dentalContracts: try DentalIntake.contracts(into: store, by: author, at: moment, dropping: dropping)
        case .population: local(.population)
        case .contractTypes: local(.contractTypes)
        case .patientCharges: local(.patientCharges)
        case .providerGroups: local(.providerGroups)
        default: preconditionFailure("\(self) is a file of the directory, or on needs")
        }
    }
}

/// What a file on disk is, told before any of it is taken in.
package struct RecognisedFile: Hashable, Sendable {
    package let kind: FileKind
    /// Of the file itself; nil where it is an archive of files.
    package let digest: EvidenceID?

    /// Looks at the first file of data in it: alone, compressed, or in an archive.
    ///
    /// - Throws: `Refusal` of kind `input`: `not-known` where its columns are those of no file that is read, and what
    ///   a file refuses that cannot be read at all.
    package init(at path: String) throws {
        let source = FileSource(path)
        var found: RecognisedFile?
        do {
            try source.forEachMember { member in
                found = try RecognisedFile(member)
                throw Enough()
            }
        } catch is Enough {}
        guard let found else { throw RecognisedFile.notKnown(source.name) }
        self = found
    }

    private init(_ member: Member) throws(Refusal) {
        kind = try FileKind(member)
        digest = member.containerName == nil ? Digest.of(member.bytes) : nil
    }

    /// Titles may be values where a file has no header, so they are not repeated.
    static func notKnown(_ name: String) -> Refusal {
        let kinds = FileKind.allCases.map(\.inWords).joined(separator: "; ")
        return Refusal(
            .input, code: "not-known", "\(name) has the columns of no file that Remit reads by itself.",
            remedy: "It reads: \(kinds). Any other extract comes in once somebody has said what its columns mean.")
    }

    /// One look is enough.
    private struct Enough: Error {}
}
