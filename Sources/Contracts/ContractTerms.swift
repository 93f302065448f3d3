public import Vocabulary

/// One row of NHSBSA's annual contract file: the terms of a contract, or of one part of it.
///
/// A contract may have several rows, recurring and not; each carries its own lines.
public struct ContractTerms: Hashable, Sendable {
    public var asOf: Month
    public var commissioner: OrganisationCode
    public var commissionerName: String
    public var contract: ContractNumber
    public var providerName: String
    public var isPrison: Bool
    public var start: Day?
    /// The last day, inclusive, as published; nil where the file gives none.
    public var end: Day?
    public var isRecurring: Bool
    /// Lines with money or units; a line with neither is left out.
    public var lines: [Line]
    /// TOTAL_FIN_VALUE: the sum of the lines to the penny, or the row is flagged.
    public var total: Money

    public struct Line: Hashable, Sendable {
        public var service: ServiceLine
        public var value: Money
        /// Units contracted on the line; nil where the line has none.
        public var units: Contracted?

        public init(service: ServiceLine, value: Money, units: Contracted?) {
            self.service = service
            self.value = value
            self.units = units
        }
    }

    public enum Contracted: Hashable, Sendable {
        case uda(Units)
        case uoa(Units)
        /// Courses of treatment.
        case cot(Units)
        /// Locally determined.
        case local(Units)
    }

    public init(
        asOf: Month, commissioner: OrganisationCode, commissionerName: String, contract: ContractNumber,
        providerName: String, isPrison: Bool, start: Day?, end: Day?, isRecurring: Bool, lines: [Line], total: Money
    ) {
        self.asOf = asOf
        self.commissioner = commissioner
        self.commissionerName = commissionerName
        self.contract = contract
        self.providerName = providerName
        self.isPrison = isPrison
        self.start = start
        self.end = end
        self.isRecurring = isRecurring
        self.lines = lines
        self.total = total
    }
}
