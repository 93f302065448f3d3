public import Vocabulary

/// The difference between actual and planned cost, split into price, volume and mix.
public enum SplitVariance {
    /// Each line's parts. With q and c for activity and cost, 0 for planned and 1 for actual, and Q for the activity of
    /// all lines of the same provider and point of delivery, whose units can be added up:
    ///
    /// - price  = c₁ − c₀ × q₁ ÷ q₀: the actual activity at actual less planned prices;
    /// - volume = c₀ × Q₁ ÷ Q₀ − c₀: the planned make-up, grown as the whole grew;
    /// - mix    = c₀ × q₁ ÷ q₀ − c₀ × Q₁ ÷ Q₀: the rest of what activity alone brings.
    ///
    /// Each product is rounded to the penny, halves away from zero, and each part of a coarser level is the sum of its
    /// lines, so the three come to c₁ − c₀ at every level. A line without a plan has no planned price: its own is
    /// taken, so that its cost lies in volume and mix; one that takes over from a stopped line is then mix, not volume.
    /// Where nothing of a provider's point of delivery was planned, all is volume. Money without activity, planned or
    /// actual (a block, an adjustment), is price.
    ///
    /// - Returns: a row for each line, in their order.
    /// - Throws: `Refusal`, code `variance-too-large`, where a product does not fit.
    /// - Reference: sales-mix and sales-quantity variances of standard costing: Horngren, Datar and Rajan, Cost
    ///   Accounting: A Managerial Emphasis (flexible-budget, sales-mix and sales-quantity variance).
    public static func rows(of lines: [ActivityPosition.Row]) throws(Refusal) -> [ActivityVariance.Row] {
        let groups = Dictionary(grouping: lines.filter(\.figures.isCounted)) { $0.line.summed(by: [.pointOfDelivery]) }
        let volumes = groups.mapValues { members in
            members.reduce(PlanAndActual.nothing) { $0 + $1.figures }
        }
        var rows: [ActivityVariance.Row] = []
        for row in lines {
            let figures = row.figures
            let parts = try split(
                figures, within: volumes[row.line.summed(by: [.pointOfDelivery])] ?? .nothing, row.line)
            rows.append(
                ActivityVariance.Row(
                    line: row.line, figures: figures, variance: parts, lines: 1, new: figures.isPlanned ? 0 : 1,
                    stopped: figures.hasCome ? 0 : 1))
        }
        guard fits(rows.flatMap { [$0.variance.price.pence, $0.variance.volume.pence, $0.variance.mix.pence] }) else {
            throw Refusal(
                .input, code: "variance-too-large", "The parts of the variance do not add up within 64 bits.",
                remedy: "Look for planned activity that is next to nothing beside its planned price.")
        }
        return rows
    }

    private static func split(
        _ figures: PlanAndActual, within whole: PlanAndActual, _ line: ActivityLine
    ) throws(Refusal) -> ActivityVariance {
        var variance = ActivityVariance()
        if figures.isCounted {
            let standard =
                figures.plannedActivity == .zero
                ? figures.cost
                : try scaled(figures.plannedCost, by: figures.activity, over: figures.plannedActivity, line)
            // Without a plan of the whole, or with one of less than nothing, there is no make-up to grow.
            let grown =
                whole.plannedActivity > .zero
                ? try scaled(figures.plannedCost, by: whole.activity, over: whole.plannedActivity, line) : standard
            variance.price = figures.cost - standard
            variance.volume = grown - figures.plannedCost
            variance.mix = standard - grown
        } else {
            variance.price = figures.difference
        }
        if !figures.isPlanned { variance.newLines = figures.difference }
        if !figures.hasCome { variance.stoppedLines = figures.difference }
        return variance
    }

    private static func scaled(
        _ cost: Money, by activity: ActivityAmount, over planned: ActivityAmount, _ line: ActivityLine
    ) throws(Refusal) -> Money {
        let product = Int128(cost.pence) * Int128(activity.tenThousandths)
        let divisor = Int128(planned.tenThousandths)
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
        let isHalf = remainder.magnitude * 2 >= divisor.magnitude
        let rounded = isHalf ? quotient + ((product < 0) == (divisor < 0) ? 1 : -1) : quotient
        // Far within 64 bits, so that it may be taken from other amounts; sums are looked at when all are known.
        guard rounded.magnitude <= Int.max / 1_000 else {
            throw Refusal(
                .input, code: "variance-too-large",
                "The planned price of \(line.inWords) times its activity is beyond any contract: \(cost.description) for "
                    + "\(planned) planned, and \(activity) came.",
                remedy: "Correct its planned activity.")
        }
        return Money(pence: Int(rounded))
    }
}

extension PlanAndActual {
    /// True where the money goes with activity: so it does where activity was planned, or came without any plan.
    var isCounted: Bool { plannedActivity != .zero || (plannedCost == .zero && activity != .zero) }
}
