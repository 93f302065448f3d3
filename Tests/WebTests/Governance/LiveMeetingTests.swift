import Governance
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// A meeting from its plan to its close in the browser, several people at it.
@Suite(.enabled(if: GovernanceAtWork.isServed, "the routes of this work are not registered yet"))
struct LiveMeetingTests {
    private static let motion = [
        ("item", "dental"), ("entry", "m1"), ("text", "To fund options 1 to 6"), ("asks", "approve"),
        ("reasons", "Most benefit"), ("considered", "options 1 to 6\nno change"), ("mover", "gp"),
        ("seconder", "nurse"),
    ]

    @Test func `a meeting is planned, opened, decides and closes, by its pages alone`() async throws {
        let at = try GovernanceAtWork()
        #expect(try await at.plan() == [303, 303])
        #expect(try at.meeting.agenda.first?.papers.first?.document != nil)
        #expect(try await at.page().words.contains("Not open yet"))
        try await at.open()
        #expect(try at.meeting.state == .open)
        #expect(try await at.press("take", [("item", "dental")]).status == 303)
        #expect(try await at.page().words.contains("Quorate"))
        #expect(try await at.press("move", Self.motion).status == 303)
        #expect(try await at.press("vote", [("motion", "m1"), ("choice", "for")], as: "bo").status == 303)
        let seen = try await at.page(as: "ada")
        #expect(seen.words.contains("Voted: Bo Fisher") && seen.words.contains("Your vote"))
        let votes = try await at.press(
            "votes", [("motion", "m1"), ("vote-chair", "for"), ("vote-nurse", "abstain"), ("vote-cfo", "")])
        #expect(votes.status == 303)
        #expect(try await at.press("close-vote", [("motion", "m1")]).status == 303)
        #expect(try await at.page().words.contains("Carried: 2 for, 0 against, 1 abstained"))
        #expect(try await at.press("close-item", [("item", "dental")]).status == 303)
        let action = [
            ("entry", "a1"), ("text", "Write to the practices"), ("owner", "cfo"), ("due-day", "1"), ("due-month", "3"),
            ("due-year", "2025"),
        ]
        #expect(try await at.press("action", action).status == 303)
        #expect(try await at.press("close").status == 303)
        let closed = try at.meeting
        #expect(closed.state == .closed && closed.resolutions.first?.isCarried == true && closed.actions.count == 1)
    }

    @Test func `members see the state and no button of the clerk’s; others see less, or nothing`() async throws {
        let at = try GovernanceAtWork()
        try await at.open()
        let (clerk, member, looker) = (
            try await at.page(), try await at.page(as: "bo"), try await at.page(as: "looker")
        )
        #expect(clerk.text.contains("live/take") && clerk.text.contains("live/leave"))
        for page in [member, looker] {
            #expect(page.status == 200 && !page.text.contains("live/take") && !page.text.contains("live/leave"))
        }
        #expect(member.words.contains("Carl Unpublished") && !looker.words.contains("Carl Unpublished"))
        #expect(try await at.page(as: "stranger").status == 403)
        #expect(try await at.press("take", [("item", "dental")], as: "bo").status == 403)
        #expect(try await at.press("take", [("item", "dental")], as: "stranger").status == 403)
        #expect(try at.meeting.itemBefore == nil)
    }

    @Test func `a vote is one’s own: nobody gives another’s, and none twice`() async throws {
        let at = try GovernanceAtWork()
        try await at.open()
        _ = try await at.press("take", [("item", "dental")])
        _ = try await at.press("move", Self.motion)
        _ = try await at.press("vote", [("motion", "m1"), ("choice", "against"), ("voter", "chair")], as: "bo")
        #expect(try at.meeting.motion(Slug("m1")!)?.votes.map(\.vote) == [Vote(voter: Slug("gp")!, choice: .against)])
        let twice = try await at.press("vote", [("motion", "m1"), ("choice", "for")], as: "bo")
        #expect(twice.status == 422 && twice.words.contains("has voted already"))
        #expect(try await at.press("vote", [("motion", "m1"), ("choice", "for")], as: "clerk").status == 403)
        #expect(try await at.press("vote", [("motion", "m1"), ("choice", "maybe")], as: "ada").status == 400)
    }

    @Test func `of two at once the second is told what the meeting has come to`() async throws {
        let at = try GovernanceAtWork()
        try await at.open()
        let seen = try at.held.desk.revision(of: RecordName(.meeting, Slug("pccc-2025-02")!))
        #expect(try await at.press("take", [("item", "dental"), ("revision", "\(seen)")]).status == 303)
        let second = try await at.press("take", [("item", "dental"), ("revision", "\(seen)")])
        #expect(second.status == 422 && second.words.contains("Somebody recorded something meanwhile"))
        #expect(second.words.contains("Before the meeting: 1. Dental round"))
    }

    @Test func `the item stops when the quorum goes, and the ways out are there`() async throws {
        let at = try GovernanceAtWork()
        try await at.open()
        _ = try await at.press("take", [("item", "dental")])
        for person in ["gp", "nurse", "cfo"] { _ = try await at.press("leave", [("person", person)]) }
        let page = try await at.page()
        #expect(page.words.contains("Not quorate") && page.words.contains("Take it up again"))
        let wrong = try await at.press("defer", [("item", "dental")])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#asked-reason\""))
        let deferred = try await at.press(
            "defer", [("item", "dental"), ("to", "pccc-2025-03"), ("reason", "No quorum")])
        #expect(deferred.status == 303)
        #expect(try at.meeting.proceeding(Slug("dental")!)?.outcomes.map(\.kind) == [.deferred])
    }

    @Test func `an interest is told by whose it is, decided by the chair, and keeps papers back`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        let told = [
            ("entry", "told-1"), ("member", "gp"), ("item", "dental"), ("kind", "financial"),
            ("nature", "Partner in a practice <script>alert(1)</script>"),
        ]
        #expect(try await at.press("tell", told, as: "nia").status == 422)
        #expect(try await at.press("tell", told, as: "bo").status == 303)
        let page = try await at.page()
        #expect(page.words.contains("For the chair to decide") && !page.text.contains("<script>alert"))
        #expect(try await at.page(as: "ada").words.contains("For the chair to decide") == false)
        let decided = try await at.press(
            "handling",
            [
                ("item", "dental"), ("member", "gp"), ("option", "doesNotAttend"), ("chair", "chair"),
                ("reason", "It is theirs"),
            ])
        #expect(decided.status == 303)
        let own = try await at.page(as: "bo")
        #expect(own.words.contains("1 paper kept back from you") && !own.words.contains("Committee paper"))
        #expect(try await at.page(as: "ada").words.contains("Committee paper"))
        let weak = try await at.press(
            "handling", [("item", "dental"), ("member", "gp"), ("option", "noted"), ("chair", "gp")])
        #expect(weak.status == 422)
    }

    @Test func `out of its time a thing is refused at its form`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        let early = try await at.press("take", [("item", "dental")])
        #expect(early.status == 422 && early.words.contains("it is not the time to take an item"))
        let unknown = try await at.served.ask("/meetings/none/live", as: "clerk")
        #expect(unknown.status == 404)
        #expect(try await at.served.ask("\(GovernanceAtWork.live)/move?item=none", as: "clerk").status == 404)
    }

    @Test func `the live page alone may run the one script, by its digest`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        let page = try await at.page(as: "bo")
        let policy = try #require(page.headers[.contentSecurityPolicy])
        #expect(policy.contains("script-src 'self'") && !policy.contains("unsafe"))
        #expect(page.text.contains("integrity=\"\(LiveMeetingAnswer.integrity)\""))
        #expect(page.text.components("<script") == 1)
        let script = try await at.served.ask("/remit.js", as: nil)
        #expect(script.status == 200 && script.text.contains("EventSource"))
        let other = try await at.served.ask("/my-interests", as: "bo")
        #expect(other.headers[.contentSecurityPolicy]?.contains("script-src") == false)
        let still = try await at.served.ask("\(GovernanceAtWork.live)?every=20", as: "bo")
        #expect(still.headers[.init("Refresh")!] == "20" && !still.text.contains("<script"))
    }

    @Test func `the stream tells the number of the latest change and nothing else`() async throws {
        let at = try GovernanceAtWork()
        try await at.open()
        let path = "/meetings/pccc-2025-02/events?for=1"
        async let stream = at.served.ask(path, as: "bo")
        try await Task.sleep(for: .milliseconds(200))
        _ = try await at.press("take", [("item", "dental")])
        let reply = try await stream
        #expect(reply.headers[.contentType] == "text/event-stream")
        let numbers = reply.text.split(separator: "\n").filter { $0.hasPrefix("data: ") }
        let last = try at.held.desk.revision(of: RecordName(.meeting, Slug("pccc-2025-02")!))
        #expect(numbers.count >= 1 && numbers.last == "data: \(last)")
        #expect(!reply.text.contains("dental"))
        #expect(try await at.served.ask(path, as: nil).status == 303)
        #expect(try await at.served.ask(path, as: "stranger").status == 403)
    }
}

extension String {
    fileprivate func components(_ mark: String) -> Int {
        split(separator: mark, omittingEmptySubsequences: false).count - 1
    }
}
