import CLI
import Exemplar
import Foundation
import Priorities
import Publication
import Store
import Vocabulary

/// The exemplar's priority rounds, taken in as a user's folders are: ranked, solved, voted on and decided.
enum DemoRounds {
    /// Fewer than a real round takes, so that the demo is quick.
    private static let (draws, coreDraws) = (20_000, 200)

    /// - Parameters:
    ///   - files: where the folders are left, to try `remit round` with.
    ///   - published: where the record of each decision is written, to try `remit verify` with.
    static func take(into store: Store, by author: Author, files: URL, published: URL) throws {
        try takeDecided(into: store, by: author, files: files, published: published)
        let (exemplar, moment) = (Exemplar.openRound, Clock.now())
        let folder = files.appendingPathComponent(exemplar.id)
        try write(exemplar, to: folder)
        let round = try RoundFolderIntake(RoundIntake(store, by: author, at: moment))
            .take(RoundFiles(folder: folder.path), .everything)
        Printing.line(
            "Round \(round.id): \(round.options.count) options, \(round.members.count) members; open: "
                + "\(round.weights.count) of them has given weights.")
    }

    private static func takeDecided(into store: Store, by author: Author, files: URL, published: URL) throws {
        try FileManager.default.createDirectory(at: published, withIntermediateDirectories: true)
        let moment = Clock.now()
        for exemplar in Exemplar.rounds(for: Occasion(endingAt: moment)) {
            let folder = files.appendingPathComponent(exemplar.id)
            try write(exemplar, to: folder)
            var taking = RoundFolderIntake(RoundIntake(store, by: author, at: moment))
            taking.adjusting = { settings in
                var settings = settings
                settings.draws = min(settings.draws, draws)
                settings.coreDraws = min(settings.coreDraws, coreDraws)
                return settings
            }
            taking.progress = { what, share in
                Printing.progress("\(exemplar.id): \(what) \(Int(share * 100)) %")
            }
            let round = try taking.take(RoundFiles(folder: folder.path), .everything)
            Printing.progress("")
            try say(round, store)
            let record = try PublishRound(store, version: Version.current).publish(
                round.id, to: published.appendingPathComponent(exemplar.id).path, by: author, at: Clock.now())
            Printing.line("  Its record is in \(record.folder); check it with: remit verify \(record.folder)")
        }
        if let why = RoundSolving.withoutSolver {
            Printing.line("The recommended sets of larger rounds are not proved: \(why)")
        }
    }

    private static func say(_ round: Round, _ store: Store) throws {
        guard let decision = round.decision, let held = try RoundDesk(store).result(of: round.id) else { return }
        let result = try held.value()
        let funded = decision.outcomes.count { $0.outcome == .funded }
        Printing.line(
            "Round \(round.id): \(round.options.count) options, \(round.members.count) members; "
                + "\(result.portfolio.options.count) recommended\(result.portfolio.isProved ? "" : " (not proved)"), "
                + "\(round.ballot?.voted.count ?? 0) voted, \(funded) funded by \(decision.body).")
        guard let sitting = decision.sitting else { return }
        Printing.line(
            "  Decided at the meeting \(sitting.meeting): \(sitting.votes.count { $0.isCarried }) motions carried, "
                + "members stood back \(sitting.leftOut.count == 1 ? "once" : "\(sitting.leftOut.count) times").")
    }

    private static func write(_ round: ExemplarRound, to folder: URL) throws {
        for file in round.files {
            let place = folder.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: place)
        }
    }
}
