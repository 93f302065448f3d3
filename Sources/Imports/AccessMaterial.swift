package import Contracts
package import Needs
package import Organisations
package import Tabular

/// What public and local files say for a question on access to care, before it is joined.
package struct AccessMaterial: Sendable {
    package var populations: [AreaPopulation] = []
    package var centroids: [AreaCentroid] = []
    package var deprivation: [AreaDeprivation] = []
    package var lookups: [AreaLookup] = []
    package var dental: [DentalMonth] = []
    package var sites: [SitesFile.Entry] = []
    /// A commissioner's list of dental contracts and practices.
    package var listed: [ListedSite] = []
    package var travel: AccessQuestion.TravelTable?
    /// Every file, in the order in which they were given.
    package var sources: [FigureSource] = []
    /// Rows that were refused, by file.
    package var refused: [(name: String, rows: Int)] = []

    /// Of local files, with the file's name: people can mend them.
    package var problems: [(problem: Problem, file: String)] = []

    package init() {}

    /// What of dental care is supplied.
    package enum Supply: String, Sendable, CaseIterable {
        /// UDAs contracted for the year, as the last month given has them.
        case contracted
        /// UDAs delivered in the months given, added up.
        case delivered
    }

    /// Of whom the answer is.
    package enum Asked: Hashable, Sendable {
        case board(String)
        case location(String)

        package var code: String {
            switch self {
            case .board(let code), .location(let code): code
            }
        }

        var inWords: String {
            if case .board = self { "board" } else { "sub-ICB location" }
        }

        func names(_ lookup: AreaLookup) -> AreaLookup.Names? {
            if case .board = self { lookup.icb } else { lookup.subICB }
        }
    }
}
