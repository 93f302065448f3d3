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
        let done = try store.open().write { db in
            try acts.map { act in
                let after = try Store.perform(act, by: author, at: moment, in: db)
                // An act that changes nothing has no line.
                let line = act.isChange(after) ? try Journal.head(db).sequence : nil
                return Done(act: act, after: after, line: line)
            }
        }
        if json {
            let acts = done.map { done -> JSONValue in
                [
                    "journalLine": .optional(done.line) { .integer($0) }, "act": .text(A.name),
                    "said": done.act.journalled,
                ]
            }
            Printing.line(JSONValue.object([.init("acts", .list(acts))]).pretty)
        } else {
            for done in done { Printing.line(sentence(done.act, done.after)) }
            Printing.line(ActOptions.recorded(done.compactMap(\.line), by: author))
        }
    }

    private struct Done<A: StoredAct> {
        let act: A
        let after: A.After
        let line: Int?
    }

    /// - Parameter lines: of the journal, one after another.
    static func recorded(_ lines: [Int], by author: Author) -> String {
        guard let first = lines.first, let last = lines.last else {
            return "Nothing to do: the same is on the record already."
        }
        let which = lines.count == 1 ? "line \(last)" : "lines \(first) to \(last)"
        return "Recorded by \(author) as \(which) of the journal."
    }
}
