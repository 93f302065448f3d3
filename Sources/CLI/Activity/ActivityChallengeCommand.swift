import ArgumentParser
import Challenges
import Engines
import Files
import Foundation
import Imports
import Rulebook
import Store
import Synchronization
import Tabular
import Vocabulary

/// Of which year, and with which tables.
struct ActivityYearOptions: ParsableArguments {
    @Option(help: "The financial year; the last that was taken in where none is given: 2025/26.")
    var year: String?

    @Option(
        help: ArgumentHelp(
            "A folder with tables of reference in CSV for this run alone, in place of those that were taken in.",
            valueName: "dir"))
    var tables: String?

    @OptionGroup var engine: EngineOptions

    func desk(_ store: StoreOptions, otherwise: String? = nil) throws -> ActivityDesk {
        let chosen = try year.map { text throws(Refusal) in
            guard let year = FinancialYear(text) else {
                throw Refusal(.usage, code: "bad-year", "“\(text)” is no financial year such as 2025/26.")
            }
            return year
        }
        return try engine.activity().desk(
            store.open(), folder: ActivityFolder(beside: store.path), year: chosen, tables: tables ?? otherwise)
    }

    /// The engine that sees the desk's files.
    ///
    /// - Parameter doing: what is being asked, for the line of progress.
    func open(_ desk: ActivityDesk, doing: @escaping @Sendable () -> String) throws -> any QueryEngine {
        try engine.open(desk, doing: doing)
    }
}

extension EngineOptions {
    /// The engine that sees a desk's files, with a line of progress.
    ///
    /// - Parameter doing: what is being asked.
    func open(_ desk: ActivityDesk, doing: @escaping @Sendable () -> String) throws(Refusal) -> any QueryEngine {
        try activity().open(desk) { seconds, memory in
            Printing.progress("\(doing()): \(Int(seconds)) s, \(grouped(memory >> 20)) MiB")
        }
    }
}

struct ActivityChallengeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "challenge",
        abstract: "What to challenge of what was billed, why, and the money at risk, counted once.",
        discussion: """
            Every rule is asked of the rows that stand. A row's money counts once, under the first of the rules that found \
            fault with it; where its contract line has no cash, the fault is one of data only. Rules whose tables of \
            reference were not taken in are named and not asked. With --planted, the list of faults that remit exemplar \
            activity put in: recall and precision of each rule; tables of reference then come from that list's folder where \
            none was taken in.
            """)

    @Option(
        name: .customLong("rule"), parsing: .singleValue, help: "Only this rule (repeatable): CC05.")
    var only: [String] = []

    @Option(
        help: ArgumentHelp("The list of faults that were put in: row, rule, amountPence and file.", valueName: "file"))
    var planted: String?

    @Option(help: ArgumentHelp("Write every row that was found to FILE, in CSV.", valueName: "file"))
    var found: String?

    @Option(
        help: ArgumentHelp(
            "Write everything that an engine would be asked to FILE, in SQL, and ask nothing.", valueName: "file"))
    var sql: String?

    @Option(
        name: .customLong("run"),
        help: ArgumentHelp("Write the run to FILE, in JSON, for remit activity raise.", valueName: "file"))
    var runFile: String?

    @OptionGroup var years: ActivityYearOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        for rule in only where !ChallengeRule.shipped.contains(where: { $0.id == rule }) {
            throw ValidationError("There is no rule \(rule); see remit activity rules.")
        }
    }

    func run() async throws {
        let list = try planted.map { path throws(Refusal) in
            try PlantedFaultsFile(try WholeFile.read(path), named: URL(fileURLWithPath: path).lastPathComponent)
        }
        let hasTables = try !store.open().read { db in try HeldReference.all(db) }.isEmpty
        let beside = planted.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
        let desk = try years.desk(store, otherwise: hasTables ? nil : beside)
        let wanted = only.isEmpty ? nil : Set(only)
        if let sql {
            // The tables of this time alone stay where they are, for whoever asks.
            try WholeFile.write(Array(AskRules.script(desk.views, only: wanted).utf8), to: sql, replacing: true)
            return Printing.line("Wrote \(sql).")
        }
        defer { desk.clear() }
        let asking = Mutex("The rows")
        let run = try AskRules(desk.views, on: years.open(desk) { asking.withLock { $0 } })
        let outcome = try run.ask(wanted) { rule in
            asking.withLock { $0 = "\(rule.id): \(rule.words.title)" }
            Printing.progress("\(rule.id): \(rule.words.title)")
        }
        Printing.progress("")
        if let found { try write(outcome, desk.views, to: found) }
        if let runFile {
            let json = ChallengeRun.json(words: outcome.asked.map(\.words), challenges: outcome.raised)
            try WholeFile.write(Array((json.canonical + "\n").utf8), to: runFile, replacing: true)
        }
        let measured = list.map { list in
            MeasureRules.measure(
                outcome.raised, against: list.faults, rules: outcome.asked.map(\.id),
                names: desk.views.names)
        }
        let summary = ChallengeSummary(outcome.raised, rules: outcome.asked)
        if output.json {
            Printing.line(document(outcome, summary, measured, year: desk.views.year).pretty)
            return
        }
        try output.write(
            [summary.table] + (measured.map { [MeasureTable.table($0.measures)] } ?? []),
            lines: lines(outcome, summary, year: desk.views.year) + elsewhere(measured?.elsewhere ?? 0))
    }

    private func elsewhere(_ count: Int) -> [String] {
        count == 0 ? [] : ["\(counted(count, "fault was", "faults were")) put into files that were not taken in."]
    }

    private func lines(_ outcome: AskRules.Outcome, _ summary: ChallengeSummary, year: FinancialYear) -> [String] {
        var lines = [
            "\(year): \(counted(outcome.raised.count, "challenge", "challenges")) of \(counted(summary.rows, "row", "rows")); "
                + "\(summary.counted) at risk, each row counted once."
        ]
        if outcome.isWithoutElements {
            lines.append("No table says which payment element a contract line has: every fault is taken to have cash.")
        }
        for (rule, why) in outcome.notAsked { lines.append("\(rule.id) was not asked: it \(why).") }
        return lines
    }

    private func document(
        _ outcome: AskRules.Outcome, _ summary: ChallengeSummary,
        _ measured: (measures: [RuleMeasure], elsewhere: Int)?, year: FinancialYear
    ) -> JSONValue {
        let rules = outcome.asked.map { rule -> JSONValue in
            var members: [JSONValue.Member] = [.init("rule", .text(rule.id)), .init("title", .text(rule.words.title))]
            if let measure = measured?.measures.first(where: { $0.rule == rule.id }) {
                members += [
                    .init("planted", .integer(measure.planted)), .init("raised", .integer(measure.raised)),
                    .init("recall", measure.recall.map { .decimal($0) } ?? .null),
                    .init("precision", measure.precision.map { .decimal($0) } ?? .null),
                    .init("plantedPence", .integer(measure.plantedPence)),
                    .init("raisedPence", .integer(measure.raisedPence)),
                ]
            }
            if let line = summary.lines.first(where: { $0.rule == rule.id }) {
                if measured == nil { members.append(.init("raised", .integer(line.raised))) }
                members += [
                    .init("amountPence", .integer(line.amount.pence)),
                    .init("atRiskPence", .integer(line.atRisk.pence)),
                    .init("countedPence", .integer(line.counted.pence)), .init("dataOnly", .integer(line.dataOnly)),
                ]
            }
            members.append(.init("verified", .flag(rule.words.isVerified)))
            return .object(members)
        }
        var members: [JSONValue.Member] = [
            .init("year", .text(year.description)), .init("rules", .list(rules)),
            .init(
                "notAsked",
                .list(outcome.notAsked.map { ["rule": .text($0.rule.id), "why": .text($0.why)] })),
            .init("rows", .integer(summary.rows)), .init("countedPence", .integer(summary.counted.pence)),
            .init("withoutPaymentElements", .flag(outcome.isWithoutElements)),
        ]
        if let measured { members.append(.init("plantedElsewhere", .integer(measured.elsewhere))) }
        return .object(members)
    }

    private func write(_ outcome: AskRules.Outcome, _ views: ActivityViews, to path: String) throws {
        try WholeFile.write(
            Array(FoundRows.table(outcome.raised, names: views.names).csv.utf8), to: path, replacing: true)
    }
}

struct ActivityRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rules of contract challenges: what each asks, its source and its letter.")

    @Option(name: .customLong("rule"), help: "One rule with its paragraph of a letter and its query: CC05.")
    var rule: String?

    @OptionGroup var output: OutputOptions

    func run() async throws {
        if let rule {
            guard let found = ChallengeRule.shipped.first(where: { $0.id == rule }) else {
                throw Refusal(
                    .usage, code: "no-such-rule", "There is no rule \(rule).", remedy: "See remit activity rules.")
            }
            let sql = try found.sql(rules: .shipped, on: Clock.now().day) { Dialect.duckDB.text($0) }
            for line in [
                "\(found.id)  \(found.words.title)", "", found.words.letter, "",
                "Source: \(found.words.source)"
                    + (found.words.isVerified ? "." : " (nobody has read it there)."), "", sql,
            ] { Printing.line(line) }
            return
        }
        try output.write([RulesTable.table(ChallengeRule.shipped)])
    }
}

struct ActivityPaysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pays",
        abstract: "Who is responsible for the rows that stand, by the branch of the commissioner assignment.")

    @OptionGroup var years: ActivityYearOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let desk = try years.desk(store)
        defer { desk.clear() }
        let answer = try AskRules(desk.views, on: years.open(desk) { "Who pays" }).whoPays()
        Printing.progress("")
        let table = WhoPaysTable.table(
            answer.branches.map { ($0.reason, $0.rows, $0.cost, $0.otherRows, $0.otherCost) }, year: desk.views.year)
        try output.write(
            [table],
            lines: [
                "\(counted(answer.rows, "row", "rows")) and \(answer.cost) stand; by branch "
                    + "\(grouped(answer.branches.reduce(0) { $0 + $1.rows })) and "
                    + "\(Money(pence: answer.branches.reduce(0) { $0 + $1.cost.pence }))."
            ])
    }
}
