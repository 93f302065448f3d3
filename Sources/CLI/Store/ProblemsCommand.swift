import ArgumentParser
import Store
import Tabular
import Vocabulary

/// `remit problems`: what was wrong in the files taken in, by row and column.
struct ProblemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problems",
        abstract: "What is wrong or odd in the files taken in, by file, row and column.",
        discussion: """
            A refused row was not kept. A flagged row was kept and stays out of totals until a person accepts it: \
            remit contract accept. A noted row counts.
            """)

    @Option(help: ArgumentHelp("Only of this file: its name, or the beginning of its digest.", valueName: "file"))
    var source: String?

    @Option(help: "Only with this code: unit-value-high.")
    var code: String?

    @Option(help: "Only with this effect: refused, flagged or noted.")
    var effect: Problem.Effect?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (problems, isKnown) = try store.open().read { db in
            (
                try ProblemHeld.all(source: source, code: code, effect: effect, db),
                try source.map { name in
                    try SourceHeld.all(db).contains { $0.name == name || $0.digest.description.hasPrefix(name) }
                } ?? true
            )
        }
        guard isKnown else {
            throw Refusal(
                .usage, code: "no-such-source", "No file “\(source ?? "")” was taken in.", remedy: "See remit sources.")
        }
        var table = Table(
            key: "problems", caption: "Problems in the files taken in",
            columns: [
                .init("file", "File"), .init("row", "Row"), .init("column", "Column"), .init("code", "Code"),
                .init("effect", "Effect"), .init("explanation", "Explanation"), .init("source", "Digest"),
            ])
        for held in problems {
            let problem = held.problem
            table.append([
                .text(held.file), problem.row.map(Cell.count) ?? .absent("whole file"),
                .optional(problem.column, else: "whole row"), .text(problem.code), .text(problem.effect.rawValue),
                .text(problem.explanation), .text(held.digest.short),
            ])
        }
        try output.write([table])
    }
}
