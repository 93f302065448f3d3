/// A row of the annual contract file as it is held, with the rules that flag it.
public struct TermsHeld: Hashable, Sendable {
    public var terms: ContractTerms
    /// Codes of the rules that flag the row and that no person has accepted; its money is unclear while there are any.
    public var flags: [String]

    public init(terms: ContractTerms, flags: [String] = []) {
        self.terms = terms
        self.flags = flags
    }
}
