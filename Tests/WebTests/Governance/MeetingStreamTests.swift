import Access
import Governance
import HTTPTypes
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// What follows a live meeting by itself: it keeps no session alive, and ends with it.
struct MeetingStreamTests {
    @Test func `what a page asks for by itself is no use of the session`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        let cookies = ["remit": at.served.keeper.token(of: "bo")]
        func uses() -> Int { at.served.keeper.held.withLock { $0.uses } }
        let before = uses()
        let fresh = try await at.served.send(
            GovernanceAtWork.live, .get, cookies: cookies, headers: ["Remit-Unattended": "yes"])
        #expect(fresh.status == 200)
        _ = try await at.served.ask("/meetings/pccc-2025-02/events?for=0", as: "bo")
        _ = try await at.served.ask("\(GovernanceAtWork.live)?every=20", as: "bo")
        #expect(uses() == before)
        _ = try await at.page(as: "bo")
        #expect(uses() == before + 1)
    }

    @Test func `who has signed out, or lost the role, follows no more`() async throws {
        for end in ["sign-out", "role", "account"] {
            let at = try GovernanceAtWork()
            _ = try await at.plan()
            let keeper = at.served.keeper
            let token = keeper.token(of: "bo")
            let session = try #require(try keeper.session(token, at: Served.moment))
            let watch = StreamWatch(
                door: at.served.site.door, store: at.served.site.desks.store, cookies: [.session: token],
                began: Served.moment, session: session.id)
            #expect(watch.stands(after: .seconds(2)))
            switch end {
            case "sign-out": try keeper.end(session: session.id, of: session.account)
            case "role": keeper.held.withLock { $0.book.accounts[session.account]?.grants = [] }
            default: keeper.held.withLock { $0.book.accounts[session.account]?.state = .suspended }
            }
            #expect(!watch.stands(after: .seconds(3)), "\(end)")
        }
    }

    @Test func `nobody holds more than a few streams open, and each that ends makes room`() {
        let streams = OpenStreams()
        var begun = 0
        while streams.begin("one"), begun < 1_000 { begun += 1 }
        #expect(begun == 8 && !streams.begin("one") && streams.begin("two"))
        streams.end("one")
        #expect(streams.begin("one") && streams.count == 9)
        for _ in 0..<8 { streams.end("one") }
        streams.end("two")
        streams.end("nobody")
        #expect(streams.count == 0)
    }

    @Test func `streams that have ended are counted no more`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        for _ in 0..<10 {
            let reply = try await at.served.ask("/meetings/pccc-2025-02/events?for=0", as: "bo")
            #expect(reply.text.contains("event: changed"))
        }
        #expect(at.served.site.door.streams.count == 0)
    }
}
