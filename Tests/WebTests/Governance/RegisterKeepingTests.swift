import Governance
import Store
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

    @Test func `posts, ties and parts in decisions are entered, and end`() async throws {
        let at = try GovernanceAtWork()
        func from(_ month: String) -> [(String, String)] {
            [("from-day", "1"), ("from-month", month), ("from-year", "2025")]
        }
        let page = try await at.served.ask("/register/cfo", as: "clerk")
        #expect(page.words.contains("Enter a post") && page.words.contains("Chief finance officer"))
        for (path, pairs, field) in [
            ("post", [("post", "Treasurer")], "post"), ("tie", [("newTie", "Household 3")], "newtie"),
            ("deciding", [("why", "votes on the board")], "why"),
        ] {
            let bare = try await at.served.post("/register/cfo/\(path)", [], as: "clerk")
            #expect(bare.status == 422 && bare.text.contains("href=\"#asked-\(field)\""), "\(path)")
            #expect(try await at.served.post("/register/cfo/\(path)", pairs + from("2"), as: "clerk").status == 303)
            #expect(try await at.served.ask("/register/cfo/\(path)", as: "stranger").status == 404)
        }
        let held = try at.person("cfo")
        #expect(held.posts.map(\.title) == ["Chief finance officer", "Treasurer"])
        #expect(
            held.ties.map(\.name) == [Slug("household-3")!] && held.decisionMaking.map(\.why) == ["votes on the board"])
        let day = [("lastDay-day", "18"), ("lastDay-month", "2"), ("lastDay-year", "2025")]
        #expect(try await at.served.post("/register/cfo/end", day, as: "clerk").status == 422)
        #expect(try await at.served.post("/register/cfo/end", day + [("holding", "post 1")], as: "clerk").status == 303)
        #expect(try at.person("cfo").posts.map(\.until) == [nil, Day("2025-02-18")])
    }

    @Test func `texts whose time is over go by a button, those of other bodies and those that are kept stay`()
        async throws
    {
        let at = try GovernanceAtWork()
        #expect(try await at.served.ask("/register/retention", as: "clerk").words.contains("No text’s time is over"))
        let long = Day("2008-03-01")!
        try at.held.desk.perform(by: Served.author, at: Served.moment) { texts, _ in
            [
                EnterDeclaration(
                    person: Slug("nurse")!,
                    declaration: Declaration(
                        id: Slug("old")!, kind: .financial, situation: .shareholding,
                        description: try texts.keep("LONG AGO"), arose: long, ended: Day("2009-03-01"),
                        becameAware: long, declaredOn: HeldGovernance.from))
            ]
        }
        #expect(try await at.served.ask("/register/retention", as: "clerk").words.contains("Nia Cole"))
        #expect(try await !at.served.ask("/register/retention", as: "stranger").words.contains("Nia Cole"))
        #expect(try await at.served.post("/register/retention", [], as: "stranger").status == 303)
        #expect(try at.held.desk.texts().values.contains("LONG AGO"))
        #expect(try await at.served.post("/register/retention", [], as: "clerk").status == 303)
        let texts = try at.held.desk.texts().values
        #expect(!texts.contains("LONG AGO") && texts.contains("SECRET SHARE"))
        #expect(try await at.served.post("/register/retention", [], as: "bo").status == 403)
    }

    @Test func `of two who rule on one wish the second sees both rulings before either stands`() async throws {
        let at = try GovernanceAtWork()
        let seen = ("revision", "\(try at.held.desk.revision(of: RecordName(.person, Slug("nurse")!)))")
        let path = "/register/nurse/entries/d1/withholding"
        #expect(try await at.served.post(path, [("granted", "yes"), seen], as: "clerk").status == 303)
        #expect(try await at.served.post(path, [("granted", "yes"), seen], as: "clerk").status == 303)
        let second = try await at.served.post(path, [("granted", "no"), seen], as: "clerk")
        #expect(second.status == 422 && second.words.contains("Somebody recorded this meanwhile"))
        #expect(try at.person("nurse").declarations[0].redaction?.isGranted == true)
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
