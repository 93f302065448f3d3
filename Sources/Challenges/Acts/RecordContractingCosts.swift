public import Vocabulary

/// Records what finding, sending and following challenges cost: hours of staff with what they come to, and fees.
///
/// Refused: `nothing-recorded`, `text-missing`, `amount-negative`, `amount-too-large`, `minutes-missing`,
/// `no-such-bundle`, `other-provider`, `costs-held`, `day-in-future`.
public struct RecordContractingCosts: Act, Codable {
    public static let name = "recordContractingCosts"

    public var costs: [ContractingCost]
    /// The file they were read from, by its digest; nil where they were typed in.
    public var source: EvidenceID?

    public init(_ costs: [ContractingCost], source: EvidenceID? = nil) { (self.costs, self.source) = (costs, source) }

    public struct Before: Sendable {
        /// Providers of the bundles that costs name, by the bundles' names.
        public var providers: [Slug: String]
        /// True where costs were taken in from the same file before.
        public var isHeld: Bool

        public init(providers: [Slug: String], isHeld: Bool) { (self.providers, self.isHeld) = (providers, isHeld) }
    }

    public struct After: Sendable {
        public var costs: [ContractingCost]
    }

    public var journalled: JSONValue { JSONValue(encoding: self) }

    public func decide(_ before: Before, by author: Author, at moment: Moment) throws(Refusal) -> After {
        guard !before.isHeld else {
            throw Refusal(
                .rule, code: "costs-held", "The costs of this file were taken in already, byte for byte.",
                remedy: "Nothing is to be done.")
        }
        guard !costs.isEmpty else {
            throw Refusal(
                .rule, code: "nothing-recorded", "There is no cost to record.", remedy: "Give hours or a fee.")
        }
        guard fits(costs.map(\.amountPence)) else {
            throw Refusal(.input, code: "amount-too-large", "The costs are too large to be summed.")
        }
        for (place, cost) in costs.enumerated() {
            try refuseBlank(cost.what, "What cost \(place + 1) was for")
            try refuseFuture(cost.on, "The day of cost \(place + 1)", at: moment)
            guard cost.amountPence >= 0 else {
                throw Refusal(
                    .input, code: "amount-negative", "Cost \(place + 1) is \(cost.amount), which is below nil.")
            }
            guard cost.minutes.map({ $0 > 0 }) ?? (cost.amountPence > 0) else {
                throw Refusal(
                    .input, code: "minutes-missing", "Cost \(place + 1) has neither work nor an amount.",
                    remedy: "Give hours, or a fee.")
            }
            guard let bundle = cost.bundle else { continue }
            guard let provider = before.providers[bundle] else { throw .unknownBundle(bundle) }
            guard cost.provider.map({ $0 == provider }) ?? true else {
                throw Refusal(
                    .input, code: "other-provider",
                    "Cost \(place + 1) names \(cost.provider ?? ""), and the bundle “\(bundle)” is of \(provider).",
                    remedy: "Leave the provider out, or name the bundle's.")
            }
        }
        return After(costs: costs)
    }
}
