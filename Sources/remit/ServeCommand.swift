import ArgumentParser
import CLI
import Foundation
import Vocabulary
import Web

/// `remit serve`: the pages, for those who sign in, and what is published for everybody.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the pages until stopped.",
        discussion: """
            People sign in; add the first of them with: remit user add. What is published can be read by everybody.

            Passwords do not travel in the clear: away from this machine, put something that speaks https in front, \
            and say with --address how browsers reach it.
            """)

    @OptionGroup var store: StoreOptions

    @Option(help: "The address to listen on; this machine alone unless you say otherwise.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 takes any that is free.")
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "How browsers reach it, where something stands in front: https://remit.example", valueName: "address"))
    var address: String?

    @Option(
        help: ArgumentHelp(
            "The folder in which records of decisions are published; they are served from it.", valueName: "dir"))
    var published: String?

    @Option(
        help: ArgumentHelp(
            "The most that is taken of files sent together, in megabytes; 1 to 4000.", valueName: "megabytes"))
    var uploads = Server.mostMegabytes

    @OptionGroup var engine: EngineOptions

    @Option(
        help: ArgumentHelp(
            "Lets people sign in at an OpenID provider, as this file says (docs/sign-in.md).", valueName: "file"),
        completion: .file(extensions: ["yaml", "json"]))
    var openid: String?

    @Option(
        help: ArgumentHelp(
            "Sends invitations, reminders and a weekly message, as this file says (docs/sign-in.md).",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "json"]))
    var mail: String?

    @Option(
        help: ArgumentHelp(
            "How requests are told of on standard error: json, text or none. No line says who asked for what.",
            valueName: "format"))
    var log = LogFormat.json

    func validate() throws {
        guard (1...4_000).contains(uploads) else { throw ValidationError("--uploads takes megabytes, 1 to 4000.") }
        if mail != nil, address == nil { throw ValidationError("With --mail, say with --address where messages lead.") }
        guard (0...65_535).contains(port) else { throw ValidationError("A port is 0 to 65535.") }
        guard let address else { return }
        guard address.wholeMatch(of: /https?:\/\/[a-z0-9.\-]+(:[0-9]+)?/) != nil else {
            throw ValidationError("Write the address without a path, in small letters: https://remit.example")
        }
    }

    func run() async throws {
        var isFolder: ObjCBool = false
        if let published,
            !FileManager.default.fileExists(atPath: published, isDirectory: &isFolder) || !isFolder.boolValue
        {
            throw Refusal(
                .usage, code: "published-missing", "There is no folder \(published).", remedy: "Make it first.")
        }
        let store = try store.open()
        let elsewhere = try openid.map { try SettingsFiles.signIn(at: $0) }
        let post = try mail.map { try SettingsFiles.post(at: $0) }
        let server = try Server(
            store: store, version: Version.current, host: host, origin: address, mostMegabytes: uploads,
            elsewhere: elsewhere, mail: post,
            solving: RoundSolving.forServing, siting: SitingSolving.forServing, published: published,
            engines: engine.activity(), intake: engine.intake, log: log)
        try await server.run(host: host, port: port) { address in
            Printing.line("Remit is at \(address) (stop it with Ctrl-C).")
        }
    }
}

extension LogFormat: ExpressibleByArgument {}

extension RoundSolving {
    /// As the pages have answers worked out: with the solver where it is installed.
    static let forServing: Server.Solving = { round, settings, progress in
        try RoundSolving().solve(round, settings: settings, progress: progress)
    }
}

extension SitingSolving {
    /// As the pages have the best places for sites found, with the solver where it is installed.
    static let forServing: Server.Siting = { model, start, seconds in
        try SitingSolving.solve(model, from: start, seconds: seconds)
    }
}
