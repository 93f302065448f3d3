public import Vocabulary

/// What finding, sending and following challenges cost once: hours of staff, or a fee.
///
/// It is of a bundle, of a provider, of a rule, of several of them together, or of none.
public struct ContractingCost: Hashable, Sendable, Codable {
    public var on: Day
    public var provider: String?
    public var rule: String?
    public var bundle: Slug?
    /// Of work; nil of a fee.
    public var minutes: Int?
    public var amountPence: Int
    /// What was done or bought: never who did it.
    public var what: String

    public var amount: Money { Money(pence: amountPence) }

    public init(
        on: Day, provider: String? = nil, rule: String? = nil, bundle: Slug? = nil, minutes: Int? = nil, amount: Money,
        what: String
    ) {
        (self.on, self.provider, self.rule, self.bundle) = (on, provider, rule, bundle)
        (self.minutes, amountPence, self.what) = (minutes, amount.pence, what)
    }
}
