import Governance
import Testing
import Vocabulary

@testable import Web

/// The register as its keeper works with it in the browser.
@Suite(.enabled(if: GovernanceAtWork.isServed, "the routes of this work are not registered yet"))
struct RegisterKeepingTests {
    @Test func `what waits for a ruling stands at the top, whole and with names`() async throws {
        let at = try GovernanceAtWork()
        let page = try await at.served.ask("/register", as: "clerk")
        #expect(page.status == 200 && page.words.contains("Withhold or publish: Nia Cole"))
        let entries = try await at.served.ask("/register/nurse", as: "clerk")
        #expect(entries.words.contains("SECRET SHARE"))
    }

    @Test func `who keeps the register of another body sees and rules on nobody here`() async throws {
        let at = try GovernanceAtWork()
        let page = try await at.served.ask("/register", as: "stranger")
        #expect(!page.words.contains("Nia Cole") && page.words.contains("Nobody of whom you keep the register"))
        #expect(try await at.served.ask("/register/nurse", as: "stranger").status == 404)
        let ruled = try await at.served.post(
            "/register/nurse/entries/d1/withholding", [("granted", "no")], as: "stranger")
        #expect(ruled.status == 404)
        #expect(try await at.served.ask("/register", as: "bo").status == 403)
        #expect(try at.person("nurse").declarations[0].redaction?.isGranted == nil)
    }

    @Test func `somebody is entered once, under a name of their own, and leaves`() async throws {
        let at = try GovernanceAtWork()
        let form = try await at.served.ask("/register/add", as: "clerk")
        #expect(form.status == 200 && form.text.contains("name=\"entry\" value=\"p001\""))
        #expect(try await at.served.ask("/register/add", as: "bo").status == 403)
        func told(_ name: String, _ entry: String = "p001") -> [(String, String)] {
            [
                ("entry", entry), ("name", name), ("knownFrom-day", "1"), ("knownFrom-month", "2"),
                ("knownFrom-year", "2025"), ("post", "Practice nurse"), ("clinician", "nurse"),
            ]
        }
        let bare = try await at.served.post("/register/add", [("entry", "p001")], as: "clerk")
        #expect(bare.status == 422 && bare.text.contains("href=\"#asked-name\""))
        for _ in 0..<2 {
            #expect(try await at.served.post("/register/add", told("Fay Faraway"), as: "clerk").status == 303)
        }
        #expect(try at.person("p001").posts.map(\.clinician) == [Slug("nurse")])
        let other = try await at.served.post("/register/add", told("Gus Garland"), as: "clerk")
        #expect(other.status == 422 && other.text.contains("name=\"entry\" value=\"p002\""))
        #expect(try await at.served.post("/register/add", told("Gus Garland", "p002"), as: "clerk").status == 303)
        let early = try await at.served.post("/register/p002/leaving", [], as: "clerk")
        #expect(early.status == 422)
        let day = [("left-day", "18"), ("left-month", "2"), ("left-year", "2025")]
        #expect(try await at.served.post("/register/nurse/leaving", day, as: "stranger").status == 404)
        #expect(try await at.served.post("/register/p002/leaving", day, as: "clerk").status == 303)
        #expect(try at.person("p002").left == Day("2025-02-18"))
    }

    @Test func `an interest is agreed to and a wish is decided by somebody else than whose it is`() async throws {
        let at = try GovernanceAtWork()
        #expect(
            try await at.served.ask("/register/nurse/entries/d1/withholding", as: "clerk").words.contains(
                "SECRET REASON"))
        let empty = try await at.served.post("/register/nurse/entries/d1/withholding", [], as: "clerk")
        #expect(empty.status == 422 && empty.text.contains("href=\"#asked-granted\""))
        let ruled = try await at.served.post(
            "/register/nurse/entries/d1/withholding", [("granted", "yes")], as: "clerk")
        #expect(ruled.status == 303)
        let wish = try #require(try at.person("nurse").declarations[0].redaction)
        #expect(wish.isGranted == true && wish.decidedBy == Slug("cfo"))
        let agreed = try await at.served.post(
            "/register/nurse/entries/d1/approve", [("mitigation", "Takes no part")], as: "clerk")
        #expect(agreed.status == 303)
        let twice = try await at.served.post("/register/nurse/entries/d1/approve", [], as: "clerk")
        #expect(twice.status == 422 && twice.words.contains("was approved by"))
    }

    @Test func `a breach is recorded and settled`() async throws {
        let at = try GovernanceAtWork()
        let found = [("foundOn-day", "18"), ("foundOn-month", "2"), ("foundOn-year", "2025"), ("entry", "breach-1")]
        let own = try await at.served.post(
            "/register/gp/breach", found + [("account", "Voted"), ("dealtWithBy", "gp")], as: "clerk")
        #expect(own.status == 422 && own.text.contains("href=\"#asked-dealtwithby\""))
        let recorded = try await at.served.post(
            "/register/gp/breach",
            found + [("account", "Voted"), ("dealtWithBy", "chair"), ("touched", "pccc-2025-01/dental")], as: "clerk")
        #expect(recorded.status == 303)
        let settled = try await at.served.post(
            "/register/gp/breaches/breach-1/settle",
            [("effect", "stands"), ("published", "A member voted on a contract.")], as: "clerk")
        #expect(settled.status == 303)
        #expect(try at.person("gp").breaches[0].effect == .stands)
    }
}
