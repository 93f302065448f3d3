import ArgumentParser
import Files
import Foundation
import Priorities
import Store
import Vocabulary

/// `remit round new`: begins a round.
struct RoundNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a round from round.yaml, or from a folder with whatever is ready.",
        discussion: "From a folder, everything up to the scores is taken in: all of it or none.")

    @Argument(help: "round.yaml, or a folder that holds it.")
    var path: String

    @OptionGroup var options: StoreOptions

    func run() async throws {
        let (author, store) = (try options.author(), try options.open())
        let taking = RoundFolderIntake(RoundIntake(store, by: author))
        let round = try taking.take(try files(), .untilScores)
        Printing.line("“\(round.title)” is begun as \(round.id).")
        Printing.line("Next: \(RoundAdvance.next(round))")
    }

    private func files() throws -> RoundFiles {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            return try RoundFiles(folder: path)
        }
        let name = path.lowercased().hasSuffix(".json") ? "round.json" : "round.yaml"
        return RoundFiles([(path: name, bytes: try InputBytes.read(path))])
    }
}

/// `remit round run`: a whole round from one folder.
struct RoundRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a whole round from one folder: from round.yaml to the decision.",
        discussion: """
            For scripts. It stops where the files end and says what is next. What was recorded before a refusal stays.
            """)

    @Argument(help: "The folder.")
    var folder: String

    @OptionGroup var solving: SolvingOptions
    @OptionGroup var options: StoreOptions

    func run() async throws {
        let (author, store) = (try options.author(), try options.open())
        let files = try RoundFiles(folder: folder)
        let interruption = Interruption()
        defer { interruption.end() }
        var taking = RoundFolderIntake(RoundIntake(store, by: author), solving: solving.solving)
        taking.progress = SolvingOptions.progress
        taking.isCancelled = { interruption.isAsked }
        let round = try taking.take(files, .everything)
        Printing.progress("")
        if let held = try RoundDesk(store).result(of: round.id) { RoundSolving.sayWhatIsNotProved(try held.value()) }
        Printing.line("“\(round.title)” stands as \(round.id).")
        Printing.line("Next: \(RoundAdvance.next(round))")
    }
}
