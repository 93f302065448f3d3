/// England's dental contracts in a year's summary figures: what the invented ones are shaped by.
///
/// No row is carried. Source: NHSBSA, English contractor monthly general dental activity, April 2016 to March
/// 2025, Open Government Licence v3.0; own tabulations, over contracts with a target of 500 UDAs or more and
/// all twelve months of the year, unless a figure says otherwise. Courses of treatment are those of one or
/// two months of the year; 2016/17 and 2017/18 take April 2018's. Reviewed: November 2026; look again when a
/// further year is published.
struct NationalYear: Sendable {
    /// The calendar year in which the financial year starts.
    var start: Int
    /// Quantiles of delivered ÷ contracted UDAs at the year's end, at `NationalShape.probabilities` but the
    /// ends.
    var delivered: [Double]
    /// Each month's part of the year's UDAs, April first.
    var season: [Double]
    /// Courses of treatment in thousandths: band 1, 2, 3, urgent, other.
    var mix: [Double]
    /// Contracts in a hundred whose target changed within the year.
    var changedWithin: Int
    /// Contracts in a hundred whose target at the year's end differs from the year before.
    var changedBetween: Int
}

extension NationalYear {
    /// 2016/17 to 2024/25; an earlier or later year takes the nearest.
    static func nearest(to start: Int) -> NationalYear {
        all[min(max(start - all[0].start, 0), all.count - 1)]
    }

    static let all: [NationalYear] = [
        NationalYear(
            start: 2016,
            delivered: [
                0.278, 0.416, 0.641, 0.763, 0.826, 0.869, 0.903, 0.928, 0.959,
                0.975, 0.986, 0.995, 0.999, 1.003, 1.015, 1.031, 1.066, 1.152,
            ],
            season: [
                0.0788, 0.0776, 0.0836, 0.0775, 0.0809, 0.082,
                0.0844, 0.0883, 0.0751, 0.0811, 0.0894, 0.1012,
            ],
            mix: [622, 252, 39, 83, 5], changedWithin: 2, changedBetween: 14),
        NationalYear(
            start: 2017,
            delivered: [
                0.296, 0.45, 0.637, 0.748, 0.813, 0.853, 0.887, 0.912, 0.952,
                0.97, 0.983, 0.993, 0.997, 1.001, 1.012, 1.029, 1.08, 1.151,
            ],
            season: [
                0.0698, 0.082, 0.083, 0.0799, 0.0825, 0.0798,
                0.0899, 0.0897, 0.0711, 0.0866, 0.0895, 0.0961,
            ],
            mix: [622, 252, 39, 83, 5], changedWithin: 2, changedBetween: 14),
        NationalYear(
            start: 2018,
            delivered: [
                0.34, 0.462, 0.639, 0.75, 0.811, 0.857, 0.895, 0.923, 0.962,
                0.979, 0.991, 0.999, 1.002, 1.006, 1.021, 1.038, 1.082, 1.15,
            ],
            season: [
                0.0753, 0.0828, 0.079, 0.0832, 0.0806, 0.0764,
                0.0939, 0.0884, 0.07, 0.0863, 0.0898, 0.0944,
            ],
            mix: [605, 260, 44, 87, 4], changedWithin: 5, changedBetween: 14),
        NationalYear(
            start: 2019,
            delivered: [
                0.281, 0.435, 0.597, 0.707, 0.768, 0.814, 0.849, 0.878, 0.92,
                0.945, 0.963, 0.975, 0.982, 0.989, 1.003, 1.016, 1.044, 1.092,
            ],
            season: [
                0.0802, 0.0834, 0.0785, 0.0901, 0.0799, 0.0825,
                0.0957, 0.0864, 0.074, 0.0889, 0.0934, 0.0669,
            ],
            mix: [588, 268, 49, 92, 4], changedWithin: 12, changedBetween: 15),
        NationalYear(
            start: 2020,
            delivered: [
                0.068, 0.115, 0.159, 0.186, 0.201, 0.214, 0.224, 0.235, 0.256,
                0.279, 0.303, 0.338, 0.358, 0.386, 0.473, 0.546, 0.648, 0.721,
            ],
            season: [
                0.0019, 0.002, 0.0204, 0.0558, 0.0698, 0.0876,
                0.0977, 0.1002, 0.0931, 0.1537, 0.1738, 0.1441,
            ],
            mix: [355, 263, 44, 325, 13], changedWithin: 3, changedBetween: 11),
        NationalYear(
            start: 2021,
            delivered: [
                0.173, 0.264, 0.402, 0.496, 0.551, 0.586, 0.612, 0.632, 0.66,
                0.678, 0.69, 0.706, 0.717, 0.733, 0.793, 0.871, 0.967, 1.027,
            ],
            season: [
                0.084, 0.0738, 0.0847, 0.0782, 0.0718, 0.0687,
                0.0903, 0.0893, 0.0666, 0.0894, 0.097, 0.1061,
            ],
            mix: [525, 275, 54, 139, 7], changedWithin: 5, changedBetween: 5),
        NationalYear(
            start: 2022,
            delivered: [
                0.085, 0.198, 0.385, 0.511, 0.591, 0.649, 0.692, 0.736, 0.808,
                0.874, 0.932, 0.97, 0.984, 0.997, 1.025, 1.065, 1.102, 1.141,
            ],
            season: [
                0.0714, 0.0795, 0.0745, 0.0741, 0.0786, 0.0784,
                0.0838, 0.0896, 0.0747, 0.0886, 0.096, 0.1106,
            ],
            mix: [541, 284, 53, 118, 4], changedWithin: 8, changedBetween: 9),
        NationalYear(
            start: 2023,
            delivered: [
                0.04, 0.149, 0.363, 0.522, 0.622, 0.694, 0.755, 0.806, 0.892,
                0.956, 0.986, 1.003, 1.01, 1.018, 1.051, 1.088, 1.116, 1.158,
            ],
            season: [
                0.0697, 0.0794, 0.0843, 0.0803, 0.0832, 0.0804,
                0.0896, 0.0904, 0.0708, 0.0882, 0.0946, 0.0891,
            ],
            mix: [579, 259, 44, 114, 4], changedWithin: 15, changedBetween: 20),
        NationalYear(
            start: 2024,
            delivered: [
                0.032, 0.141, 0.377, 0.571, 0.677, 0.748, 0.808, 0.854, 0.91,
                0.937, 0.955, 0.973, 0.983, 0.994, 1.023, 1.055, 1.092, 1.153,
            ],
            season: [
                0.0833, 0.0838, 0.0783, 0.0887, 0.0803, 0.0824,
                0.0944, 0.085, 0.0721, 0.0842, 0.0861, 0.0813,
            ],
            mix: [596, 254, 41, 106, 3], changedWithin: 17, changedBetween: 22),
    ]
}
