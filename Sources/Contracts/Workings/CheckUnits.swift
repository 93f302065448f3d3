public import Vocabulary

/// Checks a month's published UDAs against its courses of treatment, row by row.
///
/// - Source: NHSBSA, English contractor monthly general dental activity; UDAs by band from the Rulebook.
public enum CheckUnits {
    /// - Parameters:
    ///   - rows: of one month.
    ///   - values: of the month's last day.
    /// - Throws: a refusal where there are no rows, or rows of several months.
    public static func check(_ rows: [DentalMonth], by values: BandValues) throws(Refusal) -> UnitCheck {
        guard let month = rows.first?.month else {
            throw Refusal(.input, code: "no-rows", "No rows are held for that month.")
        }
        guard rows.allSatisfy({ $0.month == month }) else {
            throw Refusal(.input, code: "several-months", "The rows are of several months; the check is of one.")
        }
        var check = UnitCheck(
            month: month, counted: .zero, published: .zero, exact: 0, exactWithOther: 0, blank: 0, differences: [])
        for row in rows {
            guard let activity = row.activity else {
                check.blank += 1
                continue
            }
            let counted = units(of: activity.bands, by: values)
            check.counted += counted
            check.published += activity.delivered
            let difference = activity.delivered - counted
            let other = activity.bands.other
            if difference == .zero {
                check.exact += 1
            } else if other > 0, difference >= values.otherLow.scaled(by: other, over: 1),
                difference <= values.otherHigh.scaled(by: other, over: 1)
            {
                check.exactWithOther += 1
            } else {
                check.differences.append(
                    UnitCheck.Difference(
                        contract: row.contract, commissioner: row.commissioner, providerName: row.providerName,
                        counted: counted, published: activity.delivered, otherCourses: other,
                        cause: cause(of: difference, counted: counted, activity: activity, values: values)))
            }
        }
        check.differences.sort {
            let (left, right) = (abs($0.units.hundredths), abs($1.units.hundredths))
            return left == right ? $0.contract < $1.contract : left > right
        }
        return check
    }

    /// Courses × UDAs for their band, "other" not counted.
    public static func units(of bands: BandCounts, by values: BandValues) -> Units {
        var total = values.one.scaled(by: bands.one, over: 1) + values.three.scaled(by: bands.three, over: 1)
        total += values.urgent.scaled(by: bands.urgent, over: 1)
        switch bands.two {
        case .whole(let count):
            total += values.two.scaled(by: count, over: 1)
        case .parts(let a, let b, let c):
            let parts = values.twoParts ?? .init(a: values.two, b: values.two, c: values.two)
            total += parts.a.scaled(by: a, over: 1) + parts.b.scaled(by: b, over: 1)
            total += parts.c.scaled(by: c, over: 1)
        }
        return total
    }

    private static func cause(
        of difference: Units, counted: Units, activity: DentalActivity, values: BandValues
    ) -> UnitCheck.Cause {
        if case .whole(let count) = activity.bands.two, values.twoParts != nil, count > 0, difference > .zero {
            return .unsplitBandTwo
        }
        if counted == .zero || activity.delivered == .zero { return .unitsAndCoursesApart }
        return difference < .zero ? .withdrawnClaims : .amendedClaims
    }
}
