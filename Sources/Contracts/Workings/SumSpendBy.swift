import Methods
public import Vocabulary

/// Sums the expected recovery of a year by commissioner, with intervals.
///
/// Means add. For the interval each contract's recovery has the variance of its own forecast, and a share of every
/// contract's error is common to all (a hard winter, a strike), so that
/// `variance of the sum = (1 − common) × Σ variance + common × (Σ deviation)²`: with nothing in common errors cancel,
/// with everything in common they add. The interval is the normal one, cut off at nothing.
public enum SumSpendBy {
    /// - Parameters:
    ///   - positions: of one month, with projections; in March, the outcomes themselves, without a width.
    ///   - common: the share of error that contracts have in common, as the back-test measured it.
    ///   - place: the organisation that a code stands for on the day asked about.
    ///   - name: for reading, by that organisation.
    /// - Throws: a refusal where there are no positions or their year is not judged by a threshold.
    public static func sum(
        _ positions: [Position], by rules: DentalYearRules, common: Share, on day: Day,
        place: (OrganisationCode) -> OrganisationCode = { $0 }, name: (OrganisationCode) -> String? = { _ in nil }
    ) throws(Refusal) -> SpendBy {
        precondition(common >= Share(percent: 0) && common <= .whole, "a share of error is 0 to 100 per cent")
        guard let dataTo = positions.first?.dataTo else {
            throw Refusal(.input, code: "no-positions", "No contract has a position in that month.")
        }
        guard rules.yearEnd.isJudged else {
            throw Refusal(
                .rule, code: "year-not-judged",
                "\(rules.year) is not judged by a threshold, so no recovery can be expected.",
                remedy: "Choose another year; see remit rules list for \(DentalRuleID.yearEndJudged).")
        }
        var groups: [OrganisationCode: Group] = [:]
        var whole = Group(name: "All")
        var heldOut = MovableMoney.Beside.none
        var closing = MovableMoney.Beside.none
        var notForecast = MovableMoney.Beside.none
        for position in positions {
            if position.isHeldOut {
                heldOut.add(position.recovery ?? .zero)
            } else if position.standing == .closed {
                closing.add(position.value)
            } else if let recovery = position.recovery {
                let code = place(position.commissioner)
                let deviation = position.yearEnd == nil ? position.projection?.recoveryDeviation ?? 0 : 0
                let isBelow =
                    position.yearEnd.map { $0.band == .belowThreshold }
                    ?? ((position.projection?.probabilityBelow ?? 0) > 0.5)
                groups[code, default: Group(name: name(code) ?? position.commissionerName)]
                    .add(recovery, deviation: deviation, isBelow: isBelow)
                whole.add(recovery, deviation: deviation, isBelow: isBelow)
            } else if position.contracted > .zero {
                notForecast.add(position.value)
            }
        }
        let lines: [SpendBy.Line] = groups.map { $1.line(of: $0, common: common) }
            .sorted { (left: SpendBy.Line, right: SpendBy.Line) -> Bool in
                if left.name != right.name { return left.name < right.name }
                guard let one = left.commissioner, let other = right.commissioner else { return false }
                return one < other
            }
        let lastDay = rules.spendBy
        return SpendBy(
            dataTo: dataTo, day: day, lastDay: lastDay, commitBy: lastDay.adding(days: -rules.commitLead),
            commissioners: lines, whole: whole.line(of: nil, common: common), heldOut: heldOut, closing: closing,
            notForecast: notForecast)
    }

    private struct Group {
        var name: String
        var contracts = 0
        var likelyBelow = 0
        var mean = Money.zero
        var variances = 0.0
        var deviations = 0.0

        mutating func add(_ recovery: Money, deviation: Double, isBelow: Bool) {
            contracts += 1
            if isBelow { likelyBelow += 1 }
            mean += recovery
            variances += deviation * deviation
            deviations += deviation
        }

        func line(of commissioner: OrganisationCode?, common: Share) -> SpendBy.Line {
            let shared = common.approximate
            let deviation = ((1 - shared) * variances + shared * deviations * deviations).squareRoot()
            let intervals = [50, 90].map { level in
                let half = Int((StandardNormal.halfWidth(level: level) * deviation).rounded())
                return Estimate<Money>.Interval(
                    level: level, low: Money(pence: max(0, mean.pence - half)), high: Money(pence: mean.pence + half))
            }
            return SpendBy.Line(
                commissioner: commissioner, name: name, contracts: contracts, likelyBelow: likelyBelow,
                expected: Estimate(
                    value: mean, intervals: intervals,
                    method: "sum of means; normal interval with \(common) of error in common"))
        }
    }
}
