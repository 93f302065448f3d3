import Contracts
import Vocabulary

extension Exemplar {
    /// A file that stands beside the published ones, made up too.
    public struct CompanionFile: Hashable, Sendable {
        public var name: String
        public var bytes: [UInt8]
    }

    /// Populations, contract types, provider groups and patient charges, in that order.
    public var companionFiles: [CompanionFile] {
        [
            CompanionFile(name: "populations.csv", bytes: populationFile()),
            CompanionFile(name: "contract-types.csv", bytes: contractTypesFile()),
            CompanionFile(name: "provider-groups.csv", bytes: providerGroupsFile()),
            CompanionFile(name: "patient-charges.csv", bytes: chargesFile()),
        ]
    }

    /// People in each commissioner's area: 1.4 UDAs contracted a head in Wexbourne, more in Harrowmere, fewer
    /// in Saltby.
    public func populationFile() -> [UInt8] {
        var text = PublishedText(header: "code,population,period,source", capacity: 400)
        for (commissioner, people) in zip(Exemplar.commissioners, Exemplar.populations(contracts: contracts))
        {
            text.field(commissioner.code.description)
            text.field(people)
            text.field("mid-\(dataTo.financialYear.start - 1)")
            text.field("Invented")
            text.endRow()
        }
        return text.bytes
    }

    /// GDS or PDS for contracts that stand in `dataTo`; one in six has none, so that its state stays unclear.
    public func contractTypesFile() -> [UInt8] {
        var text = PublishedText(header: "contract,type", capacity: 8_000)
        var written: Set<String> = []
        for (place, row) in terms.enumerated() where place % 6 != 5 {
            guard written.insert(row.contract.description).inserted else { continue }
            text.field(row.contract.description)
            text.field(row.end == nil && row.isRecurring ? "GDS" : "PDS")
            text.endRow()
        }
        return text.bytes
    }

    /// The groups that stand behind several companies' names.
    public func providerGroupsFile() -> [UInt8] {
        var text = PublishedText(header: "provider,group", capacity: 400)
        for group in InventedNames.groups {
            for company in group.companies {
                text.field(company)
                text.field(group.group)
                text.endRow()
            }
        }
        return text.bytes
    }

    /// Patient charges that each commissioner's contracts collected in each financial year, up to `dataTo`.
    public func chargesFile() -> [UInt8] {
        var text = PublishedText(header: "code,year,charges", capacity: 800)
        let years = Set(months.map { $0[0].month.financialYear }).sorted()
        for commissioner in Exemplar.commissioners {
            for year in years {
                let rows = months.joined().filter {
                    $0.month.financialYear == year && $0.commissioner == commissioner.code
                }
                let units = rows.compactMap(\.activity?.delivered).filter { $0 > .zero }.total()
                text.field(commissioner.code.description)
                text.field(year.description)
                text.field(hundredths: units.scaled(by: 970, over: 100).hundredths)
                text.endRow()
            }
        }
        return text.bytes
    }

    private static func populations(contracts: Int) -> [Int] {
        [1_168_400, 792_300, 705_800].map { $0 / 96 * contracts }
    }
}
