import Files
import Foundation
import Priorities
import Publication
import Store
import Testing
import Vocabulary

/// Publishing: the folder, the act, the head apart.
struct PublishRoundTests {
    private func names(_ sample: Sample) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: sample.folder.path)
            .filter { !$0.hasPrefix("remit.sqlite") }.sorted()
    }

    private func refusal(_ work: () throws -> Void) -> Refusal? {
        do {
            try work()
            return nil
        } catch { return error as? Refusal }
    }

    @Test func `a published record verifies from its folder alone, with its head apart`() throws {
        let sample = try Sample()
        let published = try sample.publish(to: "out")
        #expect(try names(sample) == ["out", "out.head.txt"])
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: published.apartPath)), as: UTF8.self)
        let apart = try #require(HeadApart(reading: text))
        #expect(apart == published.apart)
        let found = try VerifyRecord(published.folder, apart: apart, version: Sample.version).run()
        #expect(found.faults == [])
        #expect(found.files == published.files)
        #expect(found.checks.contains { $0.hasPrefix("Head: the journal’s head and the manifest") })
        #expect(found.notChecked.first == "Optimality not re-proved: no solver is installed.")
        // Only a solver finds the best set of each trial.
        let taken = found.notChecked.dropFirst().first ?? ""
        #expect(found.notChecked.count == 2 && taken.hasPrefix("The shares of trials that fund an option are taken as"))
        #expect(found.checks.contains { $0.contains("every figure the same but the shares of trials") })
    }

    @Test func `a folder that is not empty is left as it is, and nothing is recorded`() throws {
        let sample = try Sample()
        let place = sample.path("out")
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(place)/notes.txt"))
        #expect(refusal { try sample.publish(to: "out") }?.code == "folder-not-empty")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["notes.txt"])
        #expect(try sample.round.published == [])
    }

    @Test func `an empty folder is taken, and a head that is there already is not overwritten`() throws {
        let sample = try Sample()
        try FileManager.default.createDirectory(atPath: sample.path("out"), withIntermediateDirectories: true)
        try sample.publish(to: "out/")
        #expect(try names(sample) == ["out", "out.head.txt"])
        try Data("a head".utf8).write(to: URL(fileURLWithPath: sample.path("other.head.txt")))
        #expect(refusal { try sample.publish(to: "other") }?.code == "head-file-exists")
    }

    @Test func `a round that nobody decided is refused, and nothing is written`() throws {
        let sample = try Sample(decided: false)
        let refused = refusal { try sample.publish(to: "out") }
        #expect(refused?.code == "not-accountable")
        #expect(refused?.sentence.contains("there is no decision") == true)
        #expect(try names(sample) == [])
    }

    @Test func `a record that is refused while it is written leaves nothing behind`() throws {
        let sample = try Sample()
        try FileManager.default.createDirectory(atPath: sample.path("closed"), withIntermediateDirectories: true)
        #expect(refusal { try sample.publish(to: "missing/out") }?.code == "folder-unwritable")
        #expect(try names(sample) == ["closed"])
        #expect(try sample.round.published == [])
    }

    @Test func `after an appeal a new folder shows what changed`() throws {
        let sample = try Sample()
        try sample.publish(to: "first")
        let day = Day("2025-06-10")!
        let appeal = Slug("too-few")!
        try sample.perform(
            LodgeAppeal(
                round: Sample.id, appeal: Appeal(id: appeal, lodgedOn: day, grounds: "The clinic was misunderstood.")))
        try sample.perform(
            AnswerAppeal(
                round: Sample.id, appeal: appeal,
                answer: Appeal.Answer(isUpheld: true, reason: "It was.", answeredOn: day)))
        try sample.solve(seed: 8)
        let folder = try Sample.folder()
        let ballot = try #require(folder.ballot)
        var decision = try #require(folder.decision)
        try sample.vote(ballot, named: Slug("second-vote")!)
        try sample.meetAgain(as: "ltc-board-3", postponing: "eye-screening-reach")
        decision.meeting = Slug("ltc-board-3")
        for case var act as RecordDecision in try sample.acts(of: decision) {
            for place in act.decision.outcomes.indices
            where act.decision.outcomes[place].option == Slug("eye-screening-reach") {
                act.decision.outcomes[place].outcome = .deferred
            }
            try sample.perform(act)
        }
        let second = try sample.publish(to: "second")
        let found = try VerifyRecord(second.folder, apart: second.apart, version: Sample.version).run()
        #expect(found.faults == [])
        let csv = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: sample.path("second/tables/changes.csv"))),
            as: UTF8.self)
        let line = csv.split(separator: "\n").first { $0.contains("Deferred") && $0.contains(",true,") }
        #expect(line != nil, "\(csv)")
        #expect(csv.split(separator: "\n").count { $0.contains(",true,") && $0.contains("Deferred") } >= 1)
        let page = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: sample.path("second/index.html"))), as: UTF8.self)
        #expect(page.contains("What changed since the decision of 10 June 2025"))
        // The first record still verifies; its head is another.
        let first = try VerifyRecord(sample.path("first"), apart: second.apart, version: Sample.version).run()
        #expect(first.faults.map(\.check) == [.head, .head])
    }
}
