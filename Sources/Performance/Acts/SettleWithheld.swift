public import Vocabulary

/// Says what becomes of all that is held back for a milestone: released to the provider, kept for good, or repaid with
/// interest because it was withheld wrongly. What was kept for good may still be repaid.
///
/// Refused: nothing held back for it that is not settled (`nothing-withheld`), no reason (`no-reason`), money kept for good
/// for a milestone that was met (`milestone-met`), a repayment without a rate (`rate-missing`), a rate beyond nil to 100 %
/// (`rate-out-of-range`) or where nothing is repaid (`rate-not-due`).
public struct SettleWithheld: MatterAct {
    public static let name = "settleWithheld"

    public var matter: Slug
    public var milestone: Slug
    public var settlement: ContractMatter.Settlement
    public var reason: String
    public var on: Day
    /// What a repayment bears a year, in hundredths of a per cent: 825 is 8.25 %.
    public var rateHundredths: Int?

    public init(
        matter: Slug, milestone: Slug, settlement: ContractMatter.Settlement, reason: String, on: Day,
        rateHundredths: Int? = nil
    ) {
        (self.matter, self.milestone, self.settlement) = (matter, milestone, settlement)
        (self.reason, self.on, self.rateHundredths) = (reason, on, rateHundredths)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        let found = start.milestones[try start.place(of: milestone)]
        try refuseBlank(reason: reason, for: "what becomes of the money withheld")
        try refuseRate()
        let places = start.withholdings.indices.filter {
            let one = start.withholdings[$0]
            return one.milestone == milestone && (settlement == .repaid ? one.canBeRepaid : one.settlement == nil)
        }
        guard !places.isEmpty else {
            throw Refusal(
                .rule, code: "nothing-withheld", "Nothing is held back for “\(milestone)” that is not settled.",
                remedy: "See remit activity notice show \(matter).")
        }
        if settlement == .retained, let met = found.metOn {
            throw Refusal(
                .rule, code: "milestone-met",
                "The milestone “\(milestone)” was met on \(met.inWords): what was held back for it is not kept for good.",
                remedy: "Release it.")
        }
        let amount = places.map { start.withholdings[$0].amount }.total()
        let interest = places.map { place in
            rateHundredths.map {
                SimpleInterest.of(start.withholdings[place].amount, at: $0, from: start.withholdings[place].on, to: on)
            }
        }
        var held = try start.stepping(
            Self.name, to: start.state, on: on,
            "\(amount) \(settlement.rawValue) for “\(milestone)”\(bearing(interest.compactMap(\.self).total())): \(reason)",
            at: moment)
        for (place, interest) in zip(places, interest) {
            held.withholdings[place].settlement = settlement
            held.withholdings[place].settledOn = on
            (held.withholdings[place].rateHundredths, held.withholdings[place].interest) = (rateHundredths, interest)
        }
        return held
    }

    private func bearing(_ interest: Money) -> String {
        guard let rate = rateHundredths.flatMap({ Share($0, of: 10_000) }) else { return "" }
        return " with \(interest) of interest at \(rate.percentText(decimals: 2)) a year"
    }

    private func refuseRate() throws(Refusal) {
        guard let rate = rateHundredths else {
            guard settlement == .repaid else { return }
            throw Refusal(
                .usage, code: "rate-missing",
                "What was withheld wrongly is repaid with interest, and no rate is given.",
                remedy: "Give the yearly rate that the contract names.")
        }
        guard settlement == .repaid else {
            throw Refusal(
                .usage, code: "rate-not-due", "A rate is given, and what is \(settlement.rawValue) bears no interest.",
                remedy: "Leave the rate out, or repay.")
        }
        guard (0...10_000).contains(rate) else {
            throw Refusal(
                .input, code: "rate-out-of-range", "A rate of \(rate) hundredths of a per cent a year cannot be.",
                remedy: "Give one from 0 to 100 per cent.")
        }
    }
}
