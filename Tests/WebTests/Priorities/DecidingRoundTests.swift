import Digests
import Governance
import HTTPTypes
import Pages
import Priorities
import Store
import Testing
import Vocabulary

@testable import Web

/// Bringing a round to its decision in the browser: its papers, the agenda, what the meeting carried, and appeals.
struct DecidingRoundTests {
    private func book(_ held: RoundAtWorkServed) throws -> GovernanceBook {
        try GovernanceDesk(held.held.store).book()
    }

    // MARK: - The agenda

    @Test func `a round is put on the agenda of a meeting once, with what it touches and what there is to vote on`()
        async throws
    {
        let held = try RoundAtWorkServed(.balloted)
        let committee = try #require(try book(held).committees.values.first { !$0.terms.isEmpty })
        let hub = try await held.ask("/decide", as: "manager")
        #expect(
            hub.words.contains("On no agenda yet") && hub.words.contains("Put the round on the agenda of a meeting"))
        let planned = try await held.served.post(
            "/meetings/plan",
            [
                ("committees", "\(committee.id)"), ("day-day", "20"), ("day-month", "6"), ("day-year", "2025"),
                ("time", "10:00"), ("place", "Town hall"), ("meeting", "next"),
            ])
        #expect(planned.status == 303)
        let page = try await held.ask("/decide/agenda", as: "manager")
        #expect(page.words.contains("20 June 2025"))
        let matter = try #require(committee.terms.last?.mandates.first { $0.officer == nil }?.matter)
        let pairs = page.sending(["meeting": "next", "matter": "\(matter)"])
        let sent = try await held.post("/decide/agenda", pairs, as: "manager")
        #expect(sent.status == 303 && sent.location == "/meetings/next/live", "\(sent.words)")
        let item = try #require(try book(held).meetings[Slug("next")!]?.agenda.first)
        #expect(item.subject == .round(HeldRounds.diabetes) && item.purpose == .decide && item.matter == matter)
        #expect(try item.parts == held.round.options.map(\.id).sorted())
        #expect(try item.papers.contains { paper in try paper.document == held.round.result?.digest })
        let again = try await held.post("/decide/agenda", pairs, as: "manager")
        #expect(again.status == 422 && again.words.contains("on the agenda already"))
        #expect(try book(held).meetings[Slug("next")!]?.agenda.count == 1)
        #expect(try await held.ask("/decide", as: "manager").words.contains("Go to the meeting"))
    }

    @Test func `an item that lacks what the act needs is told at its field, and keeps what was typed`() async throws {
        let held = try RoundAtWorkServed(.balloted)
        let committee = try #require(try book(held).committees.keys.sorted().first)
        _ = try await held.served.post(
            "/meetings/plan",
            [
                ("committees", "\(committee)"), ("day-day", "20"), ("day-month", "6"), ("day-year", "2025"),
                ("time", "10:00"), ("place", "Town hall"), ("meeting", "next"),
            ])
        let lines = try held.lines
        let sent = try await held.post(
            "/decide/agenda", [("title", "Diabetes <b>"), ("amount", "-1"), ("meeting", "other")], as: "manager")
        #expect(sent.status == 422 && sent.words.contains("Choose one of the meetings in the list"))
        #expect(sent.words.contains("Choose the matter") && sent.words.contains("Enter £0 or more"))
        #expect(sent.text.contains("value=\"Diabetes &lt;b&gt;\""))
        #expect(try held.lines == lines)
    }

    @Test func `without a meeting to come the page leads to planning one`() async throws {
        let held = try RoundAtWorkServed(.balloted)
        let page = try await held.ask("/decide/agenda", as: "manager")
        #expect(page.status == 200 && page.text.contains("href=\"/meetings/plan\""))
    }

    // MARK: - What was decided

    /// The page on which the meeting's decision is recorded, as the hub leads to it.
    private func recording(_ held: RoundAtWorkServed) async throws -> (path: String, page: Reply) {
        let hub = try await held.ask("/decide", as: "manager")
        #expect(hub.words.contains("Record what the meeting decided"))
        let link = try #require(hub.text.firstMatch(of: /href="\/rounds\/diabetes-2025(\/decide\/record[^"]*)"/)).1
        let path = String(link).replacing("&amp;", with: "&")
        let page = try await held.ask(path, as: "manager")
        #expect(page.status == 200)
        return (path, page)
    }

    @Test func `what the meeting carried is recorded after a look, with the reasons, and once`() async throws {
        let held = try RoundAtWorkServed(.met)
        let (_, page) = try await recording(held)
        #expect(page.words.contains("What the meeting of") && page.words.contains("The calculation says"))
        var pairs = page.sending([:])
        // What no motion touched is said by who records it.
        for option in try held.round.options where !pairs.contains(where: { $0.0 == "outcome-\(option.id)" }) {
            pairs.append(("outcome-\(option.id)", "deferred"))
        }
        pairs = pairs.map { $0.0.hasPrefix("reason-") && $0.1.isEmpty ? ($0.0, "It stays as it is.") : $0 }
        let check = try await held.post("/decide/record", pairs, as: "manager")
        #expect(check.status == 200 && check.words.contains("Check the decision"), "\(check.words)")
        #expect(try held.round.decision == nil)
        let back = try await held.post("/decide/record", check.sending(["step": "change"]), as: "manager")
        #expect(back.status == 200 && back.words.contains("Why?"))
        let sent = try await held.post("/decide/record", check.sending(["step": "send"]), as: "manager")
        #expect(sent.status == 303 && sent.location == "/rounds/diabetes-2025/decide", "\(sent.words)")
        let decision = try #require(try held.round.decision)
        let sitting = try #require(decision.sitting)
        for outcome in decision.outcomes {
            #expect(!outcome.reason.isEmpty)
            if let resolved = sitting.resolved(outcome.option) { #expect(outcome.outcome == resolved) }
        }
        let again = try await held.post("/decide/record", check.sending(["step": "send"]), as: "manager")
        #expect(again.status == 422)
        #expect(try held.round.decision == decision)
        #expect(try await held.ask("/decide", as: "manager").words.contains("Publish the record"))
    }

    @Test func `a reason that is missing is asked for, and an outcome that the meeting did not carry is not taken`()
        async throws
    {
        let held = try RoundAtWorkServed(.met)
        let (_, page) = try await recording(held)
        let sitting = try #require(page.fields.first { $0.0 == "meeting" }?.1)
        #expect(!sitting.isEmpty)
        let option = try #require(page.fields.first { $0.0.hasPrefix("reason-") && !$0.1.isEmpty }?.0)
        let without = try await held.post("/decide/record", page.sending([option: " "]), as: "manager")
        #expect(without.status == 422 && without.words.contains("Give the reason for"))
        let forged = page.sending([option.replacing("reason-", with: "outcome-"): "deferred"])
        let all = forged.map { $0.0.hasPrefix("reason-") && $0.1.isEmpty ? ($0.0, "As it is.") : $0 }
        _ = try await held.post("/decide/record", all + [("step", "send")], as: "manager")
        if let decision = try held.round.decision {
            let id = Slug(option.replacing("reason-", with: ""))!
            #expect(decision.outcomes.first { $0.option == id }?.outcome == decision.sitting?.resolved(id))
        }
    }

    @Test func `a meeting that did not deal with the round decides nothing on it`() async throws {
        let held = try RoundAtWorkServed(.balloted)
        let lines = try held.lines
        let other = try #require(try book(held).meetings.keys.sorted().first)
        for (query, status) in [
            ("", 404), ("?meeting=none&item=none", 400), ("?meeting=\(other)&item=none", 400),
        ] {
            #expect(try await held.ask("/decide/record\(query)", as: "manager").status == status, "\(query)")
        }
        let sent = try await held.post("/decide/record", [("meeting", "none"), ("item", "none")], as: "manager")
        #expect(sent.status == 400)
        #expect(try held.lines == lines)
    }

    @Test func `who may not decide changes nothing`() async throws {
        let held = try RoundAtWorkServed(.met)
        let lines = try held.lines
        for who in ["observer", "analyst", "seat-chair", "administrator"] {
            for part in [
                "/decide", "/decide/appeal", "/decide/agenda", "/decide/record", "/decide/appeals",
                "/decide/assessments",
            ] {
                #expect(try await held.ask(part, as: who).status == 403, "\(part) as \(who)")
                if part != "/decide" {
                    #expect(try await held.post(part, [], as: who).status == 403, "\(part) as \(who)")
                }
            }
        }
        // A manager keeps no meetings, and a clerk runs no round.
        #expect(try await held.ask("/decide/agenda", as: "commissioning-manager").status == 403)
        #expect(try await held.ask("/decide/assessments", as: "governance-lead").status == 403)
        #expect(try await held.ask("/decide", as: "governance-lead").status == 200)
        #expect(try held.lines == lines)
    }

    // MARK: - What the law asks for

    /// The round with one option that changes a service.
    private func changing() throws -> (held: RoundAtWorkServed, option: Priorities.Option) {
        let held = try RoundAtWorkServed(.weighing)
        var option = try held.round.options[0]
        option.changesService = true
        try held.held.store.perform(
            PutForwardOption(round: HeldRounds.diabetes, option: option), by: HeldRounds.author,
            at: RoundAtWorkServed.now)
        return (held, option)
    }

    private func attach(
        _ held: RoundAtWorkServed, _ fields: [(String, String)], document: [UInt8]? = nil
    ) async throws -> Reply {
        let parts =
            (fields + [("csrf", "csrf-manager")]).map { WrittenForm.Part(name: $0.0, bytes: Array($0.1.utf8)) }
            + [WrittenForm.Part(name: "document", fileName: document == nil ? "" : "eia.docx", bytes: document ?? [])]
        let form = WrittenForm(parts: parts)
        return try await held.served.send(
            "\(RoundAtWorkServed.root)/decide/assessments", .post,
            cookies: ["remit": held.served.keeper.token(of: "manager")], headers: ["Content-Type": form.type],
            body: form.bytes)
    }

    @Test func `a document that the law asks for is attached, kept whole, and never takes another's place`()
        async throws
    {
        let (held, option) = try changing()
        let before = try held.round.assessments
        let page = try await held.ask("/decide/assessments", as: "manager")
        #expect(page.words.contains(option.title))
        let bytes = Array("what would change, and for whom".utf8)
        let fields = [
            ("option", "\(option.id)"), ("kind", "equalityImpact"), ("title", "Equality impact, second version"),
            ("dated-day", "9"), ("dated-month", "6"), ("dated-year", "2025"), ("reason", ""),
        ]
        for number in 1...2 {
            let sent = try await attach(held, fields, document: bytes)
            #expect(sent.status == 303, "\(sent.words)")
            #expect(try held.round.assessments.count == before.count + number)
        }
        let attached = try held.round.assessments
        #expect(Array(attached.prefix(before.count)) == before)
        #expect(Set(attached.map(\.id)).count == attached.count)
        let digest = Digest.of(bytes)
        #expect(attached.last?.document == digest)
        #expect(try held.held.store.read { db in try KeptBytes.of(digest, db) }?.bytes == bytes)
    }

    @Test(arguments: [
        ("equalityImpact", "", false, "Choose the document."),
        ("equalityImpact", "Nobody asked", false, "only public involvement may have a reason for none"),
        ("publicInvolvement", "Nobody asked", true, "Give the document, or the reason why there is none, not both."),
        ("nothing", "", true, "Choose which document it is."),
    ])
    func `a document that cannot be one is told at its field`(
        kind: String, reason: String, hasFile: Bool, sentence: String
    ) async throws {
        let (held, option) = try changing()
        let lines = try held.lines
        let fields = [
            ("option", "\(option.id)"), ("kind", kind), ("title", "A title of mine"), ("dated-day", "9"),
            ("dated-month", "6"), ("dated-year", "2025"), ("reason", reason),
        ]
        let sent = try await attach(held, fields, document: hasFile ? [1, 2, 3] : nil)
        #expect(sent.status == 422 && sent.words.contains(sentence), "\(sent.words)")
        #expect(sent.text.contains("A title of mine"))
        #expect(try held.lines == lines)
    }

    @Test func `public involvement may have a reason for none`() async throws {
        let (held, option) = try changing()
        let sent = try await attach(
            held,
            [
                ("option", "\(option.id)"), ("kind", "publicInvolvement"), ("title", "None"), ("dated-day", "9"),
                ("dated-month", "6"), ("dated-year", "2025"), ("reason", "Nobody uses it any more."),
            ])
        #expect(sent.status == 303, "\(sent.words)")
        #expect(try held.round.assessments.last?.reasonForNone == "Nobody uses it any more.")
    }

    // MARK: - Appeals

    @Test func `how to appeal is said before publication, and not changed after`() async throws {
        let held = try RoundAtWorkServed(.decided)
        let page = try await held.ask("/decide/appeals", as: "manager")
        let sent = try await held.post(
            "/decide/appeals", page.sending(["address": "appeals@wexbourne.example", "days": "20"]), as: "manager")
        #expect(sent.status == 303)
        #expect(try held.round.appeals == AppealsRoute(address: "appeals@wexbourne.example", days: 20))
        for (address, days, sentence) in [
            ("", "20", "Enter where appeals are sent."), ("here", "soon", "is no number"), ("here", "0", "1 to 36,525"),
        ] {
            let refused = try await held.post("/decide/appeals", [("address", address), ("days", days)], as: "manager")
            #expect(refused.status == 422 && refused.words.contains(sentence), "\(refused.words)")
        }
        try held.held.store.perform(
            RecordPublication(round: HeldRounds.diabetes, digest: Digest.of("a manifest")), by: HeldRounds.author,
            at: RoundAtWorkServed.now)
        let late = try await held.post("/decide/appeals", [("address", "there"), ("days", "9")], as: "manager")
        #expect(late.status == 422 && late.words.contains("A route that has been published is not changed"))
    }

    @Test func `an appeal is put on the record with its name kept apart, and answered once after a look`() async throws
    {
        let held = try RoundAtWorkServed(.decided)
        let page = try await held.ask("/decide/appeal", as: "manager")
        let pairs = page.sending(["grounds": "Its patients were not counted.", "person": "Zebedee Quill"])
        #expect(try await held.post("/decide/appeal", pairs, as: "manager").status == 303)
        // Sent twice it is lodged once.
        #expect(try await held.post("/decide/appeal", pairs, as: "manager").status == 422)
        #expect(try held.round.lodged.count == 1)
        let lines = try held.held.store.read { db in try Journal.lines(db) }
        #expect(!lines.contains { "\($0)".contains("Zebedee") })
        let path = "/decide/appeal/appeal-1"
        let without = try await held.post(path, [("upheld", "yes")], as: "manager")
        #expect(without.status == 422 && without.words.contains("Give the reason"))
        let check = try await held.post(path, [("upheld", "yes"), ("reason", "They were not.")], as: "manager")
        #expect(check.status == 200 && check.words.contains("Set aside, visibly"), "\(check.words)")
        #expect(try held.round.decision != nil)
        #expect(try await held.post(path, check.sending(["step": "send"]), as: "manager").status == 303)
        #expect(try held.round.decision == nil && held.round.lodged[0].answer?.isUpheld == true)
        let again = try await held.post(path, check.sending(["step": "send"]), as: "manager")
        #expect(again.status == 422 && again.words.contains("was answered on"))
        #expect(try await held.ask("/decide", as: "manager").words.contains("Upheld on"))
    }

    @Test(arguments: [
        ("", "Enter what the appeal rests on."), ("They forgot NHS number 943 476 5919.", "NHS number"),
    ])
    func `an appeal that cannot be recorded keeps what was typed`(grounds: String, sentence: String) async throws {
        let held = try RoundAtWorkServed(.decided)
        let page = try await held.ask("/decide/appeal", as: "manager")
        let sent = try await held.post(
            "/decide/appeal", page.sending(["grounds": grounds, "person": "Zebedee Quill"]), as: "manager")
        #expect(sent.status == 422 && sent.words.contains(sentence) && sent.text.contains("Zebedee Quill"))
        #expect(try held.round.lodged.isEmpty)
        #expect(try await held.ask("/decide/appeal/none", as: "manager").status == 404)
    }
}
