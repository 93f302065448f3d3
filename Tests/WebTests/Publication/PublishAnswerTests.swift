import Access
import Foundation
import HTTPTypes
import Priorities
import Publication
import Store
import Testing
import Vocabulary

@testable import Web

/// Publishing a decided round in the browser.
struct PublishAnswerTests {
    private static let path = "/rounds/diabetes-2025/publish"

    /// Publishes as a browser does, and waits until it is done.
    private func publish(_ held: PublishedServed, as account: String = "manager") async throws -> Reply {
        let page = try await held.ask(Self.path, as: account)
        let sent = try await held.served.post(Self.path, page.sending([:]), as: account)
        #expect(sent.status == 303 && sent.location == Self.path)
        while true {
            let reply = try await held.ask(Self.path, as: account)
            guard reply.headers[HTTPField.Name("Refresh")!] != nil else { return reply }
            #expect(reply.words.contains("You may leave it; the work goes on"))
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test func `a round is published after a look at what will be public, and verifies`() async throws {
        let held = try PublishedServed(records: 0)
        let page = try await held.ask(Self.path, as: "manager")
        for words in ["What will be public", "Who is named in it", "Nobody by name", "What stays back"] {
            #expect(page.words.contains(words), "\(words)")
        }
        for member in try held.round.members { #expect(page.words.contains("(\(member.id))")) }
        for text in HeldRounds.personal(of: PublishedServed.id) { #expect(!page.words.contains(text)) }
        let done = try await publish(held)
        #expect(done.words.contains("The record is published"))
        #expect(done.text.contains("href=\"/published/diabetes-2025\""))
        let folder = held.place.appendingPathComponent("diabetes-2025").path
        let head = try #require(HeadApart(reading: try await held.ask("/published/diabetes-2025/head.txt").text))
        #expect(try VerifyRecord(folder, apart: head, version: "test").run().faults == [])
        #expect(try held.round.published.count == 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: held.place.path).sorted()
        #expect(names == ["diabetes-2025", "diabetes-2025.head.txt"])
    }

    @Test func `publishing once more leaves the earlier record where it is`() async throws {
        let held = try PublishedServed(records: 1)
        let before = try held.bytes("record.json")
        let done = try await publish(held, as: "governance-lead")
        #expect(done.text.contains("href=\"/published/diabetes-2025-2\""))
        #expect(try held.bytes("record.json") == before)
        #expect(try await held.ask("/published/diabetes-2025/record.json").status == 200)
        #expect(try await held.ask("/published/diabetes-2025-2/record.json").status == 200)
    }

    @Test func `a publication that was killed before its head was written is finished, not done twice`() async throws {
        let held = try PublishedServed(records: 1)
        try FileManager.default.removeItem(at: held.place.appendingPathComponent("diabetes-2025.head.txt"))
        _ = try await publish(held)
        let names = try FileManager.default.contentsOfDirectory(atPath: held.place.path).sorted()
        #expect(names == ["diabetes-2025", "diabetes-2025.head.txt"])
        #expect(try held.round.published.count == 1)
    }

    @Test func `who may not publish publishes nothing`() async throws {
        let held = try PublishedServed(records: 0)
        held.served.keeper.add(
            "elsewhere",
            [Grant(role: .commissioningManager, commissioner: OrganisationCode("QXX"), since: TestDoorkeeper.day)])
        for (who, status) in [("analyst", 403), ("panel-member", 403), ("administrator", 403), ("elsewhere", 404)] {
            #expect(try await held.ask(Self.path, as: who).status == status, "\(who)")
            #expect(try await held.served.post(Self.path, [], as: who).status == status, "\(who)")
        }
        #expect(try await held.ask(Self.path).location?.hasPrefix("/sign-in") == true)
        #expect(try await held.served.post(Self.path, [], as: "manager", token: "another").status == 403)
        #expect(try held.round.published.isEmpty)
    }

    @Test func `a round that is not decided says what its record lacks, and is not published`() async throws {
        let held = try PublishedServed(.balloted, records: 0)
        let page = try await held.ask(Self.path, as: "manager")
        #expect(page.words.contains("It cannot be published yet") && page.words.contains("There is no decision"))
        #expect(!page.text.contains("Publish the record</button>"))
        let sent = try await held.served.post(Self.path, [], as: "manager")
        #expect(sent.status == 422 && sent.words.contains("The record cannot be published"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: held.place.path) == [])
    }

    @Test func `a server without a place says how to give it one`() async throws {
        let held = try PublishedServed(records: 0)
        let bare = Served(store: held.held.store, now: RoundAtWorkServed.now)
        let page = try await bare.ask(Self.path)
        #expect(page.status == 200 && page.words.contains("remit serve --published DIR"))
        let sent = try await bare.post(Self.path, [])
        #expect(sent.status == 422 && sent.words.contains("no place in which records are published"))
    }

    @Test func `a place that has gone is refused in a sentence, and nothing is recorded`() async throws {
        let held = try PublishedServed(records: 0)
        let page = try await held.ask(Self.path, as: "manager")
        try FileManager.default.removeItem(at: held.place)
        let sent = try await held.served.post(Self.path, page.sending([:]), as: "manager")
        #expect(sent.status == 422 && sent.words.contains("is not there, or cannot be written"))
        #expect(try held.round.published.isEmpty)
    }

    @Test func `a round that changed since the page was opened is looked at once more`() async throws {
        let held = try PublishedServed(records: 0)
        let page = try await held.ask(Self.path, as: "manager")
        try held.held.store.perform(
            RecordRepresentation(
                round: PublishedServed.id,
                representation: Representation(
                    option: held.round.options[0].id, from: .politician, who: "A councillor", asked: "To fund it",
                    answer: nil, day: Day("2025-06-11")!)),
            by: HeldRounds.author, at: RoundAtWorkServed.now)
        let sent = try await held.served.post(Self.path, page.sending([:]), as: "manager")
        #expect(sent.status == 422 && sent.words.contains("The round has changed since you opened this page"))
        #expect(try held.round.published.isEmpty)
    }
}
