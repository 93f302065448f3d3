public import Tabular
public import Vocabulary

/// Tables of NHS Dental Statistics and of tooth extractions in hospital, as they are passed on among analysts.
///
/// `NA` is a figure that is not given; among extractions it is one that was suppressed. Extractions are rounded to fives by
/// their publisher.
public enum DentalStatisticsFile: String, Hashable, Sendable, CaseIterable {
    case charges, populations, workforce, workforceAnnex, months, extractions
    /// A month's dental contracts added up by board.
    case boards

    public var layout: Layout { table.layout }

    /// - Returns: rows refused as `IndicatorTable.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        try table.read(bytes, named: name, dropping: dropping)
    }

    private var table: IndicatorTable {
        switch self {
        case .charges:
            // Codes of the Office come second, for an NHS code may stand for other places in other years.
            IndicatorTable(
                layout: Layout(
                    name: "dental charges by commissioner and local authority",
                    required: [
                        "GEOG_TYPE", "SUB_ICB_CODE", "SUB_ICB_ONS_CODE", "LA_CODE", "PATIENT_TYPE",
                        "DENTAL_TREATMENT_BAND", "MEASURE", "VALUE", "FINANCIAL_YR", "POP",
                    ],
                    optional: [
                        "", "DATE", "SUB_ICB_NAME", "LA_NAME", "REGION_CODE", "REGION_ONS_CODE", "REGION_NAME", "ICB",
                    ]),
                areas: ["SUB_ICB_CODE", "LA_CODE"], period: .column("FINANCIAL_YR"),
                parts: ["SUB_ICB_ONS_CODE", "PATIENT_TYPE", "DENTAL_TREATMENT_BAND"], everybody: ["", "NA", "All"],
                figures: [.init(indicator: .own("dental.charges"), denominator: "POP", value: "VALUE")])
        case .populations:
            IndicatorTable(
                layout: Layout(
                    name: "dental populations by commissioner and local authority",
                    required: ["DATE", "SUB_ICB_CODE", "LA_CODE", "PATIENT_TYPE", "POP"], optional: [""]),
                areas: ["SUB_ICB_CODE", "LA_CODE"], period: .column("DATE"), parts: ["PATIENT_TYPE"],
                figures: [.init(indicator: .own("dental.population"), count: "POP")])
        case .workforce:
            IndicatorTable(
                layout: Layout(
                    name: "dental workforce by commissioner",
                    required: [
                        "Year", "Geography", "Parent_Code_1", "Sub_ICB_Code", "Group", "Contract_Type", "Age_Group",
                        "Gender", "Dentist_Type", "Dentist_Count",
                    ], optional: ["", "Financial_yr", "Region", "ICB"]),
                areas: ["Sub_ICB_Code", "Parent_Code_1"], period: .column("Year"),
                parts: ["Geography", "Group", "Contract_Type", "Age_Group", "Gender", "Dentist_Type"],
                figures: [.init(indicator: .own("dental.dentists"), count: "Dentist_Count")])
        case .workforceAnnex:
            IndicatorTable(
                layout: Layout(
                    name: "dental workforce, annex 3",
                    required: [
                        "Year", "Geography", "Parent_Code_1", "Parent_Code_2", "Org_Code", "Contract_Type",
                        "Age_Group", "Gender", "Dentist_Count",
                    ]),
                areas: ["Org_Code", "Parent_Code_2", "Parent_Code_1"], period: .column("Year"),
                parts: ["Geography", "Parent_Code_1", "Parent_Code_2", "Contract_Type", "Age_Group", "Gender"],
                figures: [.init(indicator: .own("dental.dentists"), count: "Dentist_Count")])
        case .months:
            IndicatorTable(
                layout: Layout(
                    name: "dental activity by month and board",
                    required: ["schedule_month", "commissioner_name"] + DentalStatisticsFile.monthly,
                    optional: ["region_name"]),
                areas: ["commissioner_name"], period: .column("schedule_month"),
                figures: DentalStatisticsFile.monthly.map { .init(indicator: .own("dental.\($0)"), count: $0) })
        case .extractions:
            IndicatorTable(
                layout: Layout(
                    name: "tooth extractions in hospital by local authority",
                    required: [
                        "la_code", "la_name", "name", "extractions", "population_est", "year", "rate_per_100000",
                    ],
                    optional: ["region"]),
                areas: ["la_code", "la_name"], period: .column("year"), parts: ["name"], everybody: ["total_0_19yrs"],
                figures: [
                    .init(
                        indicator: .own("dental.extractions"), count: "extractions", denominator: "population_est",
                        value: "rate_per_100000")
                ], blank: .suppressed, areaName: "la_name")
        case .boards:
            IndicatorTable(
                layout: Layout(
                    name: "dental contracts of a month by board, added up",
                    required: ["commissioner_code", "commissioner_name"] + DentalStatisticsFile.added),
                areas: ["commissioner_code"], period: .fileName,
                figures: DentalStatisticsFile.added.map { .init(indicator: .own("dental.\($0)"), value: $0) },
                areaName: "commissioner_name")
        }
    }

    private static let added = [
        "contracts", "uda_target", "uda_financial_value", "avg_uda_value", "uda_delivered_month", "late_fp17",
        "hhi_by_provider_name_of_uda_target",
    ]

    private static let monthly = [
        "monthly_ud_as_delivered", "monthly_uo_as_delivered", "urgent_forms",
        "any_band_unique_patients_rolling_12_month", "band_1_unique_patients_rolling_12_month",
        "band_2_or_3_unique_patients_rolling_12_month", "urgent_band_1_unique_patients_rolling_12_month",
        "other_unique_patients_rolling_12_month",
    ]
}
