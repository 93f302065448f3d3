import Exemplar
import Files
import Foundation
import Governance
import Methods
import Priorities
import Publication
import Store
import Tabular
import Testing
import Vocabulary

/// Wexbourne's round on diabetes care, held to its decision in a store of the test's own.
final class Sample {
    static let version = "1.2.3"
    static let id = Slug("diabetes-2025")!
    static let author = Author("Idris Larkstone")!
    private static let day = Day("2025-06-10")!

    let folder: URL
    let store: Store
    private var seconds = 0

    /// - Parameter decided: false stops before the decision.
    init(decided: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("publication-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("remit.sqlite").path)
        try store.perform(
            SetUpInstallation(holder: "Wexbourne ICB", isInvented: true), by: Sample.author, at: now())
        if decided {
            for file in Exemplar.governance(for: Occasion(endingAt: now())) {
                try take(YAMLFile.value(of: file.bytes, named: file.path), named: file.path)
            }
        }
        try hold(decided: decided)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A made record of the sample, which tests share and copy.
    static let record: PublishedRecord = {
        do {
            let sample = try Sample()
            return try sample.publisher.record(of: sample.round)
        } catch {
            preconditionFailure("the sample cannot be made: \(error)")
        }
    }()

    static let files: [PublishedFile] = {
        do { return try Publication.files(for: record) } catch {
            preconditionFailure("the sample cannot be published: \(error)")
        }
    }()

    var desk: RoundDesk { RoundDesk(store) }
    var publisher: PublishRound { PublishRound(store, version: Sample.version) }
    var round: Round { get throws { try desk.round(Sample.id) } }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// A later second each time.
    func now() -> Moment {
        seconds += 1
        return Moment(secondsSince1970: Sample.day.number * 86_400 + 32_400 + seconds)
    }

    @discardableResult
    func publish(to name: String, template: [UInt8]? = nil) throws -> PublishRound.Published {
        try publisher.publish(Sample.id, to: path(name), template: template, by: Sample.author, at: now())
    }

    func perform(_ act: any RoundAct) throws {
        guard let stored = act as? any StoredAct else { throw CancellationError() }
        func run(_ act: some StoredAct) throws { try store.perform(act, by: Sample.author, at: now()) }
        try run(stored)
    }

    /// The names and declarations that are kept apart: none of them may ever be published.
    static let personal = [
        "Otter-Hythe", "Rosalind", "Saltby", "Benedikt", "Fennimore", "Quillfeather", "Kwabena", "Wick-Marlowe",
        "Saskia", "I wrote the proposal", "Larkstone",
    ]

    // MARK: - Holding the round

    private func hold(decided: Bool) throws {
        let folder = try Sample.folder()
        var steps: [RoundFolder.Step] = []
        try store.write { db in
            steps = try folder.steps(
                keeping: { text throws(Refusal) in
                    do { return try PersonalTexts.keep(text, db) } catch {
                        throw Refusal(.engine, code: "kept", "\(error)")
                    }
                },
                holding: { path throws(Refusal) in throw Refusal(.input, code: "no-document", path) })
        }
        for step in steps {
            switch step {
            case .act(let act): try perform(act)
            case .sheet: throw CancellationError()
            case .solve: try solve()
            case .ballot(let ballot): try vote(ballot)
            case .meeting(let path, let value): if decided { try take(value, named: path) }
            case .decision(let document): if decided { for act in try acts(of: document) { try perform(act) } }
            }
        }
    }

    /// The acts of a decision, with what its meeting's record says.
    func acts(of document: DecisionDocument) throws -> [any RoundAct] {
        let sitting = try document.meeting.map { try desk.sitting(of: $0, item: document.item, on: round) }
        return document.acts(in: Sample.id, on: Sample.day, sitting: sitting)
    }

    /// A file of governance; what it names by a path is kept as that path.
    func take(_ value: JSONValue, named name: String) throws {
        try GovernanceDesk(store).perform(by: Sample.author, at: now()) { texts, _ in
            let whole = try value.holdingFiles { path throws(Refusal) in try texts.hold(Array(path.utf8)) }
            let document = try GovernanceDocument.read(whole, named: name)
            return try document.acts { text throws(Refusal) in try texts.keep(text) }
        }
    }

    func solve(seed: Int = 7) throws {
        let result = try SolveRound.run(
            round, settings: RoundResult.Settings(seed: seed, draws: 200, coreDraws: 10, frontierPoints: 4),
            solver: nil, smaa: { model, draws in model.run(draws: draws, confidenceDraws: draws) })
        try desk.record(result, for: Sample.id, by: Sample.author, at: now())
    }

    func vote(_ document: BallotDocument, named name: Slug? = nil) throws {
        var opening = try document.opening(in: round, on: Sample.day)
        if let name { opening.ballot = name }
        _ = try desk.openBallot(opening, by: Sample.author, at: now())
        for entry in document.votes ?? [] {
            _ = try desk.castBallot(
                opening.ballot, in: Sample.id, by: entry.member,
                choices: BallotDocument.votes(of: entry, in: round), author: Sample.author, at: now())
        }
        _ = try desk.closeBallot(opening.ballot, in: Sample.id, by: Sample.author, at: now())
    }

    static func folder() throws -> RoundFolder {
        let files = Exemplar.rounds.first { $0.id == id.description }?.files ?? []
        return try RoundFolder(
            documents: files.filter { $0.path.hasSuffix(".yaml") }
                .map { ($0.path, try YAMLFile.value(of: $0.bytes, named: $0.path)) })
    }
}

extension [PublishedFile] {
    /// The files in a folder of that name.
    func write(to folder: String) throws {
        for file in self {
            let place = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: place)
        }
    }

    func bytes(of path: String) -> [UInt8] { first { $0.path == path }?.bytes ?? [] }
}

/// A folder of one test's own, with the sample's files in it.
final class Scratch {
    let root: URL
    /// The record.
    var folder: String { root.appendingPathComponent("record").path }

    init(_ files: [PublishedFile] = Sample.files) throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("record-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try files.write(to: folder)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func place(_ path: String) -> String { "\(folder)/\(path)" }

    func set(_ path: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: place(path))) }

    func verified(
        apart: HeadApart? = nil, proof: RecordProof? = nil, version: String = Sample.version
    ) throws -> RecordVerification {
        try VerifyRecord(folder, apart: apart, proof: proof, version: version).run()
    }
}
