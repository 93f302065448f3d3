import Foundation
import Governance
import HTTPTypes
import Priorities
import Publication
import Store
import Testing
import Vocabulary

@testable import Web

/// From the ballot to the published record by pages alone: a manager and a clerk, and nobody at a command line.
struct DecidingJourneyTests {
    private static let live = "/meetings/board-3/live"
    private static let clerk = "governance-lead"
    private static let manager = "commissioning-manager"
    private static let board = ["p19", "p20", "p21", "p22", "p23"]

    private func post(_ held: PublishedServed, _ path: String, _ pairs: [(String, String)]) async throws {
        let reply = try await held.served.post(path, pairs, as: Self.clerk)
        #expect(reply.status == 303, "\(path): \(reply.words)")
    }

    /// Votes on what is recommended, or on the rest: all in favour who may.
    private func decide(_ held: PublishedServed, _ what: String) async throws {
        let path = "\(Self.live)/move?item=diabetes-2025&as=\(what)"
        let form = try await held.ask(path, as: Self.clerk)
        #expect(form.status == 200)
        try await post(
            held, "\(Self.live)/move",
            form.sending([
                "asks": what == "rest" ? "reject" : "approve", "reasons": "It does most good.", "mover": "p22",
                "seconder": "p21",
            ]))
        let page = try await held.ask(Self.live, as: Self.clerk)
        let motion = try #require(page.text.firstMatch(of: /\/live\/votes\?motion=([a-z0-9-]+)/)).1
        let votes = try await held.ask("\(Self.live)/votes?motion=\(motion)", as: Self.clerk)
        let voters = Set(votes.text.matches(of: /name="vote-(p[0-9]+)"/).map { String($0.1) }).sorted()
        #expect(!voters.isEmpty)
        try await post(
            held, "\(Self.live)/votes", [("motion", "\(motion)")] + voters.map { ("vote-\($0)", "for") })
        try await post(held, "\(Self.live)/close-vote", [("motion", "\(motion)"), ("casting-ltc-board", "")])
    }

    /// The chair decides on every interest as it is proposed.
    private func handleInterests(_ held: PublishedServed) async throws {
        for _ in 0..<10 {
            let page = try await held.ask(Self.live, as: Self.clerk)
            let form = page.text.firstMatch(
                of: /<form [^>]*action="[^"]*\/live\/handle"[^>]*>(.*?)<\/form>/.dotMatchesNewlines())
            guard let form else { return }
            let fields = String(form.1).matches(of: /name="([a-z]+)" value="([^"]*)"/).map {
                (String($0.1), String($0.2))
            }
            try await post(held, "\(Self.live)/handle", fields.filter { $0.0 != "csrf" })
        }
        Issue.record("interests were never all handled")
    }

    @Test func `a manager and a clerk bring a round from its ballot to its published record by pages alone`()
        async throws
    {
        let held = try PublishedServed(.balloted, records: 0)
        try await post(
            held, "/meetings/plan",
            [
                ("committees", "ltc-board"), ("day-day", "12"), ("day-month", "6"), ("day-year", "2025"),
                ("time", "09:00"), ("place", "Harbour House"), ("meeting", "board-3"),
            ])
        let agenda = try await held.ask("/rounds/diabetes-2025/decide/agenda", as: Self.clerk)
        try await post(
            held, "/rounds/diabetes-2025/decide/agenda",
            agenda.sending(["meeting": "board-3", "matter": "long-term-conditions"]))
        try await post(
            held, "\(Self.live)/open", Self.board.map { ("present", $0) } + [("chair-ltc-board", "p19")])
        try await handleInterests(held)
        try await post(held, "\(Self.live)/take", [("item", "diabetes-2025")])
        try await decide(held, "recommended")
        try await decide(held, "rest")
        try await post(held, "\(Self.live)/close-item", [("item", "diabetes-2025")])

        let record = try await held.ask(
            "/rounds/diabetes-2025/decide/record?meeting=board-3&item=diabetes-2025", as: Self.manager)
        let path = "/rounds/diabetes-2025/decide/record"
        let check = try await held.served.post(path, record.sending([:]), as: Self.manager)
        #expect(check.status == 200 && check.words.contains("The decision is what the calculation recommends."))
        let sent = try await held.served.post(path, check.sending(["step": "send"]), as: Self.manager)
        #expect(sent.status == 303, "\(sent.words)")
        let decision = try #require(try held.round.decision)
        #expect(decision.sitting?.meeting == Slug("board-3") && decision.outcomes.count == 8)

        let publish = "/rounds/diabetes-2025/publish"
        let look = try await held.ask(publish, as: Self.manager)
        #expect(try await held.served.post(publish, look.sending([:]), as: Self.manager).status == 303)
        while try await held.ask(publish, as: Self.manager).headers[HTTPField.Name("Refresh")!] != nil {
            try await Task.sleep(for: .milliseconds(20))
        }
        let head = try #require(HeadApart(reading: try await held.ask("/published/diabetes-2025/head.txt").text))
        let folder = held.place.appendingPathComponent("diabetes-2025").path
        #expect(try VerifyRecord(folder, apart: head, version: "test").run().faults == [])
        #expect(try await held.ask("/").text.contains("href=\"/published/diabetes-2025\""))
    }
}
