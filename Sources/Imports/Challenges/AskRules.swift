package import Challenges
package import Engines
package import Rulebook
package import Vocabulary

/// Asks every rule of an engine that holds the rows of one financial year, and settles what they found.
///
/// The cost of a rule grows with the rows that stand; what it found is held in memory: hundreds of bytes a fault.
package struct AskRules {
    package let views: ActivityViews
    package let rules: Rulebook
    private let engine: any QueryEngine

    /// - Throws: `Refusal` of kind `engine`; `no-rule` where the Rulebook has no value for the year.
    package init(_ views: ActivityViews, on engine: any QueryEngine, rules: Rulebook = .shipped) throws(Refusal) {
        (self.views, self.engine, self.rules) = (views, engine, rules)
        for statement in views.statements { try engine.run(statement) }
    }

    /// The rules of the year are those of its first day.
    private var day: Day { views.year.firstDay }

    package struct Outcome: Sendable {
        package let raised: [RaisedChallenge]
        /// Rules that were asked, in the order in which money counts.
        package let asked: [ChallengeRule]
        /// Rules that were not, each with why.
        package let notAsked: [(rule: ChallengeRule, why: String)]
        /// True where no table said which payment element a line has: every fault was taken to have cash.
        package let isWithoutElements: Bool
    }

    /// - Parameters:
    ///   - only: the rules to ask; nil for all.
    ///   - progress: is told each rule before it is asked.
    /// - Throws: `Refusal`: of the engine.
    package func ask(_ only: Set<String>? = nil, progress: (ChallengeRule) -> Void = { _ in }) throws(Refusal)
        -> Outcome
    {
        let (asked, notAsked) = AskRules.sorted(only, views)
        var queries: [String] = []
        for rule in asked { queries.append(try AskRules.query(of: rule, views, rules)) }
        try makeViews(for: queries)
        let elements = try paymentElements()
        var settling = SettleChallenges(
            elements: elements, sources: views.sources.mapValues(\.digest), year: views.year)
        var raised: [RaisedChallenge] = []
        for (rule, sql) in zip(asked, queries) {
            progress(rule)
            let (before, question) = views.dialect.gathered(sql)
            if let before { try engine.run(before) }
            raised += settling.settle(AskRules.faults(of: rule, try engine.query(question)))
        }
        return Outcome(raised: raised, asked: asked, notAsked: notAsked, isWithoutElements: elements.isEmpty)
    }

    /// Rules whose tables there are, in the order in which money counts, and those without, each with what it lacks.
    private static func sorted(
        _ only: Set<String>?, _ views: ActivityViews
    ) -> (asked: [ChallengeRule], notAsked: [(rule: ChallengeRule, why: String)]) {
        var (asked, notAsked): ([ChallengeRule], [(rule: ChallengeRule, why: String)]) = ([], [])
        for rule in ChallengeRule.shipped where only?.contains(rule.id) ?? true {
            let missing = rule.needs.filter { !views.tables.contains($0) }
            if missing.isEmpty {
                asked.append(rule)
            } else {
                notAsked.append((rule, "needs \(missing.joined(separator: " and "))"))
            }
        }
        return (asked, notAsked)
    }

    private func makeViews(for queries: [String]) throws(Refusal) {
        for statement in try AskRules.sharedViews(for: queries, views, rules) { try engine.run(statement) }
    }

    /// The views that the queries name, and those that these rest on, in their order; no others, as some cost a pass over
    /// all rows.
    private static func sharedViews(
        for queries: [String], _ views: ActivityViews, _ rules: Rulebook
    ) throws(Refusal) -> [String] {
        var texts = queries
        var statements: [String] = []
        // Each rests on those before it alone.
        for view in ChallengeView.shipped.reversed() where texts.contains(where: { $0.contains(view.name) }) {
            let sql = try view.sql(rules: rules, on: views.year.firstDay) { views.dialect.text($0) }
            texts.append(sql)
            statements.append(
                view.isKept ? views.dialect.kept(view.name, of: sql) : views.dialect.view(view.name, of: sql))
        }
        return statements.reversed()
    }

    private static func query(
        of rule: ChallengeRule, _ views: ActivityViews, _ rules: Rulebook
    ) throws(Refusal) -> String {
        try rule.sql(rules: rules, on: views.year.firstDay) { views.dialect.text($0) }
    }

    /// Everything that an engine is given, in order, for somebody who would rather ask their own; each ends with `;`.
    package static func script(
        _ views: ActivityViews, only: Set<String>? = nil, rules: Rulebook = .shipped
    ) throws(Refusal) -> String {
        var queries: [String] = []
        for rule in sorted(only, views).asked {
            queries.append("-- \(rule.id) \(rule.words.title)\n" + (try query(of: rule, views, rules)))
        }
        let statements = views.statements + (try sharedViews(for: queries, views, rules)) + queries
        return statements.map { $0 + ";\n" }.joined(separator: "\n")
    }

    private static func faults(of rule: ChallengeRule, _ answer: EngineAnswer) -> [FoundFault] {
        let (sources, rows) = (answer["source"].wholes ?? [], answer["sourceRow"].wholes ?? [])
        let (months, related) = (answer["financialMonth"].wholes ?? [], answer["relatedRow"].wholes ?? [])
        let (providers, points) = (answer["provider"].texts ?? [], answer["pointOfDelivery"].texts ?? [])
        let (pence, details) = (answer["amountPence"].wholes ?? [], answer["detail"].texts ?? [])
        let records = answer["record"].texts ?? []
        return sources.indices.map { place in
            FoundFault(
                rule: rule.id, source: sources[place] ?? 0, row: rows[place] ?? 0, relatedRow: related[place],
                provider: providers[place] ?? "", month: months[place] ?? 1, pointOfDelivery: points[place],
                pence: pence[place] ?? 0, detail: details[place].map(rule.said),
                record: records[place].map { AskRules.record($0, points[place]) })
        }
    }

    /// A spell and its excess bed days bear one identifier.
    private static func record(_ identifier: String, _ pointOfDelivery: String?) -> String {
        guard let pointOfDelivery, pointOfDelivery != identifier else { return identifier }
        return "\(identifier) \(pointOfDelivery)"
    }

    private func paymentElements() throws(Refusal) -> PaymentElements {
        let words = try rules.text("activity.elements.cash", on: day)
        var elements = PaymentElements(
            cash: Set(words.split(separator: ";").map { $0.drop { $0 == " " } }.map(String.init)))
        let answer = try engine.query(
            "SELECT provider, pointOfDelivery, element, validFrom, validTo FROM contract_line")
        let (providers, points) = (answer["provider"].texts ?? [], answer["pointOfDelivery"].texts ?? [])
        let (names, from, to) = (
            answer["element"].texts ?? [], answer["validFrom"].days ?? [], answer["validTo"].days ?? []
        )
        for place in providers.indices {
            elements.add(
                names[place] ?? "", provider: providers[place], pointOfDelivery: points[place], from: from[place],
                to: to[place])
        }
        return elements
    }

    // MARK: - Who pays

    /// Rows and pounds by the branch of the commissioner assignment that was taken.
    package struct Branch: Sendable {
        package let reason: String
        package let rows: Int
        package let cost: Money
        /// Rows that were billed to another commissioner, and their cost.
        package let otherRows: Int
        package let otherCost: Money
    }

    /// - Returns: by reason; rows and pounds sum to those that stand.
    package func whoPays() throws(Refusal) -> (branches: [Branch], rows: Int, cost: Money) {
        let question = """
            SELECT reason, COUNT(*) AS billed, CAST(COALESCE(SUM(cost), 0) * 100 AS BIGINT) AS pence,
                SUM(CASE WHEN due <> commissioner THEN 1 ELSE 0 END) AS otherRows,
                CAST(COALESCE(SUM(CASE WHEN due <> commissioner THEN cost END), 0) * 100 AS BIGINT) AS otherPence
            FROM payer GROUP BY reason ORDER BY reason
            """
        try makeViews(for: [question])
        let answer = try engine.query(question)
        let (reasons, rows) = (answer["reason"].texts ?? [], answer["billed"].wholes ?? [])
        let pence = answer["pence"].wholes ?? []
        let other = AskRules.numbers(answer["otherRows"])
        let otherPence = answer["otherPence"].wholes ?? []
        let branches = reasons.indices.map { place in
            Branch(
                reason: reasons[place] ?? "", rows: rows[place] ?? 0, cost: Money(pence: pence[place] ?? 0),
                otherRows: other[place], otherCost: Money(pence: otherPence[place] ?? 0))
        }
        let whole = try engine.query(
            "SELECT COUNT(*) AS billed, CAST(COALESCE(SUM(cost), 0) * 100 AS BIGINT) AS pence FROM bill")
        return (
            branches, whole["billed"].wholes?.first.flatMap { $0 } ?? 0,
            Money(pence: whole["pence"].wholes?.first.flatMap { $0 } ?? 0)
        )
    }

    private static func numbers(_ column: EngineColumn) -> [Int] {
        (column.decimals?.values ?? []).map { $0.flatMap { Int(exactly: $0) } ?? 0 }
    }
}
