import ArgumentParser
import Digests
import Files
import Foundation
import Methods
import Priorities
import Store
import Synchronization
import Vocabulary

/// How a calculation is made: processes, limits, and what people see of it.
struct SolvingOptions: ParsableArguments {
    @Option(help: "Solver processes and threads.")
    var workers = 2

    @Option(help: ArgumentHelp("The most seconds for one question of the solver.", valueName: "seconds"))
    var limit = 60.0

    func validate() throws {
        if !(1...64).contains(workers) { throw ValidationError("--workers takes 1 to 64.") }
        if !(limit > 0 && limit <= 86_400) { throw ValidationError("--limit takes seconds, above 0.") }
    }

    var solving: RoundSolving { RoundSolving(workers: workers, seconds: limit) }

    /// A line on the terminal.
    static let progress: @Sendable (String, Double) -> Void = { what, share in
        Printing.progress("\(what) \(Int(share * 100)) %")
    }
}

/// `remit round solve`: works the answer out and records it.
struct RoundSolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve", abstract: "Rank the options, find the best set, and say how far to trust it.",
        discussion: """
            The same round, seed and version give the same answer on any machine. Ctrl-C leaves nothing. With --what-if \
            the answer is worked out with other weights, shown beside the one that counts, and not recorded.
            """)

    @OptionGroup var options: RoundOptions

    @Option(help: "The seed of the draws.")
    var seed: Int?

    @Option(help: "Draws of weights and scores for the ranking.")
    var draws: Int?

    @Option(name: .customLong("core-draws"), help: "Draws for which the best set is found anew.")
    var coreDraws: Int?

    @Option(help: "Budgets on the frontier.")
    var points: Int?

    @Option(help: ArgumentHelp("Other weights (weights.yaml); nothing is recorded.", valueName: "file"))
    var whatIf: String?

    @OptionGroup var solving: SolvingOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let given = [draws, coreDraws, points].compactMap(\.self)
        if given.contains(where: { $0 < 1 || $0 > 100_000_000 }) {
            throw ValidationError("--draws, --core-draws and --points take whole numbers from 1.")
        }
        if output.isForProgrammes && whatIf == nil {
            throw ValidationError("Tables go with --what-if; else see remit round show.")
        }
    }

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let desk = RoundDesk(store)
        let round = try desk.round(options.round)
        guard round.scoresClosedAt != nil else {
            throw Refusal(
                .rule, code: "scores-open", "The scores of “\(round.title)” are still open.",
                remedy: "Close them with: remit round close \(round.id) scores")
        }
        if let whatIf {
            let other = try RoundSolveCommand.weighed(round, by: whatIf, desk.rules)
            let standing = try desk.result(of: round.id)?.value().settings
            let result = try worked(other, settings(over: standing ?? round.settings))
            return try show(result, beside: desk.result(of: round.id)?.value(), of: round, desk)
        }
        // What would be refused in the end is refused before the work.
        _ = try RecordResult(round: round.id, digest: Digest.of("")).decide(
            RoundBefore(round: round, rulebook: desk.rules.rulebook), by: author, at: Clock.now())
        let result = try worked(round, settings(over: round.settings))
        let held = try desk.record(result, for: round.id, by: author, at: Clock.now())
        RoundSolving.sayWhatIsNotProved(result)
        Printing.line(
            "\(result.portfolio.options.count) of \(result.options.count) options are recommended, for "
                + "\(result.portfolio.fullYear) a year. The answer is \(held.digest.short)….")
        Printing.line("Next: \(RoundAdvance.next(try desk.round(round.id)))")
    }

    private func settings(over standing: RoundResult.Settings?) -> RoundResult.Settings {
        var settings = standing ?? RoundResult.Settings()
        if let seed { settings.seed = seed }
        if let draws { settings.draws = draws }
        if let coreDraws { settings.coreDraws = coreDraws }
        if let points { settings.frontierPoints = points }
        return settings
    }

    private func worked(_ round: Round, _ settings: RoundResult.Settings) throws -> RoundResult {
        let interruption = Interruption()
        defer {
            interruption.end()
            Printing.progress("")
        }
        return try solving.solving.solve(
            round, settings: settings, progress: SolvingOptions.progress, isCancelled: { interruption.isAsked })
    }

    /// The round as it would be with other weights: those that the file gives, in place of what these members gave.
    static func weighed(_ round: Round, by file: String, _ rules: RulesInForce) throws -> Round {
        var other = round
        other.weightsClosedAt = nil
        other.scoresClosedAt = nil
        other.decision = nil
        let document = try WeightsDocument.read(RoundFiles.value(at: file), named: RoundFiles.name(file))
        for entry in document.weights { other.weights[entry.member] = nil }
        for entry in document.weights {
            other = try GiveWeights(round: round.id, member: entry.member, given: entry.given).decide(
                RoundBefore(round: other, rulebook: rules.rulebook), by: Author("what if")!, at: Clock.now())
        }
        other.weightsClosedAt = round.weightsClosedAt
        other.scoresClosedAt = round.scoresClosedAt
        other.decision = round.decision
        return other
    }

    private func show(_ result: RoundResult, beside held: RoundResult?, of round: Round, _ desk: RoundDesk) throws {
        let limits = try TrustLimits(desk.rules.rulebook, on: Clock.now().day)
        let tables = RoundTables(round)
        try output.write(
            held.map { [RoundComparison($0, result, round).table, tables.options(result, limits)] }
                ?? [tables.options(result, limits)], lines: ["With the weights of the file; nothing is recorded."])
    }
}

/// Ctrl-C, heard while a calculation runs.
final class Interruption: Sendable {
    private let asked = Atomic<Bool>(false)
    // Made, resumed and cancelled by one owner; libdispatch allows that from any thread.
    private nonisolated(unsafe) let source: any DispatchSourceSignal

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [weak self] in self?.asked.store(true, ordering: .relaxed) }
        source.resume()
    }

    var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// From here on Ctrl-C ends the program again.
    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
