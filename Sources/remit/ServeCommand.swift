import ArgumentParser
import CLI
import Vocabulary
import Web

/// `remit serve`: the pages, read-only, on this machine.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the pages (read-only) until stopped.")

    @OptionGroup var store: StoreOptions

    @Option(help: "The address to listen on; this machine alone unless you say otherwise.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 takes any that is free.")
    var port = 8080

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is 0 to 65535.") }
    }

    func run() async throws {
        let store = try store.open()
        try await Server(store: store, version: Version.current).run(host: host, port: port) { address in
            Printing.line("Remit is at \(address) (stop it with Ctrl-C).")
        }
    }
}
