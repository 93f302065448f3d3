import Contracts
import Vocabulary

extension Exemplar {
    /// The annual contract file of `dataTo`, byte for byte as NHSBSA lays it out: 76 columns.
    public func contractsFile() -> [UInt8] {
        let columns = AnnualColumns.all
        var text = PublishedText(header: columns.joined(separator: ","), capacity: 2_200 + terms.count * 290)
        for row in terms {
            let figures = AnnualColumns.figures(of: row)
            text.field(Exemplar.yearMonth(row.asOf))
            text.field(row.commissioner.description)
            text.field(row.commissionerName)
            text.field(row.contract.description)
            text.field(row.providerName)
            text.field(row.isPrison ? "Y" : "N")
            text.field(dayAsPublished(row.start))
            text.field(dayAsPublished(row.end))
            text.field(row.isRecurring ? "Yes" : "No")
            for column in columns.dropFirst(9) { text.field(hundredths: figures[column] ?? 0) }
            text.endRow()
        }
        return text.bytes
    }

    /// As the publisher would call it: `contract_annual_202412.csv`.
    public var contractsFileName: String { "contract_annual_\(Exemplar.yearMonth(dataTo)).csv" }
}

/// The columns of NHSBSA's annual contract file, June 2025, and where a line's money and units stand.
enum AnnualColumns {
    static let all: [String] =
        [
            "YEAR_MONTH", "COMMISSIONER_CODE", "COMMISSIONER_NAME", "CONTRACT_NUMBER", "PROVIDER_NAME",
            "PRISON_IND",
            "START_DATE", "END_DATE", "RECURRING_IND",
        ] + ServiceLine.allCases.map { "\($0.rawValue)_FIN_VALUE" } + [
            "FC_OVERALL_FIN_VALUE", "TOTAL_FIN_VALUE",
        ]
        + uda.map { "\($0)_UDA_TARGET" } + ["CONTRACTED_UDA"] + uoa.map { "\($0)_UOA_TARGET" } + [
            "CONTRACTED_UOA"
        ]
        + cot.map { "\($0)_COT_TARGET" } + ["CONTRACTED_COT"] + local.map { "\($0)_LD_TARGET" }
        + ["FC_OVERALL_LD_TARGET", "CONTRACTED_LOC_DETERMINED"]

    private static let uda = [
        "GENERAL_DENT", "ADV_MAN_SERV_APR17", "ACCESS", "ACCESS_OOH", "PRISON", "COMMUNITY_DS", "ENDO",
        "PERIO",
        "MINOR_ORAL", "PROSTHO", "EXCESS_DELIVERY", "ORAL_HEALTH_ACCESS",
    ]
    private static let uoa = ["ORTHO", "EXCESS_DELIVERY", "OH_ACCESS"]
    private static let cot = ["DOM_VISIT", "SEDATION", "ADD_SERV_EXCESS"]
    private static let local = [
        "DENT_PUB_HEALTH", "THERAPIST_TR", "CPD", "CLIN_AUD", "LOCAL_PREV_IN", "NAT_PREV_INI", "FC_SEC_ACC",
        "FC_PROMO_ACC", "FC_PROV_CARE", "FC_START_WELL", "FC_ENHANCED", "FC_COLLABORATE",
    ]

    /// Pence and hundredths of units by column; a column that is not there is 0.
    static func figures(of terms: ContractTerms) -> [String: Int] {
        var figures = ["TOTAL_FIN_VALUE": terms.total.pence]
        for line in terms.lines {
            let stem = line.service.rawValue
            figures["\(stem)_FIN_VALUE", default: 0] += line.value.pence
            if stem.hasPrefix("FC_") { figures["FC_OVERALL_FIN_VALUE", default: 0] += line.value.pence }
            switch line.units {
            case nil: break
            case .uda(let units):
                figures["\(stem)_UDA_TARGET", default: 0] += units.hundredths
                figures["CONTRACTED_UDA", default: 0] += units.hundredths
            case .uoa(let units):
                let unitStem = stem.hasPrefix("UOA_") ? String(stem.dropFirst(4)) : stem
                figures["\(unitStem)_UOA_TARGET", default: 0] += units.hundredths
                figures["CONTRACTED_UOA", default: 0] += units.hundredths
            case .cot(let units):
                figures["\(stem == "DOMICILIARY" ? "DOM_VISIT" : stem)_COT_TARGET", default: 0] +=
                    units.hundredths
                figures["CONTRACTED_COT", default: 0] += units.hundredths
            case .local(let units):
                figures["\(stem)_LD_TARGET", default: 0] += units.hundredths
                if stem.hasPrefix("FC_") { figures["FC_OVERALL_LD_TARGET", default: 0] += units.hundredths }
                figures["CONTRACTED_LOC_DETERMINED", default: 0] += units.hundredths
            }
        }
        return figures
    }
}
