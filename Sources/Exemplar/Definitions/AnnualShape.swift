/// England's annual contract file in summary figures: 8,588 rows, 7,956 contracts.
///
/// Source: NHSBSA, annual contract file, June 2025, Open Government Licence v3.0; own tabulations. Reviewed:
/// November 2026; look again when the next file is published.
enum AnnualShape {
    /// Months from the end of the financial year to a row's last day, and how often; of the rows with one.
    static let endings: [(months: Int, weight: Int)] = [
        (0, 1089), (12, 132), (6, 130), (36, 120), (5, 73), (-4, 68), (-6, 65), (24, 59), (-9, 53), (37, 45),
        (-11, 43), (48, 38), (72, 34), (-10, 33), (-5, 22), (42, 20),
    ]

    /// Of 7,004 rows with general services, in thousandths: recurring with an end, not recurring with, and
    /// without.
    static let generalRecurringEnding = 67
    static let generalSingleEnding = 46
    /// Contracts with UDAs that have a second, non-recurring row without an end: general services, access,
    /// flexible.
    static let secondGeneral = 33
    static let secondAccess = 7
    static let secondFlexible = 4

    /// Rows with general services that carry a further line, in thousandths of such rows, and that line's
    /// usual part of the row's total, in thousandths.
    static let furtherLines: [(line: FurtherLine, thousandths: Int, part: Int)] = [
        (.orthodontic, 39, 122), (.domiciliary, 22, 3), (.sedation, 9, 18), (.publicHealth, 5, 180),
        (.access, 9, 100), (.excess, 4, 60), (.promotingAccess, 4, 128), (.localPrevention, 4, 86),
    ]
    enum FurtherLine {
        case orthodontic, domiciliary, sedation, publicHealth, access, excess, promotingAccess,
            localPrevention
    }

    /// Contracts without UDAs for each hundred with.
    static let withoutUnits = 16
    /// What they are for, in order, for each hundred of them; orthodontic 50, minor oral surgery 25, and so
    /// on.
    static let kinds: [(kind: Kind, hundredths: Int)] = [
        (.orthodontic, 50), (.minorOralSurgery, 25), (.outOfHours, 9), (.community, 6), (.prison, 6),
        (.endodontic, 4),
    ]
    enum Kind { case orthodontic, minorOralSurgery, outOfHours, community, prison, endodontic }

    /// Pence for a unit of orthodontic activity: the median.
    static let unitOfOrthodontics = 7_862
}
