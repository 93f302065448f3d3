import ArgumentParser
import Priorities
import Store
import Tabular
import Vocabulary

/// `remit round explain`: the answer in sentences.
struct RoundExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "The answer in plain words: what is recommended, and how sure that is.")

    @OptionGroup var options: RoundOptions

    @Option(help: ArgumentHelp("One option only.", valueName: "option"))
    var option: Slug?

    @Flag(help: "Write JSON to standard output.")
    var json = false

    func run() async throws {
        let desk = RoundDesk(try options.store.open())
        let round = try desk.round(options.round)
        guard let held = try desk.result(of: round.id), let at = round.result?.at else {
            throw RoundExplainCommand.unsolved(round)
        }
        let explanation = try RoundExplanation(
            round, held.value(), limits: TrustLimits(desk.rules.rulebook, on: at.day))
        if let option {
            guard let one = explanation.options.first(where: { $0.option == option }) else {
                throw Refusal(
                    .usage, code: "no-such-option", "There is no option “\(option)”.",
                    remedy: "The options are \(round.options.map(\.id.description).joined(separator: ", ")).")
            }
            if json { return Printing.line(JSONValue(encoding: one).pretty) }
            one.sentences.forEach(Printing.line)
            return
        }
        if json { return Printing.line(JSONValue(encoding: explanation).pretty) }
        Printing.line(round.title)
        for (heading, sentences) in RoundExplainCommand.parts(of: explanation) where !sentences.isEmpty {
            Printing.line("\n\(heading)")
            for sentence in sentences { Printing.text(RoundExplainCommand.folded(sentence)) }
        }
        Printing.line("\nNext: \(RoundAdvance.next(round, isExplained: true))")
    }

    static func unsolved(_ round: Round) -> Refusal {
        Refusal(
            .rule, code: "no-result", "“\(round.title)” has no result yet.",
            remedy: "Solve it with: remit round solve \(round.id)")
    }

    private static func parts(of explanation: RoundExplanation) -> [(heading: String, sentences: [String])] {
        [
            ("What is recommended", explanation.recommendation),
            ("Option by option", explanation.options.map { $0.sentences.joined(separator: " ") }),
            ("What the rules and the locks cost", explanation.prices),
            ("The simple list by value for money", explanation.list),
            ("What leaving members out did", explanation.exclusions), ("The panel", explanation.panel),
            ("The decision", explanation.decision),
        ]
    }

    /// A paragraph with a dash before it, folded at the terminal's width.
    static func folded(_ sentence: String, width: Int = Printing.width) -> String {
        var lines: [String] = []
        var line = "- "
        for word in sentence.split(separator: " ") {
            if line.count + word.count + 1 > width, line.count > 2 {
                lines.append(line)
                line = "  "
            }
            line += line.count == 2 ? String(word) : " \(word)"
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }
}

/// `remit round compare`: the answer that counts against the one before.
struct RoundCompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "This answer against the one before: what changed, as an appeal or a re-opened step made it.")

    @OptionGroup var options: RoundOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let desk = RoundDesk(try options.store.open())
        let round = try desk.round(options.round)
        let results = try desk.results(of: round.id)
        guard results.count > 1, let after = results.last else {
            throw Refusal(
                .rule, code: "one-result",
                "“\(round.title)” has \(results.isEmpty ? "no result" : "one result") so far: there is nothing to compare.",
                remedy: results.isEmpty ? "Solve it with: remit round solve \(round.id)" : nil)
        }
        let before = results[results.count - 2]
        let between = try desk.acts(of: round.id).filter {
            (before.sequence + 1..<after.sequence).contains($0.sequence)
        }
        let table = try RoundComparison(before.value(), after.value(), round).table
        let acts = between.map { RoundStateTables.words(of: $0.act) }
        let said = Set(acts).sorted().map { name in
            let count = acts.count { $0 == name }
            return count == 1 ? name : "\(name) (\(count) times)"
        }
        try output.write(
            [table],
            facts: [
                .init("before", .text(before.digest.description)), .init("after", .text(after.digest.description)),
            ],
            lines: [
                "The answer \(before.digest.short) of line \(before.sequence), and \(after.digest.short) of line \(after.sequence).",
                said.isEmpty ? "Nothing was done between them." : "Done between them: \(said.joined(separator: ", ")).",
            ])
    }
}

/// Two answers of a round side by side.
struct RoundComparison {
    let before: RoundResult
    let after: RoundResult
    let round: Round

    init(_ before: RoundResult, _ after: RoundResult, _ round: Round) {
        self.before = before
        self.after = after
        self.round = round
    }

    var table: Table {
        var table = Table(
            key: "changes", caption: "What changed, option by option",
            columns: [
                .init("option", "Option"), .init("valueBefore", "Value before"), .init("value", "Now"),
                .init("rankBefore", "Place before"), .init("rank", "Now"), .init("fundedBefore", "In the set before"),
                .init("funded", "Now"), .init("change", "Change"),
            ], notes: before == after ? ["Nothing changed."] : [])
        let names =
            after.options.map(\.option)
            + before.options.map(\.option).filter { id in
                !after.options.contains { $0.option == id }
            }
        for id in names {
            let (was, now) = (before.options.first { $0.option == id }, after.options.first { $0.option == id })
            func value(_ option: RoundResult.OptionResult?) -> Cell {
                option.map { .number($0.value, places: 1) } ?? .absent("not there")
            }
            func rank(_ option: RoundResult.OptionResult?) -> Cell {
                option.map { .count($0.rank) } ?? .absent("not there")
            }
            func funded(_ option: RoundResult.OptionResult?) -> Cell {
                option.map { .flag($0.isFunded) } ?? .absent("not there")
            }
            table.append([
                .text(round.option(id)?.title ?? id.description), value(was), value(now), rank(was), rank(now),
                funded(was), funded(now), change(was, now),
            ])
        }
        return table
    }

    private func change(_ was: RoundResult.OptionResult?, _ now: RoundResult.OptionResult?) -> Cell {
        guard let was else { return .text("new") }
        guard let now else { return .text("withdrawn") }
        if was.isFunded != now.isFunded { return .text(now.isFunded ? "now in" : "now out") }
        return was.rank == now.rank ? .absent("") : .text(now.rank < was.rank ? "up" : "down")
    }
}
