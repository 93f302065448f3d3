import ArgumentParser
import Priorities
import Store
import Vocabulary

/// `remit round close`: closes a stage, time-stamped.
struct RoundCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close the anchors, the weights or the scores, in this order.")

    @OptionGroup var options: RoundOptions

    @Argument(help: "anchors, weights or scores.")
    var stage: Stage

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let round = try store.perform(CloseStage(round: options.round, stage: stage), by: author, at: Clock.now())
        Printing.line("The \(stage.rawValue) of “\(round.title)” are closed.")
        Printing.line("Next: \(RoundAdvance.next(round))")
    }
}

/// `remit round reopen`: opens a stage again; what was entered since is set aside, visibly.
struct RoundReopenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Open a stage again, with a reason; what was entered since is set aside.")

    @OptionGroup var options: RoundOptions

    @Argument(help: "anchors, weights or scores.")
    var stage: Stage

    @Option(help: "Why; it stands in the record.")
    var reason: String

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let round = try store.perform(
            ReopenStage(round: options.round, stage: stage, reason: reason), by: author, at: Clock.now())
        Printing.line("The \(stage.rawValue) of “\(round.title)” are open again.")
        for aside in round.setAside.suffix(1) { Printing.line("Set aside: \(aside.what).") }
        Printing.line("Next: \(RoundAdvance.next(round))")
    }
}
