import ArgumentParser
import Contracts
import Rulebook
import Store
import Vocabulary

/// `remit contract …`: what people settle about a contract, for the record.
struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract", abstract: "Show a contract, or settle something about it, on the record.",
        subcommands: [
            ContractShowCommand.self,
            AcceptCommand.self, RuleCommand.self, ReleaseCommand.self, AgreeCommand.self,
        ])
}

/// What every act on contracts is told besides what it is.
struct ActOptions: ParsableArguments {
    @Option(help: "Why, in a sentence, for whoever reads the record.")
    var reason: String

    @OptionGroup var store: StoreOptions

    @Flag(help: "Write JSON to standard output.")
    var json = false

    /// Performs acts together: all of them or none.
    ///
    /// - Parameter sentence: what was done, for a person.
    func perform<A: StoredAct>(_ acts: [A], sentence: (A, A.After) -> String) throws {
        let (author, moment) = (try store.author(), Clock.now())
        let (done, last) = try store.open().write { db in
            let done = try acts.map { act in (act, try Store.perform(act, by: author, at: moment, in: db)) }
            return (done, try Journal.head(db).sequence)
        }
        if json {
            let lines = done.enumerated().map { place, act -> JSONValue in
                [
                    "journalLine": .integer(last - done.count + 1 + place), "act": .text(A.name),
                    "said": act.0.journalled,
                ]
            }
            Printing.line(JSONValue.object([.init("acts", .list(lines))]).pretty)
        } else {
            for (act, after) in done { Printing.line(sentence(act, after)) }
            let lines = done.count == 1 ? "line \(last)" : "lines \(last - done.count + 1) to \(last)"
            Printing.line("Recorded by \(author) as \(lines) of the journal.")
        }
    }
}
