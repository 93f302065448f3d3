public import Tabular
public import Vocabulary

/// The indicators that the index of deprivation is made of, by small area: a column each.
///
/// A blank cell is a figure that the publisher left out because it is small.
public enum DeprivationIndicatorsFile {
    private static let indicators = [
        "income_domain_numerator", "income_deprivation_affecting_children_index_idaci_numerator",
        "income_deprivation_affecting_older_people_index_idaopi_numerator", "employment_domain_numerator",
        "staying_on_in_education_post_16_indicator", "entry_to_higher_education_indicator",
        "adult_skills_and_english_language_proficiency_indicator", "years_of_potential_life_lost_indicator",
        "comparative_illness_and_disability_ratio_indicator", "acute_morbidity_indicator",
        "mood_and_anxiety_disorders_indicator", "road_distance_to_a_post_office_indicator_km",
        "road_distance_to_a_primary_school_indicator_km",
        "road_distance_to_general_store_or_supermarket_indicator_km", "road_distance_to_a_gp_surgery_indicator_km",
        "household_overcrowding_indicator", "homelessness_indicator_rate_per_1000_households",
        "owner_occupation_affordability_component_of_housing_affordability_indicator",
        "private_rental_affordability_component_of_housing_affordability_indicator", "housing_affordability_indicator",
        "housing_in_poor_condition_indicator", "houses_without_central_heating_indicator",
        "road_traffic_accidents_indicator", "nitrogen_dioxide_component_of_air_quality_indicator",
        "benzene_component_of_air_quality_indicator", "sulphur_dioxide_component_of_air_quality_indicator",
        "particulates_component_of_air_quality_indicator", "air_quality_indicator",
    ]

    static let table = IndicatorTable(
        layout: Layout(
            name: "indicators of deprivation by small area", required: ["lsoa11_code"] + indicators.prefix(11),
            optional: Array(indicators.dropFirst(11))),
        areas: ["lsoa11_code"], period: .column("period"),
        figures: indicators.map { .init(indicator: .own($0), value: $0) }, blank: .suppressed)

    public static let layout = table.layout

    /// - Returns: rows refused as `IndicatorTable.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        try table.read(bytes, named: name, dropping: dropping)
    }
}
