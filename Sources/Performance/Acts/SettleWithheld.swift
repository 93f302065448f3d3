public import Vocabulary

/// Says what becomes of all that is held back for a milestone: released to the provider, or kept for good.
///
/// Refused: nothing held back for it that is not settled (`nothing-withheld`), no reason (`no-reason`), money kept for good
/// for a milestone that was met (`milestone-met`).
public struct SettleWithheld: MatterAct {
    public static let name = "settleWithheld"

    public var matter: Slug
    public var milestone: Slug
    public var settlement: ContractMatter.Settlement
    public var reason: String
    public var on: Day

    public init(
        matter: Slug, milestone: Slug, settlement: ContractMatter.Settlement, reason: String, on: Day
    ) {
        (self.matter, self.milestone, self.settlement) = (matter, milestone, settlement)
        (self.reason, self.on) = (reason, on)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        let found = start.milestones[try start.place(of: milestone)]
        try refuseBlank(reason: reason, for: "what becomes of the money withheld")
        let places = start.withholdings.indices.filter {
            start.withholdings[$0].milestone == milestone && start.withholdings[$0].settlement == nil
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
        var held = try start.stepping(
            Self.name, to: start.state, on: on, "\(amount) \(settlement.rawValue) for “\(milestone)”: \(reason)",
            at: moment)
        for place in places {
            held.withholdings[place].settlement = settlement
            held.withholdings[place].settledOn = on
        }
        return held
    }
}
