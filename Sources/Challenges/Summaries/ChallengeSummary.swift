public import Tabular
public import Vocabulary

/// Challenges by rule, in the order in which money counts.
public struct ChallengeSummary: Sendable {
    public struct Line: Sendable, Hashable {
        public let rule: String
        public let title: String
        public let raised: Int
        /// Of them without cash.
        public let dataOnly: Int
        public let amount: Money
        public let atRisk: Money
        public let counted: Money

        public init(
            rule: String, title: String, raised: Int, dataOnly: Int, amount: Money, atRisk: Money, counted: Money
        ) {
            (self.rule, self.title, self.raised, self.dataOnly) = (rule, title, raised, dataOnly)
            (self.amount, self.atRisk, self.counted) = (amount, atRisk, counted)
        }
    }

    /// One for each rule that was asked, also where it found nothing.
    public let lines: [Line]
    /// Rows with which any rule found fault.
    public let rows: Int

    public var counted: Money { Money(pence: lines.reduce(0) { $0 + $1.counted.pence }) }

    public init(lines: [Line], rows: Int) { (self.lines, self.rows) = (lines, rows) }

    public init(_ raised: [RaisedChallenge], rules: [ChallengeRule]) {
        struct Sums {
            var (raised, dataOnly) = (0, 0)
            var (amount, atRisk, counted) = (Money.zero, Money.zero, Money.zero)

            mutating func add(_ challenge: RaisedChallenge) {
                raised += 1
                dataOnly += challenge.isDataOnly ? 1 : 0
                amount += challenge.amount
                atRisk += challenge.atRisk
                counted += challenge.counted
            }
        }
        var (byRule, places, faulty): ([String: Sums], RowNumbers, Set<Int>) = ([:], RowNumbers(), [])
        for challenge in raised {
            byRule[challenge.rule, default: Sums()].add(challenge)
            faulty.insert(places.number(challenge.source, challenge.row))
        }
        lines = rules.map { rule in
            let sums = byRule[rule.id] ?? Sums()
            return Line(
                rule: rule.id, title: rule.words.title, raised: sums.raised, dataOnly: sums.dataOnly,
                amount: sums.amount, atRisk: sums.atRisk, counted: sums.counted)
        }
        rows = faulty.count
    }

    public var table: Table {
        var table = Table(
            key: "challenges", caption: "Challenges by rule",
            columns: [
                .init("rule", "Rule"), .init("title", "What is wrong"), .init("raised", "Raised"),
                .init("dataOnly", "Data only"), .init("amountPence", "Amount"), .init("atRiskPence", "At risk"),
                .init("countedPence", "Counted once"),
            ],
            notes: [
                "Amount: what the fault comes to. At risk: nothing where the contract line has no cash. Counted once: each "
                    + "row's money under the first rule of this list that found fault with it.",
                "Rules of sums (ratios, caps, invoices) point at a row of the table that was broken; their money may be that "
                    + "of rows above too.",
            ])
        for line in lines {
            table.append([
                .text(line.rule), .text(line.title), .count(line.raised), .count(line.dataOnly), .money(line.amount),
                .money(line.atRisk), .money(line.counted),
            ])
        }
        return table
    }
}

/// The rules themselves.
public enum RulesTable {
    public static func table(_ rules: [ChallengeRule]) -> Table {
        var table = Table(
            key: "rules", caption: "Rules of contract challenges",
            columns: [
                .init("rule", "Rule"), .init("title", "What is wrong"), .init("asks", "Question"),
                .init("amount", "Money at risk"), .init("needs", "Tables that it needs"), .init("verified", "Verified"),
                .init("owner", "Owner"), .init("reviewBy", "Review by"), .init("source", "Source"),
            ], notes: ["In the order in which a row's money counts."])
        for rule in rules {
            table.append([
                .text(rule.id), .text(rule.words.title), .text(rule.asks), .text(rule.amount),
                needs(rule),
                .flag(rule.words.isVerified), .text(rule.owner), .day(rule.reviewBy), .text(rule.words.source),
            ])
        }
        return table
    }

    /// `price, provider`; `invoice (where there is one)` of what it can do without.
    private static func needs(_ rule: ChallengeRule) -> Cell {
        let tables = rule.needs + rule.consults.map { "\($0) (where there is one)" }
        return tables.isEmpty ? .absent("none") : .text(tables.joined(separator: ", "))
    }
}

/// How well rules found what was put in.
public enum MeasureTable {
    public static func table(_ measures: [RuleMeasure]) -> Table {
        var table = Table(
            key: "measures", caption: "What was put in, and what was found",
            columns: [
                .init("rule", "Rule"), .init("planted", "Planted"), .init("raised", "Raised"), .init("found", "Both"),
                .init("recall", "Recall"), .init("precision", "Precision"), .init("plantedPence", "Planted, amount"),
                .init("raisedPence", "Raised, amount"),
            ])
        func share(_ value: Double?) -> Cell { value.map { .number($0, places: 4) } ?? .absent("none") }
        for one in measures {
            table.append([
                .text(one.rule), .count(one.planted), .count(one.raised), .count(one.found), share(one.recall),
                share(one.precision), .money(Money(pence: one.plantedPence)), .money(Money(pence: one.raisedPence)),
            ])
        }
        return table
    }
}

/// Every row that was found.
public enum FoundRows {
    /// The same for reading: with titles in words and money in pounds.
    public static func shown(_ raised: [RaisedChallenge], names: [EvidenceID: String]) -> Table {
        var table = Table(
            key: "foundRows", caption: "Challenges, row by row",
            columns: [
                .init("row", "Row"), .init("rule", "Rule"), .init("provider", "Provider"), .init("month", "Month"),
                .init("amountPence", "Amount"), .init("atRiskPence", "At risk"), .init("countedPence", "Counted once"),
                .init("dataOnly", "Data only"), .init("relatedRow", "Rests on row"), .init("file", "File"),
            ],
            notes: [
                "Rows are numbered as in the file that was sent, its header being row 1. Under each rule in turn, as money counts."
            ])
        for one in raised {
            table.append([
                .count(one.row), .text(one.rule), .text(one.provider), .month(one.year.month(one.month)),
                .money(one.amount), .money(one.atRisk), .money(one.counted), .flag(one.isDataOnly),
                one.relatedRow.map { .count($0) } ?? .absent("none"), .text(names[one.source] ?? one.source.short),
            ])
        }
        return table
    }

    /// - Parameter names: of files, by digest.
    public static func table(_ raised: [RaisedChallenge], names: [EvidenceID: String]) -> Table {
        var table = Table(
            key: "found", caption: "Rows that were found",
            columns: [
                .init("file", "file"), .init("digest", "digest"), .init("row", "row"), .init("rule", "rule"),
                .init("relatedRow", "relatedRow"), .init("provider", "provider"), .init("year", "year"),
                .init("month", "month"), .init("amountPence", "amountPence"), .init("atRiskPence", "atRiskPence"),
                .init("countedPence", "countedPence"), .init("dataOnly", "dataOnly"), .init("detail", "detail"),
            ])
        for one in raised {
            table.append([
                .text(names[one.source] ?? ""), .text(one.source.description), .count(one.row), .text(one.rule),
                one.relatedRow.map { .count($0) } ?? .absent(""), .text(one.provider), .text(one.year.description),
                .count(one.month), .count(one.amount.pence), .count(one.atRisk.pence), .count(one.counted.pence),
                .flag(one.isDataOnly), .optional(one.detail, else: ""),
            ])
        }
        return table
    }
}

/// Who is responsible, by branch.
public enum WhoPaysTable {
    /// What each reason code means.
    public static let words: [String: String] = [
        "EXCLUDED": "a drug or device: not assigned by the method",
        "SMH-D": "specialised mental health, delegated",
        "SMH-N": "specialised mental health, not delegated: the hub of the practice",
        "C0-AMBER": "specialised, amber: the hub of the practice",
        "C0-HOST": "specialised, not delegated: the hub of the provider",
        "D": "secondary dental care: the sub-ICB location",
        "E": "health and justice: the region",
        "F": "public health under section 7A: the region",
        "J": "armed forces",
        "C5": "specialised, delegated: the sub-ICB location",
        "G-PRACTICE": "the sub-ICB location of the practice",
        "G-RESIDENCE": "the sub-ICB location of residence",
        "G-HOST": "the sub-ICB location of the provider",
        "X": "nobody could be found",
    ]

    public static func table(
        _ branches: [(reason: String, rows: Int, cost: Money, otherRows: Int, otherCost: Money)], year: FinancialYear
    ) -> Table {
        var table = Table(
            key: "whoPays", caption: "Who is responsible, \(year)",
            columns: [
                .init("reason", "Reason"), .init("words", "What it means"), .init("rows", "Rows"),
                .init("costPence", "Cost"), .init("otherRows", "Billed to another"),
                .init("otherCostPence", "Cost of those"),
            ])
        for one in branches {
            table.append([
                .text(one.reason), .text(words[one.reason] ?? one.reason), .count(one.rows), .money(one.cost),
                .count(one.otherRows), .money(one.otherCost),
            ])
        }
        return table
    }
}
