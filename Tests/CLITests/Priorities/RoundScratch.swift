import ArgumentParser
import Foundation
import Priorities
import Vocabulary

@testable import CLI
@testable import Store

/// A database and a folder of round files of a test's own, and the commands as they are typed.
struct RoundScratch {
    struct Root: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remit", subcommands: Commands.all)
    }

    let folder: URL
    var file: String { folder.appendingPathComponent("a.sqlite").path }
    var store: Store { get throws { try Store.open(at: file) } }

    /// With an empty database.
    static func with<T>(_ body: (RoundScratch) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let scratch = RoundScratch(folder: folder)
        _ = try Store.create(at: scratch.file)
        return try await body(scratch)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// What a command refused; nil where it did what was asked.
    func refusal(_ words: String...) async throws -> Refusal? { try await refusal(words) }

    func refusal(_ words: [String]) async throws -> Refusal? {
        do {
            var command = try Root.parseAsRoot(words + ["--db", file] + ["--as", "A. Tester"])
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    /// The journal's last line.
    func head() throws -> Int { try store.read { db in try Journal.head(db).sequence } }

    func round(_ id: String = "my-round") throws -> Round { try RoundDesk(store).round(Slug(id)!) }
}

/// The small round of `remit round start`, with scores, of which a test may change a text.
struct SmallRound {
    var files: [String: String]

    init() {
        // A minute ago: the decision is of the day of the meeting, which is that of the result.
        let startsAt = Moment(secondsSince1970: Clock.now().secondsSince1970 - 60)
        let start = RoundStartFiles(
            name: Slug("my-round")!, firstYear: FinancialYear("2026/27")!, startsAt: startsAt)
        files = Dictionary(uniqueKeysWithValues: start.all.map { ($0.path, $0.text) })
        files["scores.yaml"] = """
            scores:
              - member: chair
                scores:
                  - {option: home-visits, criterion: health, value: 7, low: 5, high: 8}
                  - {option: home-visits, criterion: wait, value: 12}
                  - {option: school-programme, criterion: health, value: 6}
                  - {option: school-programme, criterion: wait, value: 20}
                  - {option: evening-clinic, criterion: health, value: 4}
                  - {option: evening-clinic, criterion: wait, value: 6}
              - member: clinician
                scores:
                  - {option: home-visits, criterion: health, value: 8}
                  - {option: home-visits, criterion: wait, value: 10}
                  - {option: school-programme, criterion: health, value: 7}
                  - {option: school-programme, criterion: wait, value: 24}

            """
        files["votes.yaml"] = "{home-visits: fund, school-programme: fund, evening-clinic: doNotFund}"
        files["votes-clinician.yaml"] = "{home-visits: fund, school-programme: abstain}"
    }

    /// What is typed, from nothing to the decision.
    static let steps: [[String]] = [
        ["round", "new", "begin"], ["round", "close", "my-round", "anchors"],
        ["round", "weights", "my-round", "later/weights.yaml"], ["round", "close", "my-round", "weights"],
        ["round", "advice", "my-round", "later/advice.yaml"], ["round", "score", "my-round", "scores.yaml"],
        ["round", "close", "my-round", "scores"],
        ["round", "solve", "my-round", "--draws", "2000", "--core-draws", "40", "--points", "5"],
        ["round", "ballot", "open", "my-round"],
        ["round", "ballot", "cast", "my-round", "--member", "chair", "--votes", "votes.yaml"],
        ["round", "ballot", "cast", "my-round", "--member", "clinician", "--votes", "votes-clinician.yaml"],
        ["round", "ballot", "cast", "my-round", "--member", "public-health", "--votes", "votes.yaml"],
        ["round", "ballot", "cast", "my-round", "--member", "patients", "--votes", "votes.yaml"],
        ["round", "ballot", "close", "my-round"], ["interest", "enter", "governance/register.yaml"],
        ["committee", "enter", "governance/committee.yaml"], ["meeting", "run", "later/meeting.yaml"],
        ["decision", "record", "my-round", "later/decision.yaml"],
    ]

    /// Does the steps in order, until one is refused.
    ///
    /// - Returns: the step that was refused, with the journal's lines before and after it.
    func run(
        _ scratch: RoundScratch, upTo last: Int = steps.count
    ) async throws -> (step: [String], refusal: Refusal, before: Int, after: Int)? {
        for (path, text) in files {
            let isBeginning = ["round", "envelope", "criteria", "options", "members"].contains { path == "\($0).yaml" }
            try scratch.write(isBeginning ? "begin/\(path)" : path, text)
        }
        for step in SmallRound.steps.prefix(last) {
            let before = try scratch.head()
            let words = step.map { $0.hasSuffix(".yaml") || $0 == "begin" ? scratch.path($0) : $0 }
            if let refusal = try await scratch.refusal(words) {
                return (step, refusal, before, try scratch.head())
            }
        }
        return nil
    }

    /// The same with a text of a file changed.
    func changing(_ file: String, _ old: String, to new: String) -> SmallRound {
        var other = self
        precondition(files[file]?.contains(old) == true, "\(file) has “\(old)”")
        other.files[file] = files[file]?.replacing(old, with: new)
        return other
    }
}
