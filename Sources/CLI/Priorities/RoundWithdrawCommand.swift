import ArgumentParser
import Priorities
import Store
import Vocabulary

/// `remit round withdraw`: takes an option out of a round, with a reason that stands in the record.
struct RoundWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take an option out of the round, with a reason.",
        discussion: "What was said of it stays on the record. Scores that were given to it are set aside.")

    @OptionGroup var options: RoundOptions

    @Argument(help: "The option's short name.")
    var option: Slug

    @Option(help: "Why; it stands in the record.")
    var reason: String

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let round = try store.perform(
            WithdrawOption(round: options.round, option: option, reason: reason), by: author, at: Clock.now())
        Printing.line("“\(option)” is out of “\(round.title)”; \(round.options.count) are left.")
        for aside in round.setAside.suffix(1) { Printing.line("Set aside: \(aside.what).") }
        Printing.line("Next: \(RoundAdvance.next(round))")
    }
}
