import Priorities
import Rulebook
import Store
import Tabular
import Vocabulary

/// The tables of a round as far as it has come, by the names under which `remit round show --table` has them.
struct RoundStateTables {
    let round: Round
    let result: RoundResult?
    let rulebook: Rulebook

    init(_ round: Round, _ result: RoundResult?, _ rulebook: Rulebook) {
        self.round = round
        self.result = result
        self.rulebook = rulebook
    }

    static let names = [
        "steps", "money", "rules", "options", "costs", "criteria", "members", "interests", "evidence", "advice",
        "weights", "scores", "ranking", "years", "points", "prices", "swaps", "exclusions", "beneficiaries",
        "packCriteria", "assessments", "votes",
        "outcomes", "appeals", "setAside",
    ]

    /// - Throws: `Refusal` where the round has not come so far.
    func named(_ name: String) throws -> Table {
        if let table = try every().first(where: { $0.key == name }) { return table }
        let later = ["advice", "packCriteria", "assessments", "votes", "outcomes", "appeals", "setAside"]
        guard !later.contains(name), result == nil else {
            throw Refusal(
                .rule, code: "table-empty", "“\(round.title)” has nothing to show under “\(name)” yet.",
                remedy: "See how far it has come: remit round show \(round.id)")
        }
        let costs = name == "options" && !round.options.isEmpty
        throw Refusal(
            .rule, code: "no-result", "“\(round.title)” has no table “\(name)” before it is solved.",
            remedy: costs
                ? "What the options cost is in the table “costs”." : "Next: \(RoundAdvance.next(round))")
    }

    /// Those that have something in them.
    func all() throws -> [Table] { try every().filter { !$0.rows.isEmpty } }

    private func every() throws -> [Table] {
        let tables = RoundTables(round)
        var all = [
            RoundStateTables.steps(round), money, rules, costs, tables.criteria, tables.members, tables.interests,
            tables.evidence, tables.advice,
        ]
        if let result, let at = round.result?.at {
            let limits = try TrustLimits(rulebook, on: at.day)
            all += [
                tables.options(result, limits), tables.weights(result), tables.scores(result), tables.ranking(result),
                tables.years(result), tables.frontier(result), tables.prices(result), tables.swaps(result),
                tables.exclusions(result), tables.beneficiaries(result),
            ]
        }
        return all + [tables.pack(), assessments, tables.ballot, tables.decision, appeals, tables.setAside]
    }

    // MARK: - What is not of the result

    static func list(_ rounds: [(listed: RoundDesk.Listed, round: Round)]) -> Table {
        var table = Table(
            key: "rounds", caption: "Rounds",
            columns: [
                .init("round", "Round"), .init("title", "Title"), .init("begun", "Begun"), .init("stands", "Stands"),
                .init("options", "Options"), .init("acts", "Acts"), .init("last", "Last act"),
            ])
        for (listed, round) in rounds {
            table.append([
                .text(listed.id.description), .text(listed.title), .day(listed.openedAt.day), .text(stands(round)),
                .count(round.options.count), .count(listed.acts), .day(listed.lastActAt.day),
            ])
        }
        return table
    }

    /// In a word or two.
    static func stands(_ round: Round) -> String {
        if !round.published.isEmpty { return "published" }
        if round.decision != nil { return "decided" }
        if let ballot = round.ballot { return ballot.choices == nil ? "ballot open" : "voted" }
        if round.result != nil { return "solved" }
        if round.scoresClosedAt != nil { return "scores closed" }
        if round.weightsClosedAt != nil { return "scoring" }
        return round.anchorsClosedAt != nil ? "weighing" : "being set up"
    }

    static func steps(_ round: Round) -> Table {
        var table = Table(
            key: "steps", caption: "How the round stands",
            columns: [.init("step", "Step"), .init("state", "State"), .init("day", "On")])
        func add(_ step: String, _ state: String?, _ at: Moment?) {
            table.append([.text(step), .optional(state, else: "not yet"), .optional(at?.day, else: "")])
        }
        func held(_ count: Int, _ noun: String) -> String? { count == 0 ? nil : RoundWording.count(count, noun) }
        add("Begun", "done", round.openedAt)
        add("Money", held(round.envelope?.years.count ?? 0, "year"), nil)
        let leaves = round.leaves.count
        add("Criteria", leaves == 0 ? nil : leaves == 1 ? "1 criterion" : "\(leaves) criteria", nil)
        add("Options", held(round.options.count, "option"), nil)
        add("Panel", held(round.members.count, "member"), nil)
        add("Anchors", round.anchorsClosedAt.map { _ in "closed" }, round.anchorsClosedAt)
        add(
            "Weights", round.weightsClosedAt.map { _ in "closed" } ?? held(round.weights.count, "member"),
            round.weightsClosedAt)
        add(
            "Scores", round.scoresClosedAt.map { _ in "closed" } ?? held(round.scores.count, "member"),
            round.scoresClosedAt)
        add("Result", round.result.map { $0.digest.short }, round.result?.at)
        add(
            "Ballot",
            round.ballot.map {
                "\(RoundWording.count($0.voted.count, "vote")), \($0.choices == nil ? "open" : "closed")"
            },
            round.ballot?.openedAt)
        add("Decision", round.decision.map { $0.body }, round.decidedAt)
        add("Published", round.published.last.map { $0.digest.short }, round.published.last?.at)
        return table
    }

    private var money: Table {
        var table = Table(
            key: "money", caption: "The money by year",
            columns: [
                .init("year", "Year"), .init("title", "Where it comes from"), .init("kind", "Kind"),
                .init("amountPence", "Amount"), .init("note", "Note"),
            ])
        for year in round.envelope?.years ?? [] {
            for source in year.sources {
                table.append([
                    .text(year.year.description), .text(source.title),
                    .text(RoundStateTables.words(of: source.kind.rawValue)),
                    .money(source.amount), .optional(source.note, else: ""),
                ])
            }
        }
        for lock in round.envelope?.locks ?? [] {
            table.append([
                .text("from \(lock.until.inWords)"), .text(lock.title), .text("locked until then"), .money(lock.amount),
                .optional(lock.contract.map { "contract \($0)" }, else: ""),
            ])
        }
        return table
    }

    private var rules: Table {
        var table = Table(
            key: "rules", caption: "What any set of options keeps to",
            columns: [
                .init("rule", "Rule"), .init("title", "In words"), .init("kind", "Kind"),
                .init("meant", "Options meant"),
                .init("limitPence", "Limit"), .init("number", "Number"),
            ])
        for rule in round.rules {
            let meant = rule.options.map(\.description) + [rule.tag, rule.area].compactMap { $0?.description }
            table.append([
                .text(rule.id.description), .text(rule.title), .text(RoundStateTables.words(of: rule.kind.rawValue)),
                meant.isEmpty ? .absent("all") : .text(meant.joined(separator: ", ")),
                .optional(rule.limit, else: "none"),
                rule.number.map { .count($0) } ?? .absent("none"),
            ])
        }
        return table
    }

    private var costs: Table {
        let years = round.envelope?.years.map(\.year) ?? []
        var table = Table(
            key: "costs", caption: "The options and what they cost",
            columns: [.init("option", "Short name"), .init("title", "Option"), .init("kind", "Kind")]
                + years.flatMap { year -> [Table.Column] in
                    let key = year.description.filter(\.isNumber)
                    return [
                        .init("recurrent\(key)Pence", "\(year) recurrent"),
                        .init("oneOff\(key)Pence", "\(year) one-off"),
                    ]
                } + [.init("fullYearPence", "Full year")])
        for option in round.options {
            table.append(
                [.text(option.id.description), .text(option.title), .text(option.kind.words)]
                    + years.flatMap { year -> [Cell] in
                        let cost = option.cost(in: year)
                        return [.money(cost.recurrent), .money(cost.oneOff)]
                    } + [.money(option.fullYear)])
        }
        return table
    }

    private var assessments: Table {
        var table = Table(
            key: "assessments", caption: "What the law asks for, and who has seen it",
            columns: [
                .init("option", "Option"), .init("kind", "Document"), .init("title", "Title"), .init("dated", "Dated"),
                .init("digest", "Digest, or why there is none"), .init("seen", "Seen by"),
            ])
        for option in round.options where option.needsAssessments {
            for kind in Assessment.Kind.allCases {
                let held = round.assessments.filter { $0.option == option.id && $0.kind == kind }
                if held.isEmpty {
                    table.append([
                        .text(option.title), .text(kind.words), .absent("not attached"), .absent(""), .absent(""),
                        .absent(""),
                    ])
                }
                for assessment in held {
                    let seen = round.seen.filter { $0.assessment == assessment.id }.map(\.member.description)
                    table.append([
                        .text(option.title), .text(kind.words), .text(assessment.title), .day(assessment.dated),
                        .optional(assessment.document?.short ?? assessment.reasonForNone, else: ""),
                        seen.isEmpty ? .absent("nobody") : .text(seen.joined(separator: ", ")),
                    ])
                }
            }
        }
        return table
    }

    private var appeals: Table {
        var table = Table(
            key: "appeals", caption: "Appeals",
            columns: [
                .init("appeal", "Appeal"), .init("lodgedOn", "Lodged"), .init("grounds", "Grounds"),
                .init("outcome", "Outcome"), .init("reason", "Reason"), .init("answeredOn", "Answered"),
            ])
        for appeal in round.lodged {
            table.append([
                .text(appeal.id.description), .day(appeal.lodgedOn), .text(appeal.grounds),
                .optional(appeal.answer.map { $0.isUpheld ? "upheld" : "dismissed" }, else: "not answered"),
                .optional(appeal.answer?.reason, else: ""), .optional(appeal.answer?.answeredOn, else: ""),
            ])
        }
        return table
    }

    /// `ringFenceLeast` as `ring fence least`.
    static func words(of name: String) -> String {
        name.reduce(into: "") { text, letter in
            text += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
        }
    }
}
