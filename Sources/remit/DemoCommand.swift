import ArgumentParser
import CLI
import Exemplar
import Foundation
import Store
import Vocabulary
import Web

/// `remit demo`: an invented system, taken in from files of the published shape, and its pages.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fill an invented system (Wexbourne ICB) and serve its pages.")

    @Flag(help: "Do the whole job, print the summary and end, without serving.")
    var once = false

    @Option(help: ArgumentHelp("Where to leave remit.sqlite; a folder that is made where missing.", valueName: "dir"))
    var dir: String?

    @Option(help: "The port to serve on; 0 takes any that is free.")
    var port = 8080

    @Option(help: "The seed of the invented figures.")
    var seed: UInt64 = Exemplar.defaultSeed

    @OptionGroup var engine: EngineOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is 0 to 65535.") }
    }

    func run() async throws {
        let folder = dir ?? FileManager.default.temporaryDirectory.appendingPathComponent("remit-demo").path
        let path = URL(fileURLWithPath: folder).appendingPathComponent("remit.sqlite").path
        let engines = try engine.activity()
        let store = try DemoStore.make(at: path, isTemporary: dir == nil, seed: seed, engines: engines)
        guard !once else { return }
        let server = try Server.demonstration(
            store: store, version: Version.current, people: DemoPeople.buttons, solving: RoundSolving.forServing,
            siting: SitingSolving.forServing,
            published: DemoStore.published(beside: path), engines: engines, intake: engine.intake)
        try await server.run(host: "127.0.0.1", port: port) { address in
            Printing.line("Remit is at \(address) (stop it with Ctrl-C). Every figure is invented.")
            Printing.line("You are signed in as the commissioning manager; the buttons at the top make you another.")
        }
    }
}
