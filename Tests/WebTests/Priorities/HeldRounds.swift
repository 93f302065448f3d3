import Digests
import Exemplar
import Files
import Foundation
import Governance
import Priorities
import Store
import Tabular
import Vocabulary

@testable import Web

/// Wexbourne's two rounds in a store of the test's own, held as far as a stage.
final class HeldRounds: Sendable {
    static let author = Author("Idris Larkstone")!
    static let (dental, diabetes) = (Slug("dental-2025")!, Slug("diabetes-2025")!)
    private static let day = Day("2025-06-10")!

    /// How far a round is held.
    enum Stage: CaseIterable {
        case begun, weighing, scoring, scored, solved, voting, balloted
        /// The committee has met, and what it decided is not recorded yet.
        case met
        case decided
    }

    /// Both rounds, decided, made once: nothing that is asked for changes them.
    static let decided = Result { try HeldRounds([dental, diabetes], to: .decided) }

    let served: Served
    let store: Store
    private let folder: URL

    /// The names of the keys of ballots that lie beside the database.
    var ballotKeys: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".key") }.sorted()
        }
    }

    init(_ rounds: [Slug], to stage: Stage) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("rounds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("remit.sqlite").path)
        served = Served(store: store)
        try store.perform(
            SetUpInstallation(holder: "Wexbourne ICB", isInvented: true), by: HeldRounds.author, at: now())
        if [.balloted, .met, .decided].contains(stage) {
            for file in Exemplar.governance(for: Occasion(endingAt: try now())) {
                try take(YAMLFile.value(of: file.bytes, named: file.path), named: file.path)
            }
        }
        for round in rounds { try hold(round, to: stage) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var desk: RoundDesk { RoundDesk(store) }

    /// The paths of every page of a round.
    func paths(of round: Slug) throws -> [String] {
        let options = try desk.round(round).options.map { "/options/\($0.id)" }
        return (["", "/robustness", "/scores", "/process", "/decision"] + options).map { "/rounds/\(round)\($0)" }
    }

    /// The texts of a round that are kept apart: names, and declarations in members' own words.
    static func personal(of round: Slug) -> [String] {
        let files = Exemplar.rounds.first { $0.id == round.description }?.files ?? []
        return files.flatMap { file in
            String(decoding: file.bytes, as: UTF8.self)
                .matches(of: /(?:name|person|declaration): "?([^",}\n]+)/).map { String($0.1) }
        }
    }

    // MARK: - Holding a round

    /// One second later for each line there is.
    private func now() throws -> Moment {
        let lines = try store.read { db in try Journal.head(db).sequence }
        return Moment(secondsSince1970: HeldRounds.day.number * 86_400 + 32_400 + lines)
    }

    private func hold(_ id: Slug, to stage: Stage) throws {
        let files = Exemplar.rounds.first { $0.id == id.description }?.files ?? []
        let folder = try HeldRounds.read(files)
        let steps = try store.write { db in
            try folder.steps(
                keeping: { text throws(Refusal) in
                    do { return try PersonalTexts.keep(text, db) } catch {
                        throw Refusal(.engine, code: "kept", "\(error)")
                    }
                },
                holding: { path throws(Refusal) in Digest.of(Array(path.utf8)) })
        }
        for step in steps where !isBeyond(stage, step) { try take(step, id, opensOnly: stage == .voting) }
    }

    /// True for the steps of a folder that come after the stage.
    private func isBeyond(_ stage: Stage, _ step: RoundFolder.Step) -> Bool {
        switch (stage, step) {
        case (.begun, .act(let act)): !(act is OpenRound)
        case (.weighing, .act(is GiveWeights)), (.weighing, .act(is GiveScores)): true
        case (.weighing, .act(let act as CloseStage)): act.stage != .anchors
        case (.scoring, .act(is GiveScores)): true
        case (.scoring, .act(let act as CloseStage)): act.stage == .scores
        case (.met, .decision): true
        case (.met, _), (.decided, _): false
        case (_, .meeting), (_, .decision): true
        case (.begun, .sheet), (.weighing, .sheet), (.scoring, .sheet): true
        case (.begun, .solve), (.weighing, .solve), (.scoring, .solve), (.scored, .solve): true
        case (.begun, .ballot), (.weighing, .ballot), (.scoring, .ballot), (.scored, .ballot), (.solved, .ballot):
            true
        default: false
        }
    }

    private func take(_ step: RoundFolder.Step, _ id: Slug, opensOnly: Bool) throws {
        switch step {
        case .act(let act): try perform(act)
        case .sheet(let sheet):
            let reading = try ScoresTemplate.read(sheet.form, of: sheet.member, in: desk.round(id))
            try perform(GiveScores(round: id, member: sheet.member, scores: reading.values.map(\.value)))
        case .solve:
            let result = try SolveRound.run(
                desk.round(id), settings: RoundResult.Settings(seed: 7, draws: 200, coreDraws: 10, frontierPoints: 4),
                solver: nil)
            try desk.record(result, for: id, by: HeldRounds.author, at: now())
        case .ballot(let ballot): try vote(ballot, in: id, opensOnly: opensOnly)
        case .meeting(let path, let value): try take(value, named: path)
        case .decision(let document):
            let sitting = try document.meeting.map {
                try desk.sitting(of: $0, item: document.item, on: desk.round(id))
            }
            for act in document.acts(in: id, on: HeldRounds.day, sitting: sitting) { try perform(act) }
        }
    }

    /// A file of governance; what it names by a path is kept as that path.
    private func take(_ value: JSONValue, named name: String) throws {
        try GovernanceDesk(store).perform(by: HeldRounds.author, at: now()) { texts, _ in
            let whole = try value.holdingFiles { path throws(Refusal) in try texts.hold(Array(path.utf8)) }
            let document = try GovernanceDocument.read(whole, named: name)
            return try document.acts { text throws(Refusal) in try texts.keep(text) }
        }
    }

    private func perform(_ act: any RoundAct) throws {
        guard let stored = act as? any StoredAct else { throw CancellationError() }
        func run(_ act: some StoredAct) throws { try store.perform(act, by: HeldRounds.author, at: now()) }
        try run(stored)
    }

    private func vote(_ document: BallotDocument, in id: Slug, opensOnly: Bool) throws {
        try desk.openBallot(
            document.opening(in: desk.round(id), on: HeldRounds.day), by: HeldRounds.author, at: now())
        for entry in (document.votes ?? []).prefix(opensOnly ? 2 : .max) {
            try desk.castBallot(
                document.ballot, in: id, by: entry.member,
                choices: BallotDocument.votes(of: entry, in: desk.round(id)), author: HeldRounds.author, at: now())
        }
        if !opensOnly { try desk.closeBallot(document.ballot, in: id, by: HeldRounds.author, at: now()) }
    }

    private static func read(_ files: [ExemplarRound.File]) throws -> RoundFolder {
        var documents: [(path: String, value: JSONValue)] = []
        var sheets: [(path: String, form: ReturnedForm)] = []
        for file in files {
            switch RoundFolder.Part(path: file.path) {
            case .other: continue
            case .scoreSheet: sheets.append((file.path, try ReturnedForm(returned: file.bytes, named: file.path)))
            default: documents.append((file.path, try YAMLFile.value(of: file.bytes, named: file.path)))
            }
        }
        return try RoundFolder(documents: documents, sheets: sheets)
    }
}
