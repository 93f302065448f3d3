import Digests
import Foundation
import Methods
import Priorities
import Publication
import Store
import Testing
import Vocabulary

/// Somebody who changes a score and has Remit itself at hand to make every digest anew.
struct ForgerTests {
    private static let apart = HeadApart(
        head: Sample.record.journal.head, manifest: Digest.of(Sample.files.bytes(of: Manifest.path)))

    /// The record with the first score of the first member changed, and the chain made anew to another head.
    private func forged(answer: RoundResult? = nil) throws -> PublishedRecord {
        var record = Sample.record
        let place = try #require(record.journal.lines.firstIndex { $0.act == "giveScores" })
        try record.change(place) { act in
            var act = try #require(act as? GiveScores)
            let value = act.scores[0].value
            act.scores[0].value = value == 1 ? 2 : 1
            act.scores[0].low = nil
            act.scores[0].high = nil
            return act
        }
        if let answer {
            record.result = answer
            for line in record.journal.lines.indices where record.journal.lines[line].act == "recordResult" {
                try record.change(line) { _ in
                    RecordResult(round: Sample.id, digest: PublishedRecord.digest(of: answer))
                }
            }
        }
        record.seal()
        return record
    }

    @Test func `a line changed without the chain is named by its number`() throws {
        var record = Sample.record
        let place = try #require(record.journal.lines.firstIndex { $0.act == "giveScores" })
        record.journal.lines[place].content += " "
        let scratch = try Scratch(Publication.files(for: record))
        let found = try scratch.verified()
        let number = record.journal.lines[place].sequence
        #expect(found.faults.contains { $0.check == .journal && $0.sentence.contains("Line \(number)") })
    }

    @Test func `a score edited with every digest and page made anew fails by the answer`() throws {
        let record = try forged()
        #expect(record.journal.fault() == nil)
        let scratch = try Scratch(Publication.files(for: record))
        let found = try scratch.verified()
        #expect(found.faults.contains { $0.check == .result && $0.sentence.contains("worked out again") })
        #expect(!found.faults.contains { $0.check == .manifest || $0.check == .journal })
        #expect(found.closing.hasPrefix("Not equal"))
    }

    @Test func `a score edited with the answer worked out anew too fails by the head published apart`() throws {
        let plain = try forged()
        let round = try ReplayedRecord(plain).round
        let answer = try SolveRound.run(
            round, settings: plain.result.settings, solver: nil,
            smaa: { model, draws in model.run(draws: draws, confidenceDraws: draws) })
        let record = try forged(answer: answer)
        let scratch = try Scratch(Publication.files(for: record))
        // Nothing in the folder betrays it: that is why the head is published apart.
        #expect(try scratch.verified().isEqual)
        let found = try scratch.verified(apart: Self.apart)
        #expect(found.faults.map(\.check) == [.head, .head])
        #expect(found.faults[0].sentence.contains("sealed anew"))
    }

    @Test func `what the journal does not hold fails by the manifest published apart`() throws {
        var record = Sample.record
        record.holder = "Another ICB"
        let scratch = try Scratch(Publication.files(for: record))
        let found = try scratch.verified(apart: Self.apart)
        #expect(found.faults.map(\.file) == [Manifest.path])
    }

    @Test func `a figure of the answer edited with every digest made anew is named by its place`() throws {
        var record = Sample.record
        record.result.options[2].value += 1
        let digest = PublishedRecord.digest(of: record.result)
        for line in record.journal.lines.indices where record.journal.lines[line].act == "recordResult" {
            try record.change(line) { _ in RecordResult(round: Sample.id, digest: digest) }
        }
        record.seal()
        let found = try Scratch(Publication.files(for: record)).verified()
        let option = record.result.options[2].option
        #expect(found.faults.contains { $0.sentence.contains("options[\(option)].value") }, "\(found.faults)")
    }

    @Test func `a set that breaks the money is named`() throws {
        var record = Sample.record
        record.result.portfolio.options = record.result.options.map(\.option)
        let found = try Scratch(Publication.files(for: record)).verified()
        #expect(found.faults.contains { $0.sentence.contains("breaks the money or a rule") }, "\(found.faults)")
    }

    @Test func `an act left out is named by its number`() throws {
        var record = Sample.record
        let place = try #require(record.journal.lines.firstIndex { $0.act == "declareInterest" })
        let line = record.journal.lines.remove(at: place)
        record.journal.others.insert(.init(sequence: line.sequence, entry: Digest.of("hidden")), at: 0)
        record.seal()
        let scratch = try Scratch()
        try scratch.set("record.json", record.bytes)
        let found = try scratch.verified()
        #expect(found.faults.contains { $0.check == .journal && $0.sentence.contains("left out") }, "\(found.faults)")
    }

    @Test func `rules edited beside the acts are found by their digest`() throws {
        var record = Sample.record
        let place = try #require(record.rules.firstIndex { $0.key == "priorityRules" })
        record.rules[place].bytes += Array("\n".utf8)
        let scratch = try Scratch()
        try scratch.set(record.rules[place].path, record.rules[place].bytes)
        var manifest = try Manifest(bytes: Sample.files.bytes(of: Manifest.path))
        let entry = try #require(manifest.entries.firstIndex { $0.path == record.rules[place].path })
        manifest.entries[entry].size += 1
        manifest.entries[entry].digest = Digest.of(record.rules[place].bytes)
        try scratch.set(Manifest.path, manifest.bytes)
        let found = try scratch.verified()
        #expect(found.faults.contains { $0.check == .acts && $0.file == record.rules[place].path }, "\(found.faults)")
    }

    @Test func `an answer of impossible shape is refused without being worked with`() throws {
        var record = Sample.record
        record.result.settings.draws = .max
        #expect(try shapeFault(record).contains("settings"))
        record = Sample.record
        record.result.agreement.spread = []
        #expect(try shapeFault(record).contains("a row for each option"))
        record = Sample.record
        record.result.options[0].coreIndex = 1e300
        #expect(try shapeFault(record).contains("lacks figures or has too many"))
        record = Sample.record
        record.result.options.swapAt(0, 1)
        #expect(try shapeFault(record).contains("in their order"))
    }

    private func shapeFault(_ record: PublishedRecord) throws -> String {
        let scratch = try Scratch()
        try scratch.set("record.json", record.bytes)
        return try scratch.verified().faults.filter { $0.check == .result }.map(\.sentence).joined(separator: " ")
    }
}

extension PublishedRecord {
    /// Puts another act in a line of the journal; the chain is then to be sealed anew.
    mutating func change(_ place: Int, _ edit: (any RoundAct) throws -> any RoundAct) throws {
        let line = journal.lines[place]
        let content = try JSONValue(parsing: Array(line.content.utf8), named: "a line")
        let act = try edit(RoundActs.decode(name: line.act, content["act"] ?? .null))
        journal.lines[place].content =
            (["act": act.journalled, "outcome": content["outcome"] ?? .null, "rules": content["rules"] ?? .null]
            as JSONValue).canonical
    }

    /// Every link of the chain from the first line to the head, as a forger would make it.
    mutating func seal() {
        guard let first = journal.lines.first else { return }
        var previous = first.previous.description
        var (shown, hidden) = (journal.lines.indices.makeIterator(), journal.others[...])
        var next = shown.next()
        for sequence in first.sequence...journal.head.sequence {
            if let place = next, journal.lines[place].sequence == sequence {
                let line = journal.lines[place]
                let entry = Journal.entry(
                    sequence: sequence, at: line.at.description, author: line.author, act: line.act,
                    content: line.content)
                journal.lines[place].previous = EvidenceID(previous)!
                previous = Journal.digest(entry: entry, previous: previous)
                journal.lines[place].digest = EvidenceID(previous)!
                next = shown.next()
            } else if let other = hidden.first {
                hidden.removeFirst()
                previous = Journal.digest(entry: other.entry, previous: previous)
            }
        }
        journal.head.digest = EvidenceID(previous)!
    }
}
