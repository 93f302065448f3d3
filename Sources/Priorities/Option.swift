public import Vocabulary

/// Something that could be done with the money, or undone to free it.
public struct Option: Hashable, Sendable, Codable {
    public var id: Slug
    public var title: String
    public var summary: String
    public var kind: Kind
    public var costs: [YearCost]
    /// What a whole year costs once everything runs; negative where money is freed.
    public var fullYear: Money
    /// Over all years; part of the one-off costs.
    public var capital: Money
    /// Whole-time equivalents needed, in hundredths; negative where staff are freed.
    public var workforceHundredths: Int
    /// People who benefit in a year, or lose where it is a disinvestment; needed where benefit is per person.
    public var people: Int?
    /// The chance that it works, in per cent; needed where benefit is per person.
    public var successPercent: Int?
    public var whoBenefits: String
    public var area: Slug?
    public var equityGroup: Slug?
    public var tags: [Slug]
    /// Options that must be funded too.
    public var requires: [Slug]
    /// True where patients' services change: then the statutory gate holds. Always for a disinvestment.
    public var changesService: Bool
    public var evidence: [Evidence]
    /// Numbers of contracts that it needs.
    public var needsContracts: [String]
    public var freesContracts: [FreedContract]

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case invest, stop, changeProvider, reduce

        public var isDisinvestment: Bool { self != .invest }
    }

    /// What it costs in one year; negative where it frees money.
    public struct YearCost: Hashable, Sendable, Codable {
        public var year: FinancialYear
        public var recurrent: Money
        public var oneOff: Money

        public init(year: FinancialYear, recurrent: Money, oneOff: Money = .zero) {
            self.year = year
            self.recurrent = recurrent
            self.oneOff = oneOff
        }

        enum CodingKeys: String, CodingKey {
            case year
            case recurrent = "recurrentPence"
            case oneOff = "oneOffPence"
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                year: try container.decode(FinancialYear.self, forKey: .year),
                recurrent: try container.decodeIfPresent(Money.self, forKey: .recurrent) ?? .zero,
                oneOff: try container.decodeIfPresent(Money.self, forKey: .oneOff) ?? .zero)
        }
    }

    /// Money that ending or changing a contract sets free.
    public struct FreedContract: Hashable, Sendable, Codable {
        public var contract: String
        public var amount: Money
        public var from: Day

        public init(contract: String, amount: Money, from: Day) {
            self.contract = contract
            self.amount = amount
            self.from = from
        }

        enum CodingKeys: String, CodingKey {
            case contract
            case amount = "amountPence"
            case from
        }
    }

    public init(
        id: Slug, title: String, summary: String = "", kind: Kind = .invest, costs: [YearCost], fullYear: Money,
        capital: Money = .zero, workforceHundredths: Int = 0, people: Int? = nil, successPercent: Int? = nil,
        whoBenefits: String = "", area: Slug? = nil, equityGroup: Slug? = nil, tags: [Slug] = [],
        requires: [Slug] = [], changesService: Bool = false, evidence: [Evidence] = [],
        needsContracts: [String] = [], freesContracts: [FreedContract] = []
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.kind = kind
        self.costs = costs
        self.fullYear = fullYear
        self.capital = capital
        self.workforceHundredths = workforceHundredths
        self.people = people
        self.successPercent = successPercent
        self.whoBenefits = whoBenefits
        self.area = area
        self.equityGroup = equityGroup
        self.tags = tags
        self.requires = requires
        self.changesService = changesService
        self.evidence = evidence
        self.needsContracts = needsContracts
        self.freesContracts = freesContracts
    }

    public func cost(in year: FinancialYear) -> YearCost {
        costs.first { $0.year == year } ?? YearCost(year: year, recurrent: .zero)
    }

    /// True where the statutory gate holds for it: also where it takes money out of a contract, or frees more than it
    /// costs, whatever it is called.
    public var needsAssessments: Bool {
        kind.isDisinvestment || changesService || !freesContracts.isEmpty || fullYear < .zero
    }
}

extension Option {
    enum CodingKeys: String, CodingKey {
        case id, title, summary, kind, costs
        case fullYear = "fullYearPence"
        case capital = "capitalPence"
        case workforceHundredths, people, successPercent, whoBenefits, area, equityGroup, tags, requires
        case changesService, evidence, needsContracts, freesContracts
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func list<Element: Decodable>(_ key: CodingKeys) throws -> [Element] {
            try container.decodeIfPresent([Element].self, forKey: key) ?? []
        }
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            title: try container.decode(String.self, forKey: .title),
            summary: try container.decodeIfPresent(String.self, forKey: .summary) ?? "",
            kind: try container.decodeIfPresent(Kind.self, forKey: .kind) ?? .invest, costs: try list(.costs),
            fullYear: try container.decode(Money.self, forKey: .fullYear),
            capital: try container.decodeIfPresent(Money.self, forKey: .capital) ?? .zero,
            workforceHundredths: try container.decodeIfPresent(Int.self, forKey: .workforceHundredths) ?? 0,
            people: try container.decodeIfPresent(Int.self, forKey: .people),
            successPercent: try container.decodeIfPresent(Int.self, forKey: .successPercent),
            whoBenefits: try container.decodeIfPresent(String.self, forKey: .whoBenefits) ?? "",
            area: try container.decodeIfPresent(Slug.self, forKey: .area),
            equityGroup: try container.decodeIfPresent(Slug.self, forKey: .equityGroup), tags: try list(.tags),
            requires: try list(.requires),
            changesService: try container.decodeIfPresent(Bool.self, forKey: .changesService) ?? false,
            evidence: try list(.evidence), needsContracts: try list(.needsContracts),
            freesContracts: try list(.freesContracts))
    }
}
