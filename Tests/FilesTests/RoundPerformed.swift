import Priorities
import Rulebook
import Tabular
import Testing
import Vocabulary

@testable import Files

/// A folder of a round's files, read and performed act by act to the end.
final class RoundPerformed {
    private static let day = Day("2025-06-10")!

    private(set) var round: Round?
    private(set) var acts: [any RoundAct] = []
    /// Personal texts that were to be kept apart.
    private(set) var kept: [String] = []

    init(_ files: [(path: String, bytes: [UInt8])]) throws {
        let folder = try RoundPerformed.folder(files)
        let steps = try folder.steps(
            keeping: { text throws(Refusal) in
                kept.append(text)
                return Personal(digest: RoundPerformed.digest(kept.count))
            },
            holding: { path throws(Refusal) in
                guard let file = files.first(where: { $0.path == path }) else {
                    throw Refusal(.input, code: "no-such-file", "\(path) is not in the folder.")
                }
                return RoundPerformed.digest(file.bytes.count)
            })
        for step in steps {
            switch step {
            case .act(let act): try perform(act)
            case .sheet(let sheet):
                let round = try #require(round)
                let reading = try ScoresTemplate.read(sheet.form, of: sheet.member, in: round)
                #expect(reading.problems.map(\.explanation) == [])
                try perform(GiveScores(round: round.id, member: sheet.member, scores: reading.values.map(\.value)))
            case .solve: try perform(RecordResult(round: folder.round.round, digest: RoundPerformed.digest(1)))
            case .ballot(let ballot): try vote(ballot)
            case .meeting: continue
            case .decision(let document):
                let acts = document.acts(
                    in: folder.round.round, on: RoundPerformed.day, sitting: sitting(that: document))
                for act in acts { try perform(act) }
            }
        }
    }

    /// A meeting that carried what the decision says: whether the real one did is Store's to see.
    private func sitting(that document: DecisionDocument) -> Sitting {
        let body = document.body ?? "Wexbourne ICB primary care commissioning committee"
        return Sitting(
            meeting: document.meeting ?? Slug("meeting")!, item: document.item ?? Slug("item")!,
            on: RoundPerformed.day, bodies: [.init(title: body, quorum: "at least 3; 5 counted", isQuorate: true)],
            votes: document.outcomes.map {
                .init(
                    body: body, motion: "As proposed.", options: [$0.option], outcome: $0.outcome, inFavour: 5,
                    against: 0, abstained: 0, isCarried: true)
            }, leftOut: [], digest: RoundPerformed.digest(2))
    }

    private func perform(_ act: any RoundAct) throws {
        acts.append(act)
        let moment = Moment(secondsSince1970: RoundPerformed.day.number * 86_400 + 32_400 + acts.count)
        round = try act.decide(
            RoundBefore(round: round, rulebook: .shipped), by: Author("Idris Larkstone")!, at: moment)
    }

    private func vote(_ document: BallotDocument) throws {
        let opened = try #require(round)
        try perform(document.opening(in: opened, on: RoundPerformed.day))
        var choices: [Ballot.Choices] = []
        for entry in document.votes ?? [] {
            let round = try #require(round)
            let ballot = try #require(round.ballot)
            choices.append(
                try CastBallot.letters(
                    for: BallotDocument.votes(of: entry, in: round), ballot: ballot,
                    excluded: round.excluded(entry.member)))
            try perform(CastBallot(round: round.id, ballot: ballot.id, member: entry.member))
        }
        try perform(CloseBallot(round: opened.id, ballot: document.ballot, choices: choices))
    }

    private static func folder(_ files: [(path: String, bytes: [UInt8])]) throws -> RoundFolder {
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

    /// A digest of the right form; what it is of does not matter here.
    private static func digest(_ number: Int) -> EvidenceID {
        EvidenceID(bytes: (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0) })
    }
}
