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

    /// People in each commissioner's area and financial year, growing by 6 in 1,000 a year.
    ///
    /// Columns: commissioner_code, population, period, source. Between one and two UDAs are contracted a
    /// head, as in England; most in Harrowmere, fewest in Saltby.
    public func populationFile() -> [UInt8] {
        var text = PublishedText(header: "commissioner_code,population,period,source", capacity: 2_000)
        for (commissioner, people) in zip(Exemplar.commissioners, Exemplar.peoplePerContract) {
            for year in years {
                text.field(commissioner.code.description)
                text.field(people * contracts * (1_000 + 6 * (year.start - 2024)) / 1_000)
                text.field(year.description)
                text.field("Invented for the exemplar")
                text.endRow()
            }
        }
        return text.bytes
    }

    /// What contracts that stand in `dataTo` are in law; one in six has no row, so that its state stays
    /// unclear.
    ///
    /// Columns: contract_number, contract_type.
    public func contractTypesFile() -> [UInt8] {
        var text = PublishedText(header: "contract_number,contract_type", capacity: 8_000)
        var numbers: [ContractNumber] = []
        for row in terms where numbers.last != row.contract {
            numbers.append(row.contract)
            guard numbers.count % 6 != 0 else { continue }
            let isOrthodontic = row.lines.first?.service == .orthodontic
            text.field(row.contract.description)
            text.field(row.end == nil ? "GDS" : isOrthodontic ? "PDS" : "PDS+")
            text.endRow()
        }
        return text.bytes
    }

    /// The groups that stand behind several companies' names.
    ///
    /// Columns: provider_name, parent_group.
    public func providerGroupsFile() -> [UInt8] {
        var text = PublishedText(header: "provider_name,parent_group", capacity: 600)
        for group in InventedNames.groups {
            for company in group.companies {
                text.field(company)
                text.field(group.group)
                text.endRow()
            }
        }
        return text.bytes
    }

    /// What patients paid in each month of the last financial year, by contract: £7 to £11 for a UDA.
    ///
    /// Columns: contract_number, month, patient_charges.
    public func chargesFile() -> [UInt8] {
        var text = PublishedText(header: "contract_number,month,patient_charges", capacity: 60_000)
        for rows in months where rows[0].month.financialYear == dataTo.financialYear {
            var last: ContractNumber?
            for row in rows where row.contract != last {
                last = row.contract
                guard let units = row.activity?.delivered, units > .zero else { continue }
                let perUnit = 700 + row.contract.description.utf8.reduce(0) { $0 * 7 % 401 + Int($1) } % 401
                text.field(row.contract.description)
                text.field(row.month.description)
                text.field(hundredths: units.scaled(by: perUnit, over: 100).hundredths)
                text.endRow()
            }
        }
        return text.bytes
    }

    private var years: [FinancialYear] {
        (firstMonth.financialYear.start...dataTo.financialYear.start).map { FinancialYear(startingIn: $0) }
    }

    /// For each contract of Wexbourne, in each commissioner's area.
    static let peoplePerContract = [10_400, 6_900, 6_200]
}
