import Foundation
import Governance
import Testing
import Vocabulary

@testable import Web

/// Home: what waits, what goes on, what changed, and the way to everything one may do.
struct HomeTests {
    private func home(_ at: GovernanceAtWork, _ who: String) async throws -> Reply {
        try await at.served.ask("/home", as: who)
    }

    @Test func `what waits differs from person to person, and nobody is led where they may not go`() async throws {
        let at = try GovernanceAtWork()
        let (clerk, member, looker) = (
            try await home(at, "clerk"), try await home(at, "bo"), try await home(at, "looker")
        )
        // Nobody has confirmed their entries since July; the nurse's wish waits for who rules.
        #expect(clerk.words.contains("Decide whether an entry is withheld"))
        #expect(clerk.words.contains("Send the papers out: Primary care committee, 11 March 2025"))
        #expect(member.words.contains("Attend: Primary care committee, 11 March 2025"))
        #expect(!member.words.contains("withheld") && !member.words.contains("Send the papers"))
        #expect(looker.words.contains("Nothing waits for you."))
        #expect(clerk.text.contains("href=\"/register\"") && clerk.text.contains("href=\"/my-interests\""))
        #expect(!member.text.contains("href=\"/register\"") && member.text.contains("href=\"/my-interests\""))
        #expect(!looker.text.contains("href=\"/my-interests\""))
        #expect(member.text.contains("href=\"/meetings/pccc-2025-03/live\""))
    }

    @Test func `a vote that is open stands first, for who has one and has not given it`() async throws {
        let at = try GovernanceAtWork()
        try await at.open()
        _ = try await at.press("take", [("item", "dental")])
        _ = try await at.press(
            "move",
            [
                ("item", "dental"), ("entry", "m1"), ("text", "To fund options 1 to 6"), ("asks", "approve"),
                ("reasons", "Most benefit"), ("considered", "options 1 to 6\nno change"), ("mover", "gp"),
                ("seconder", "nurse"),
            ])
        #expect(try await home(at, "bo").words.contains("Vote now: Primary care committee"))
        #expect(try await home(at, "clerk").words.contains("Record the meeting, which is open"))
        #expect(try await !home(at, "looker").words.contains("Vote now"))
        _ = try await at.press("vote", [("motion", "m1"), ("choice", "for")], as: "bo")
        #expect(try await !home(at, "bo").words.contains("Vote now"))
        #expect(try await home(at, "ada").words.contains("Vote now"))
    }

    @Test func `what was decided and held is told, the latest first, and not to who may not know of it`() async throws {
        let at = try GovernanceAtWork()
        let page = try await home(at, "bo")
        #expect(page.words.contains("Decided: Dental contracts"))
        #expect(page.words.contains("Meeting closed, minutes drafted: Primary care committee, 14 January 2025"))
        try await at.open()
        let now = try await home(at, "ada").words
        let opened = try #require(now.range(of: "Meeting opened: Primary care committee, 19 February 2025"))
        let closed = try #require(now.range(of: "Meeting closed"))
        #expect(opened.lowerBound < closed.lowerBound)
    }

    @Test func `each who takes part comes from a meeting’s page to its live page and papers`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        func ways(_ who: String?) async throws -> String {
            try await at.served.ask("/meetings/pccc-2025-02", as: who).words
        }
        #expect(try await ways("clerk").contains("Keep the meeting"))
        #expect(try await ways("bo").contains("Follow the meeting live"))
        #expect(try await ways("bo").contains("Tell an interest in an item"))
        #expect(try await !ways("looker").contains("Tell an interest"))
        #expect(try await !ways("stranger").contains("Follow the meeting live"))
        #expect(try await !ways(nil).contains("Follow the meeting live"))
        #expect(try await at.served.ask("/meetings", as: "clerk").words.contains("Plan a meeting"))
        #expect(try await !at.served.ask("/meetings", as: "bo").words.contains("Plan a meeting"))
    }
}
