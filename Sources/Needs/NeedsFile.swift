public import Tabular
public import Vocabulary

/// The public files on populations, deprivation and indicators that are read.
public enum NeedsFile: String, Hashable, Sendable, CaseIterable {
    case registeredPatients, areaPopulations, areaDeprivation, areaCentroids, deprivationIndicators
    case practiceDeprivation, qofPrevalence, networkIndicators, fingertips
    case dentalCharges, dentalPopulations, dentalWorkforce, dentalWorkforceAnnex, dentalMonths, dentalExtractions
    case dentalBoards, deprivationSummaries, dentalAnnex, dentalList

    /// Its name in a sentence: `QOF prevalence by practice`.
    public var inWords: String {
        switch self {
        case .areaCentroids: "centroids of small areas (JSON)"
        case .dentalList: DentalListFile.name
        default: layout?.name ?? workbook?.name ?? rawValue
        }
    }

    /// The columns by which it is known; nil where its beginning tells it, or the titles on its sheets.
    public var layout: Layout? {
        switch self {
        case .registeredPatients: RegisteredPatientsFile.layout
        case .areaPopulations: AreaPopulationFile.layout
        case .areaDeprivation: DeprivationFile.layout
        case .areaCentroids: nil
        case .deprivationIndicators: DeprivationIndicatorsFile.layout
        case .practiceDeprivation: PracticeDeprivationFile.layout
        case .qofPrevalence: QofFile.layout
        case .networkIndicators: NetworkIndicatorsFile.layout
        case .fingertips: FingertipsFile.layout
        case .dentalCharges, .dentalPopulations, .dentalWorkforce, .dentalWorkforceAnnex, .dentalMonths,
            .dentalExtractions, .dentalBoards:
            dental?.layout
        case .deprivationSummaries, .dentalAnnex, .dentalList: nil
        }
    }

    /// A workbook that is known by the titles on its sheets, wherever they stand; nil where none of them is.
    public init?(sheets: [SheetGrid]) {
        let found = NeedsFile.allCases.first { file in
            file == .dentalList ? DentalListFile.recognises(sheets) : file.workbook?.recognises(sheets) ?? false
        }
        guard let found else { return nil }
        self = found
    }

    private var workbook: IndicatorWorkbook? {
        switch self {
        case .deprivationSummaries: DeprivationSummariesFile.workbook
        case .dentalAnnex: DentalAnnexFile.workbook
        case .dentalExtractions: DentalStatisticsFile.extractionsWorkbook
        default: nil
        }
    }

    private var dental: DentalStatisticsFile? {
        switch self {
        case .dentalCharges: .charges
        case .dentalPopulations: .populations
        case .dentalWorkforce: .workforce
        case .dentalWorkforceAnnex: .workforceAnnex
        case .dentalMonths: .months
        case .dentalExtractions: .extractions
        case .dentalBoards: .boards
        default: nil
        }
    }

    /// A file that is no workbook.
    ///
    /// - Throws: `Refusal` of the whole file, as its own reader; `not-a-workbook` of kind `input` where it comes only as one.
    public func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> NeedsReading {
        switch self {
        case .registeredPatients:
            return .patients(try RegisteredPatientsFile.read(bytes, named: name, dropping: dropping))
        case .areaPopulations:
            return .populations(try AreaPopulationFile.read(bytes, named: name, dropping: dropping))
        case .areaDeprivation:
            return .deprivation(try DeprivationFile.read(bytes, named: name, dropping: dropping))
        case .areaCentroids: return .centroids(try AreaCentroidsFile.read(bytes, named: name))
        case .deprivationIndicators:
            return .indicators(try DeprivationIndicatorsFile.read(bytes, named: name, dropping: dropping))
        case .practiceDeprivation:
            return .indicators(try PracticeDeprivationFile.read(bytes, named: name, dropping: dropping))
        case .qofPrevalence: return .indicators(try QofFile.read(bytes, named: name, dropping: dropping))
        case .networkIndicators:
            return .indicators(try NetworkIndicatorsFile.read(bytes, named: name, dropping: dropping))
        case .fingertips: return .indicators(try FingertipsFile.read(bytes, named: name, dropping: dropping))
        case .dentalCharges, .dentalPopulations, .dentalWorkforce, .dentalWorkforceAnnex, .dentalMonths,
            .dentalExtractions, .dentalBoards:
            guard let dental else { preconditionFailure("\(self) is a table of dental statistics") }
            return .indicators(try dental.read(bytes, named: name, dropping: dropping))
        case .deprivationSummaries, .dentalAnnex, .dentalList:
            throw Refusal(.input, code: "not-a-workbook", "\(name) is no workbook, as \(inWords) is.")
        }
    }

    /// A workbook, sheet by sheet.
    ///
    /// - Throws: `Refusal` of the whole file, as its own reader; `workbook-not-read` of kind `input` where it comes otherwise.
    public func read(
        _ sheets: [SheetGrid], named name: String, dropping: [String] = []
    ) throws(Refusal) -> NeedsReading {
        if self == .dentalList { return .sites(try DentalListFile.read(sheets, named: name, dropping: dropping)) }
        guard let workbook else {
            throw Refusal(
                .input, code: "workbook-not-read", "\(name) is a workbook, and \(inWords) is read from CSV.",
                remedy: "Save its sheet as CSV and give that.")
        }
        return .indicators(try workbook.read(sheets, named: name, dropping: dropping))
    }
}

/// What one of the files says.
public enum NeedsReading: Sendable {
    case patients(PatientsReading)
    case populations(Reading<AreaPopulation>)
    case deprivation(Reading<AreaDeprivation>)
    case centroids(Reading<AreaCentroid>)
    /// One row may have several values.
    case indicators(Reading<[IndicatorValue]>)
    case sites(Reading<ListedSite>)

    public var rowsRead: Int {
        switch self {
        case .patients(let reading): reading.rows.rowsRead
        case .populations(let reading): reading.rowsRead
        case .deprivation(let reading): reading.rowsRead
        case .centroids(let reading): reading.rowsRead
        case .indicators(let reading): reading.rowsRead
        case .sites(let reading): reading.rowsRead
        }
    }

    public var rowsKept: Int {
        switch self {
        case .patients(let reading): reading.rows.values.count
        case .populations(let reading): reading.values.count
        case .deprivation(let reading): reading.values.count
        case .centroids(let reading): reading.values.count
        case .indicators(let reading): reading.values.count
        case .sites(let reading): reading.values.count
        }
    }

    public var problems: [Problem] {
        switch self {
        case .patients(let reading): reading.rows.problems
        case .populations(let reading): reading.problems
        case .deprivation(let reading): reading.problems
        case .centroids(let reading): reading.problems
        case .indicators(let reading): reading.problems
        case .sites(let reading): reading.problems
        }
    }

    /// Codes of the areas, practices or contracts that it has figures of.
    public var areas: Set<String> {
        switch self {
        case .patients(let reading):
            Set(reading.rows.values.lazy.filter { $0.value.level == .practice }.map(\.value.organisation.description))
        case .populations(let reading): Set(reading.values.lazy.map(\.value.area))
        case .deprivation(let reading): Set(reading.values.lazy.map(\.value.area))
        case .centroids(let reading): Set(reading.values.lazy.map(\.value.area))
        case .indicators(let reading): Set(reading.values.lazy.flatMap(\.value).map(\.area))
        case .sites(let reading): Set(reading.values.lazy.map(\.value.contract))
        }
    }
}
