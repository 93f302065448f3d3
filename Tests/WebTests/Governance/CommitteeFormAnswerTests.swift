import Governance
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// Committees and decisions outside meetings, as governance leads keep them in the browser.
struct CommitteeFormAnswerTests {
    private static func day(_ field: String, _ day: String, _ month: String, _ year: String) -> [(String, String)] {
        [("\(field)-day", day), ("\(field)-month", month), ("\(field)-year", year)]
    }

    private func committee(_ at: GovernanceAtWork, _ id: String = "pccc") throws -> Committee? {
        try at.book.committees[Slug(id)!]
    }

    private static let terms: [(String, String)] =
        day("from", "1", "2", "2025") + [
            ("least", "2"), ("whom", "voting"), ("majority", "simple"), ("public", "yes"), ("allows", "urgentAction"),
            ("mandates", "Primary dental services: £250,000\nPrimary dental services: £20,000 by Carl Unpublished"),
            ("citation", "Terms of reference, version 2"),
        ]

    /// Terms from February that allow urgent action.
    private func setTerms(_ at: GovernanceAtWork) async throws {
        let reply = try await at.served.post("/committees/pccc/terms", Self.terms + [("step", "send")], as: "clerk")
        #expect(reply.status == 303, "\(reply.words)")
    }

    @Test func `a committee comes to be by form: founded, its members appointed, its terms checked and set`()
        async throws
    {
        let at = try GovernanceAtWork()
        #expect(try await at.served.ask("/committees", as: "clerk").words.contains("Form a committee"))
        #expect(try await !at.served.ask("/committees", as: nil).words.contains("Form a committee"))
        let founding =
            [("title", "Dental committee"), ("body", "QWX"), ("committee", "dental")]
            + Self.day("formedOn", "1", "1", "2025")
        for _ in 0..<2 {
            #expect(try await at.served.post("/committees/new", founding, as: "clerk").status == 303)
        }
        let next = try await at.served.ask("/committees/dental/keep", as: "clerk")
        #expect(next.words.contains("Begin with its members"))
        for (person, office) in [("chair", "chair"), ("gp", "")] {
            let seat = [
                ("person", person), ("roles", person == "gp" ? "gp" : "lay"), ("voting", "yes"), ("office", office),
            ]
            let appointed = try await at.served.post(
                "/committees/dental/appoint", seat + Self.day("from", "1", "1", "2025"), as: "clerk")
            #expect(appointed.status == 303, "\(appointed.words)")
        }
        #expect(try await at.served.ask("/committees/dental/keep", as: "clerk").words.contains("set its terms"))
        // A quorum that these members never meet is refused before it is confirmed.
        let never = Self.terms.map { $0.0 == "least" ? ("least", "5") : $0 }
        let refused = try await at.served.post("/committees/dental/terms", never, as: "clerk")
        #expect(refused.status == 422 && refused.words.contains("can never meet it"))
        #expect(refused.text.contains("href=\"#asked-least\""))
        let check = try await at.served.post("/committees/dental/terms", Self.terms, as: "clerk")
        #expect(check.status == 200 && check.words.contains("Nothing is recorded until you send it"))
        #expect(check.words.contains("at least 2 voting members"))
        #expect(try committee(at, "dental")?.terms.isEmpty == true)
        let back = try await at.served.post("/committees/dental/terms", Self.terms + [("step", "change")], as: "clerk")
        #expect(back.status == 200 && back.text.contains("value=\"Terms of reference, version 2\""))
        let set = try await at.served.post("/committees/dental/terms", Self.terms + [("step", "send")], as: "clerk")
        #expect(set.status == 303)
        let made = try #require(try committee(at, "dental"))
        #expect(made.terms.map(\.quorum) == [.atLeast(2, .voting)] && made.terms[0].allowsUrgentAction)
        #expect(made.terms[0].mandates.map(\.officer) == [nil, Slug("cfo")])
    }

    @Test func `each refusal of an appointment stands at its field, and nothing is recorded`() async throws {
        let at = try GovernanceAtWork()
        func appoint(_ pairs: [(String, String)]) async throws -> Reply {
            try await at.served.post("/committees/pccc/appoint", pairs, as: "clerk")
        }
        let from = Self.day("from", "1", "2", "2025")
        let bare = try await appoint([])
        #expect(bare.status == 422)
        for field in ["person", "roles", "voting", "from-day"] {
            #expect(bare.text.contains("href=\"#asked-\(field)\""), "\(field)")
        }
        let twice = try await appoint([("person", "gp"), ("roles", "gp"), ("voting", "yes")] + from)
        #expect(twice.status == 422 && twice.words.contains("has a seat"))
        let early = try await appoint(
            [("person", "nurse"), ("roles", "nurse"), ("voting", "yes")] + Self.day("from", "1", "1", "2020"))
        #expect(early.status == 422 && early.text.contains("href=\"#asked-from-day\""))
        #expect(try committee(at)?.memberships.count == 4)
    }

    @Test func `a seat is changed from a day on, and ended after its end was checked`() async throws {
        let at = try GovernanceAtWork()
        let page = try await at.served.ask("/committees/pccc/seats/gp/change", as: "clerk")
        #expect(page.status == 200 && page.words.contains("Bo Fisher"))
        let changed = try await at.served.post(
            "/committees/pccc/seats/gp/change",
            [("roles", "gp"), ("otherRole", "Public health"), ("voting", "no"), ("office", "viceChair")]
                + Self.day("from", "1", "2", "2025"), as: "clerk")
        #expect(changed.status == 303)
        let seats = try #require(try committee(at)).memberships.filter { $0.person == Slug("gp") }
        #expect(
            seats.map(\.until) == [Day("2025-01-31"), nil] && seats[1].roles == [Slug("gp")!, Slug("public-health")!])
        #expect(seats[1].office == .viceChair && !seats[1].isVoting)
        let end = Self.day("until", "30", "6", "2025")
        let check = try await at.served.post("/committees/pccc/seats/nurse/end", end, as: "clerk")
        #expect(check.status == 200 && check.words.contains("Check the end of the seat"))
        #expect(
            try await at.served.post("/committees/pccc/seats/nurse/end", end + [("step", "send")], as: "clerk").status
                == 303)
        #expect(try committee(at)?.member(Slug("nurse")!, on: Day("2025-07-01")!) == nil)
        #expect(try await at.served.ask("/committees/pccc/seats/nobody/end", as: "clerk").status == 404)
    }

    @Test func `a committee is dissolved after it was checked, and not while meetings are to come`() async throws {
        let at = try GovernanceAtWork()
        let soon = Self.day("lastDay", "28", "2", "2025")
        let early = try await at.served.post("/committees/pccc/dissolve", soon, as: "clerk")
        #expect(early.status == 422 && early.text.contains("href=\"#asked-lastday-day\""))
        let late = Self.day("lastDay", "31", "3", "2025")
        let check = try await at.served.post("/committees/pccc/dissolve", late, as: "clerk")
        #expect(check.status == 200 && check.words.contains("This cannot be undone"))
        #expect(try committee(at)?.dissolvedOn == nil)
        #expect(
            try await at.served.post("/committees/pccc/dissolve", late + [("step", "send")], as: "clerk").status == 303)
        #expect(try committee(at)?.dissolvedOn == Day("2025-03-31"))
    }

    @Test func `who keeps no meetings at the body finds neither the forms nor the links`() async throws {
        let at = try GovernanceAtWork()
        for path in ["keep", "appoint", "terms", "dissolve", "seats/gp/change", "seats/gp/end", "urgent", "delegated"] {
            #expect(try await at.served.ask("/committees/pccc/\(path)", as: "stranger").status == 404, "\(path)")
            #expect(try await at.served.ask("/committees/pccc/\(path)", as: "ada").status == 403, "\(path)")
        }
        let dissolved = try await at.served.post(
            "/committees/pccc/dissolve", Self.day("lastDay", "31", "3", "2025") + [("step", "send")], as: "stranger")
        #expect(dissolved.status == 404)
        let elsewhere = try await at.served.post(
            "/committees/new",
            [("title", "Ours"), ("body", "QWX"), ("committee", "ours")] + Self.day("formedOn", "1", "1", "2025"),
            as: "stranger")
        #expect(elsewhere.status == 422 && elsewhere.text.contains("href=\"#asked-body\""))
        #expect(try committee(at, "ours") == nil)
        for visitor in ["ada", "stranger", nil] {
            #expect(try await !at.served.ask("/committees/pccc", as: visitor).words.contains("Keep this committee"))
        }
        #expect(try await at.served.ask("/committees/pccc", as: "clerk").words.contains("Keep this committee"))
    }

    @Test func `of two who set terms at once the second sees both`() async throws {
        let at = try GovernanceAtWork()
        let seen = ("revision", "\(try at.held.desk.revision(of: RecordName(.committee, Slug("pccc")!)))")
        try await setTerms(at)
        let other = Self.terms.map { $0.0 == "citation" ? ("citation", "Another version") : $0 }
        let second = try await at.served.post("/committees/pccc/terms", other + [seen], as: "clerk")
        #expect(second.status == 422 && second.words.contains("Somebody recorded this meanwhile"))
        #expect(second.words.contains("Terms of reference, version 2"))
        let again = try await at.served.post(
            "/committees/pccc/terms", Self.terms + [seen, ("step", "send")], as: "clerk")
        #expect(again.status == 303)
        #expect(try committee(at)?.terms.count == 2)
    }

    // MARK: - Outside a meeting

    private static let decision = [
        ("entry", "urgent-1"), ("by", "chair"), ("by", "gp"), ("urgency", "The practice closes on Friday."),
        ("title", "Cover at Harbour Street"), ("text", "That the contract be bridged."), ("reasons", "It closes."),
        ("considered", "A month of cover\nNo change"), ("matter", "primary-dental-services"), ("amount", "12,000"),
    ]

    /// Sends a decision with its document, as a browser does from the page on which it is checked.
    private func decide(
        _ at: GovernanceAtWork, _ path: String, _ fields: [(String, String)], document: String?
    ) async throws -> Reply {
        var text = ""
        for (name, value) in [("csrf", "csrf-clerk"), ("step", "send")] + fields {
            text += "--b0undary\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let content = document ?? ""
        text += "--b0undary\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"letter.txt\"\r\n"
        text += "Content-Type: text/plain\r\n\r\n\(content)\r\n--b0undary--\r\n"
        return try await at.served.send(
            path, .post, cookies: ["remit": at.served.keeper.token(of: "clerk")],
            headers: ["Content-Type": "multipart/form-data; boundary=b0undary"], body: Array(text.utf8))
    }

    @Test func `an urgent decision is checked, rests on a document, and the next meeting is owed it`() async throws {
        let at = try GovernanceAtWork()
        let path = "/committees/pccc/urgent"
        try await setTerms(at)
        #expect(try await at.served.ask("/committees/pccc", as: "clerk").words.contains("Record an urgent decision"))
        let alone = try await at.served.post(path, Self.decision.filter { $0 != ("by", "gp") }, as: "clerk")
        #expect(alone.status == 422 && alone.text.contains("href=\"#asked-by\""))
        let beyond = Self.decision.map { $0.0 == "amount" ? ("amount", "300,000") : $0 }
        let above = try await at.served.post(path, beyond, as: "clerk")
        #expect(above.status == 422 && above.text.contains("href=\"#asked-amount\""))
        let check = try await at.served.post(path, Self.decision, as: "clerk")
        #expect(check.status == 200 && check.words.contains("The document on which it rests"))
        let without = try await decide(at, path, Self.decision, document: nil)
        #expect(without.status == 422 && without.words.contains("Choose the document"))
        #expect(try at.book.decisions[Slug("urgent-1")!] == nil)
        for _ in 0..<2 {
            #expect(try await decide(at, path, Self.decision, document: "A letter").status == 303)
        }
        let made = try #require(try at.book.decisions[Slug("urgent-1")!])
        #expect(made.deciders == [Slug("chair")!, Slug("gp")!] && made.evidence.count == 1)
        let form = try await at.served.ask("/meetings/pccc-2025-03/live/add-item", as: "clerk")
        #expect(form.words.contains("To report decisions made outside a meeting"))
        let put = try await at.served.post(
            "/meetings/pccc-2025-03/live/add-item",
            [("entry", "item-1"), ("title", "Decided meanwhile"), ("purpose", "note"), ("decisions", "urgent-1")],
            as: "clerk")
        #expect(put.status == 303)
        let item = try #require(try at.book.meetings[Slug("pccc-2025-03")!]?.agenda.first)
        #expect(item.subject == .decisions([Slug("urgent-1")!]))
        #expect(!ForwardPlan(try at.book).owed().contains { $0.kind == .decisionToReport })
    }

    @Test func `an officer decides within the limit of the terms, and nobody does where they give none`() async throws {
        let at = try GovernanceAtWork()
        let path = "/committees/pccc/delegated"
        #expect(try await at.served.ask(path, as: "clerk").words.contains("let no officer decide alone"))
        try await setTerms(at)
        let fields =
            Self.decision.filter { !["by", "urgency", "entry"].contains($0.0) }
            + [("by", "cfo"), ("entry", "officer-1")]
        let beyond = try await at.served.post(
            path, fields.map { $0.0 == "amount" ? ("amount", "20,001") : $0 }, as: "clerk")
        #expect(beyond.status == 422 && beyond.text.contains("href=\"#asked-amount\""))
        #expect(try await decide(at, path, fields, document: "A note").status == 303)
        #expect(try at.book.decisions[Slug("officer-1")!]?.deciders == [Slug("cfo")!])
    }
}
