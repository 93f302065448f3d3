public import Contracts
public import Vocabulary

/// Something odd that the exemplar put into its files on purpose: one row of one month.
public struct PlantedOddity: Hashable, Sendable {
    public var kind: Kind
    public var contract: ContractNumber
    public var month: Month
    /// As the row has it.
    public var commissioner: OrganisationCode

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The target is the value in pence, keyed as UDAs.
        case targetInPence
        /// A target of 1, most with a value of 1.05.
        case nominalTarget
        /// A target of 0 on a contract with money.
        case noTarget
        /// Fewer than no units delivered.
        case negativeDelivery
        /// Two commissioners report the contract in the month: an entry for each of the two rows.
        case twoCommissioners
        /// The first month under another commissioner; nothing is wrong with the row.
        case changedCommissioner
        /// The delivered columns are blank.
        case blankDelivered
    }
}
