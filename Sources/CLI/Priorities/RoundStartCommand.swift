import ArgumentParser
import Files
import Foundation
import Organisations
import Priorities
import Store
import Vocabulary

/// `remit round start`: example files to edit.
struct RoundStartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Write a folder of commented example files to edit.",
        discussion: """
            The files make a small round that runs as it stands. With --commissioner, today's spend and the money that \
            can move are taken from the contract data held. Nothing is recorded until the files are given back.
            """)

    @Argument(help: "A folder that is made; it may not hold a round yet.")
    var folder: String

    @Option(help: ArgumentHelp("The round's short name.", valueName: "name"))
    var name = Slug("my-round")!

    @Option(
        help: ArgumentHelp(
            "Take spend and movable money of this commissioner from the contract data.", valueName: "code"))
    var commissioner: OrganisationCode?

    @OptionGroup var options: StoreOptions

    func run() async throws {
        let now = Clock.now()
        let day = now.day
        var files = RoundStartFiles(name: name, firstYear: day.financialYear.next, startsAt: now)
        if let commissioner {
            let desk = try DentalDesk(options.open())
            files.money = try MovableEnvelope(desk, of: commissioner, on: day)
            files.commissioner = commissioner
            files.commissionerName = desk.directory.name(of: commissioner, on: day)
        }
        let written = files.all
        for (path, text) in written {
            let place = "\(folder)/\(path)"
            guard !FileManager.default.fileExists(atPath: place) else {
                throw Refusal(
                    .usage, code: "file-exists", "\(place) is there already; nothing was written.",
                    remedy: "Name a new folder.")
            }
            _ = text
        }
        for (path, text) in written {
            let place = "\(folder)/\(path)"
            try FileManager.default.createDirectory(
                atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try WholeFile.write(Array(text.utf8), to: place)
        }
        Printing.line("Wrote \(written.map(\.path).joined(separator: ", ")) into \(folder).")
        if files.money != nil {
            Printing.line("Spend and money come from the contract data: read both before you rely on them.")
        }
        Printing.line("Next: edit them, then remit round new \(folder)")
    }
}

/// `remit round envelope --from-movable`.
extension RoundEnvelopeCommand {
    /// Writes an envelope to start from, to a file or to standard output; records nothing.
    func writeFromMovable() throws {
        let store = try options.store.open()
        let round = try RoundDesk(store).round(options.round)
        let envelope = try MovableEnvelope(
            DentalDesk(store), of: commissioner ?? round.programme.commissioner,
            on: Clock.now().day)
        guard let file = files.first, file != "-" else { return Printing.text(envelope.yaml) }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Refusal(
                .usage, code: "file-exists", "\(file) is there already; nothing was written.",
                remedy: "Name another file.")
        }
        try WholeFile.write(Array(envelope.yaml.utf8), to: file)
        Printing.line("Wrote \(file); nothing is recorded yet.")
        Printing.line("Next: read and correct it, then remit round envelope \(round.id) \(file)")
    }
}
