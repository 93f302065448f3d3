public import Vocabulary

/// The money that a round may commit, year by year, with what can be spent for good kept apart from what ends.
public struct Envelope: Hashable, Sendable, Codable {
    /// In order, without a gap.
    public var years: [Year]
    /// Recurrent money that cannot move before a day; it joins the envelope in the first year that starts on or
    /// after that day.
    public var locks: [Lock]

    public init(years: [Year], locks: [Lock] = []) {
        self.years = years
        self.locks = locks
    }

    public struct Year: Hashable, Sendable, Codable {
        public var year: FinancialYear
        public var sources: [FundingSource]

        public init(year: FinancialYear, sources: [FundingSource]) {
            self.year = year
            self.sources = sources
        }

        public func total(_ kinds: Set<FundingSource.Kind>) -> Money {
            sources.filter { kinds.contains($0.kind) }.map(\.amount).total()
        }
    }

    /// Recurrent money of a year: its sources, and the locks that have ended by its first day.
    public func recurrent(in year: FinancialYear, counting locks: [Lock]? = nil) -> Money {
        let sources = years.first { $0.year == year }.map { $0.total([.recurrent]) } ?? .zero
        let free = (locks ?? self.locks).filter { $0.until <= year.firstDay }.map(\.amount).total()
        return sources + free
    }

    /// All money of a year: recurrent, non-recurrent and slippage.
    public func all(in year: FinancialYear, counting locks: [Lock]? = nil) -> Money {
        let ending = years.first { $0.year == year }.map { $0.total([.nonRecurrent, .slippage]) } ?? .zero
        return recurrent(in: year, counting: locks) + ending
    }
}

/// Where money of one year comes from.
public struct FundingSource: Hashable, Sendable, Codable {
    public var title: String
    public var kind: Kind
    public var amount: Money
    public var evidence: EvidenceID?
    public var note: String?

    /// Recurrent money can pay for anything; the other two only for costs that end.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case recurrent
        case nonRecurrent
        /// Money of this year that would otherwise not be spent, such as a forecast recovery.
        case slippage
    }

    public init(title: String, kind: Kind, amount: Money, evidence: EvidenceID? = nil, note: String? = nil) {
        self.title = title
        self.kind = kind
        self.amount = amount
        self.evidence = evidence
        self.note = note
    }

    enum CodingKeys: String, CodingKey {
        case title, kind
        case amount = "amountPence"
        case evidence, note
    }
}

/// Recurrent money that is tied until a day.
public struct Lock: Hashable, Sendable, Codable {
    public var id: Slug
    public var title: String
    /// A year's worth.
    public var amount: Money
    /// The first day on which it can be used.
    public var until: Day
    /// The contract that ties it, as its number; nil for another reason, which the title says.
    public var contract: String?
    public var evidence: EvidenceID?

    public init(
        id: Slug, title: String, amount: Money, until: Day, contract: String? = nil, evidence: EvidenceID? = nil
    ) {
        self.id = id
        self.title = title
        self.amount = amount
        self.until = until
        self.contract = contract
        self.evidence = evidence
    }

    enum CodingKeys: String, CodingKey {
        case id, title
        case amount = "amountPence"
        case until, contract, evidence
    }
}
