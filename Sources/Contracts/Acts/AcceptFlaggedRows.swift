public import Vocabulary

/// Lets a contract's flagged rows of one year count, because a person has looked at them.
///
/// A contract that two commissioners report in one month is accepted for one of them.
public struct AcceptFlaggedRows: Act {
    public static let name = "acceptFlaggedRows"

    public var contract: ContractNumber
    public var year: FinancialYear
    /// The rules whose flags are accepted: `unit-value-high`.
    public var codes: [String]
    /// Whose rows are meant; needed where two commissioners report the contract.
    public var commissioner: OrganisationCode?
    public var reason: String

    public init(
        contract: ContractNumber, year: FinancialYear, codes: [String], commissioner: OrganisationCode? = nil,
        reason: String
    ) {
        self.contract = contract
        self.year = year
        self.codes = Set(codes).sorted()
        self.commissioner = commissioner
        self.reason = reason
    }

    /// A flag on one row.
    public struct Flag: Hashable, Sendable {
        public var month: Month
        public var commissioner: OrganisationCode
        public var code: String

        public init(month: Month, commissioner: OrganisationCode, code: String) {
            self.month = month
            self.commissioner = commissioner
            self.code = code
        }
    }

    public struct Before: Sendable {
        /// Flags on the contract's rows of the year that nobody has accepted.
        public var flags: [Flag]
        /// Those that somebody has.
        public var accepted: [Flag]

        public init(flags: [Flag], accepted: [Flag] = []) {
            self.flags = flags
            self.accepted = accepted
        }
    }

    public struct After: Hashable, Sendable {
        public var contract: ContractNumber
        public var accepted: [Flag]
        public var reason: String
        public var author: Author
        public var moment: Moment
    }

    public var journalled: JSONValue {
        [
            "contract": .text(contract.description), "year": .text(year.description),
            "codes": .list(codes.map(JSONValue.text)),
            "commissioner": .optional(commissioner) { .text($0.description) }, "reason": .text(reason),
        ]
    }

    public func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> After {
        try refuseBlank(reason: reason, for: "accepting flagged rows")
        let meant = before.flags.filter {
            $0.month.financialYear == year && codes.contains($0.code)
                && (commissioner == nil || $0.commissioner == commissioner)
        }
        let absent = codes.filter { code in !meant.contains { $0.code == code } }
        guard !codes.isEmpty, absent.isEmpty else {
            throw Refusal(
                .usage, code: "nothing-flagged",
                codes.isEmpty
                    ? "No code was named, so nothing is accepted."
                    : "Contract \(contract) has no row in \(year) that \(absent.joined(separator: ", ")) flags.",
                remedy: "See the contract's flags and name those that you accept.")
        }
        let reporting = Set(meant.map(\.commissioner)).sorted()
        guard reporting.count == 1 else {
            throw Refusal(
                .usage, code: "which-commissioner",
                "Contract \(contract) is reported in \(year) by \(reporting.map(\.description).joined(separator: " and "))"
                    + ", and only one can count.", remedy: "Name the commissioner whose rows are accepted.")
        }
        if let other = before.accepted.first(where: { accepted in
            accepted.commissioner != reporting[0]
                && meant.contains { $0.month == accepted.month && $0.code == accepted.code }
        }) {
            throw Refusal(
                .rule, code: "accepted-for-another",
                "The rows of \(other.commissioner) for \(contract) in \(other.month.inWords) are already accepted.")
        }
        return After(contract: contract, accepted: meant, reason: reason, author: author, moment: moment)
    }
}
