import Vocabulary

/// What does not change from year to year in England's summary figures; source and review as `NationalYear`.
enum NationalShape {
    /// The probabilities at which quantiles are kept.
    static let probabilities: [Double] = [
        0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99,
        1,
    ]

    /// Quantiles of the target in UDAs, December 2023, targets of 100 or more; the ends drawn in.
    static let targets: [Double] = [
        150, 378, 500, 806, 1413, 2197, 3300, 4563, 5926, 8032, 10603, 13394, 16425, 18429, 20814, 27657,
        34341,
        43259, 52053, 75000,
    ]

    /// Quantiles of pounds per UDA, December 2023, targets of 100 or more; the top two in a hundred drawn in
    /// to £55, so that only what is planted lies outside a plausible band.
    static let unitValues: [Double] = [
        25.3, 25.33, 25.34, 26.24, 27.26, 28.06, 28.84, 29.28, 29.9, 30.83, 31.83, 33.04, 34.51, 35.31, 36.35,
        39.47,
        43.15, 50, 52, 55,
    ]

    /// Targets in a hundred that are whole hundreds, and that are whole tens but not hundreds, December 2023.
    static let wholeHundreds = 23
    static let wholeTens = 12

    /// Level of published values in a month; December 2023 is 1.
    static func level(_ month: Month) -> Double {
        for uplift in uplifts.reversed() where uplift.from <= month { return uplift.level }
        return uplifts[0].level
    }

    /// Months in which the national uplift reached the published values, and the level from then on; December
    /// 2023 is 1.
    static let uplifts: [(from: Month, level: Double)] = [
        (Month(index: 0), 0.8269), (Month("201812")!, 0.8407), (Month("201904")!, 0.8462),
        (Month("201910")!, 0.8667),
        (Month("202011")!, 0.8883), (Month("202111")!, 0.9081), (Month("202301")!, 0.9512),
        (Month("202310")!, 1),
        (Month("202502")!, 1.0464),
    ]

    /// Child patients in twelve months per UDA contracted, and adults in twenty-four: quantiles, December
    /// 2023.
    static let patientProbabilities: [Double] = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1]
    static let children: [Double] = [0.015, 0.028, 0.038, 0.056, 0.078, 0.118, 0.225, 0.329, 0.4]
    static let adults: [Double] = [0.03, 0.055, 0.086, 0.151, 0.204, 0.25, 0.295, 0.325, 0.36]

    /// Months between which the next two are linear.
    static let patientMonths: [Double] = [
        "201604", "201906", "202006", "202011", "202104", "202206", "202212", "202306", "202312", "202406",
        "202412",
    ].map { Double(Month($0)!.index) }
    /// Median child patients per UDA contracted, against December 2023.
    static let childLevels: [Double] = [1, 1.01, 0.92, 0.56, 0.45, 0.82, 0.9, 0.97, 1, 1.04, 1.06]
    /// Median adult patients per UDA contracted, against December 2023.
    static let adultLevels: [Double] = [1.17, 1.17, 1.14, 1.06, 1, 0.88, 0.95, 0.985, 1, 1.015, 1.02]

    /// The share of band 2 that is 2a, 2b and 2c, December 2023.
    static let bandTwo: [Double] = [0.740, 0.248, 0.012]

    /// A lasting part and one that fades give the rank correlation of one year's delivered share with
    /// another's.
    ///
    /// In England 0.57 a year apart, 0.43 two, 0.35 three, 0.33 five before the pandemic; 0.68 a year apart
    /// since.
    static let lastingVariance = 0.3
    static func fading(into year: Int) -> Double { year >= 2022 ? 0.54 : 0.39 }
    /// How much of its standing a contract keeps in 2020/21: the ranks of 2019/20 and 2020/21 correlate by
    /// 0.2 only.
    static let pandemicStanding = 0.5

    /// Median standard deviation of log monthly delivery about the season: 0.25 at 1,700 UDAs, 0.14 at
    /// 28,000.
    static func monthlyNoise(target: Double) -> Double {
        min(0.28, max(0.11, 0.58 - 0.0445 * naturalLog(target)))
    }
    /// Correlation of a month's deviation with the next month's, the trend within the year taken out.
    static let noiseCarriedOver = 0.25
    /// Standard deviation of the log trend from mid-year to either end.
    static let trendWithinYear = 0.21
    /// The first and last months of a year stray more: factors on the noise, April first.
    static let noiseByMonth: [Double] = [1.27, 1, 1, 1, 1, 0.92, 0.87, 0.9, 1, 1.1, 1.25, 1.7]

    /// Rows in a hundred: published units equal the bands' sum exactly; by one unit for each course in
    /// "other"; the rest differ by one of the commonest differences, December 2023.
    static let exactRows = 57
    static let otherExplains = 24
    static let differences: [Int] = [
        100, 100, 200, 100, 300, 1200, -100, 400, 1300, -300, 500, -120, 200, 1400,
    ]

    /// Rows in a hundred without claims: more where the target is small.
    static func blankRows(target: Int) -> Double { target < 2_000 ? 9 : 0.3 }

    /// Contracts in a hundred with a foundation dentist; rows in a hundred with late claims.
    static let foundationContracts = 11
    static let lateRows = 11

    /// Contracts in a hundred that begin, and that end, within a year (2018/19 to 2024/25).
    static let beginning = 3.2
    static let ending = 2.6
}
