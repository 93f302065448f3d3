import Governance
import Store
import Testing
import Vocabulary

@testable import Web

/// One's own entries on the register, in the browser.
@Suite(.enabled(if: GovernanceAtWork.isServed, "the routes of this work are not registered yet"))
struct OwnInterestsTests {
    private static let told = [
        ("kind", "financial"), ("situation", "ownership"), ("description", "Partner in <b>the practice</b>"),
        ("organisation", "Y02494"), ("arose-day", "1"), ("arose-month", "2"), ("arose-year", "2025"),
        ("entry", "interest-1"),
    ]

    @Test func `an interest is checked before it is sent, and then stands on the register`() async throws {
        let at = try GovernanceAtWork()
        #expect(try await at.served.ask("/my-interests/declare", as: "bo").status == 200)
        let checked = try await at.served.post("/my-interests/declare", Self.told + [("step", "check")], as: "bo")
        #expect(checked.status == 200 && checked.words.contains("Nothing is recorded until you send it"))
        #expect(checked.text.contains("Partner in &lt;b&gt;the practice&lt;/b&gt;"))
        #expect(try at.person("gp").declarations.isEmpty)
        let changed = try await at.served.post("/my-interests/declare", Self.told + [("step", "change")], as: "bo")
        #expect(changed.status == 200 && changed.text.contains("value=\"Y02494\""))
        let sent = try await at.served.post("/my-interests/declare", Self.told + [("step", "send")], as: "bo")
        #expect(sent.status == 303 && sent.location == "/my-interests")
        let declared = try #require(try at.person("gp").declarations.first)
        #expect(declared.counterparty == OrganisationCode("Y02494") && declared.declaredOn == Day("2025-02-19"))
        #expect(try await at.served.ask("/my-interests", as: "bo").words.contains("Financial: ownership"))
    }

    @Test func `sent twice it is entered once, and the second is told`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.served.post("/my-interests/declare", Self.told + [("step", "send")], as: "bo")
        let again = try await at.served.post("/my-interests/declare", Self.told + [("step", "send")], as: "bo")
        #expect(again.status == 422 && again.words.contains("There is a problem"))
        #expect(try at.person("gp").declarations.count == 1)
    }

    @Test func `a field that is wrong is named, and what was typed stays`() async throws {
        let at = try GovernanceAtWork()
        let reply = try await at.served.post(
            "/my-interests/declare",
            [("description", "Shares"), ("arose-day", "31"), ("arose-month", "2"), ("arose-year", "2025")],
            as: "bo")
        #expect(reply.status == 422)
        #expect(reply.text.contains("href=\"#asked-kind\"") && reply.text.contains("href=\"#asked-arose-day\""))
        #expect(reply.words.contains("Enter a day that there is") && reply.text.contains("Shares</textarea>"))
    }

    @Test func `an NHS number is refused before anything is kept`() async throws {
        let at = try GovernanceAtWork()
        let pairs = Self.told.map { $0.0 == "description" ? ($0.0, "Treats 943 476 5919") : $0 }
        let reply = try await at.served.post("/my-interests/declare", pairs + [("step", "send")], as: "bo")
        #expect(reply.status == 422 && reply.words.contains("an NHS number"))
        #expect(try at.person("gp").declarations.isEmpty)
        #expect(try !at.held.desk.texts().values.contains { $0.contains("943 476 5919") })
    }

    @Test func `it is put right, ended and asked to be withheld by whose it is`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.served.post("/my-interests/declare", Self.told + [("step", "send")], as: "bo")
        let form = try await at.served.ask("/my-interests/entries/interest-1/amend", as: "bo")
        #expect(form.status == 200 && form.text.contains("&lt;b&gt;the practice"))
        #expect(try await at.served.ask("/my-interests/entries/interest-1/amend", as: "nia").status == 404)
        let pairs = Self.told.map { $0.0 == "entry" ? ("entry", "interest-2") : $0 }
        let amended = try await at.served.post(
            "/my-interests/entries/interest-1/amend", pairs + [("step", "send")], as: "bo")
        #expect(amended.status == 303)
        #expect(try at.person("gp").declaration(Slug("interest-1")!)?.supersededBy == Slug("interest-2"))
        let asked = try await at.served.post(
            "/my-interests/entries/interest-2/withhold", [("reason", "A court order")], as: "bo")
        #expect(asked.status == 303)
        #expect(try at.person("gp").declaration(Slug("interest-2")!)?.isWithheld == true)
        let early = try await at.served.post(
            "/my-interests/entries/interest-2/end", [("ended-day", "1"), ("ended-month", "1"), ("ended-year", "2024")],
            as: "bo")
        #expect(early.status == 422 && early.text.contains("href=\"#asked-ended-day\""))
        let ended = try await at.served.post(
            "/my-interests/entries/interest-2/end",
            [("ended-day", "18"), ("ended-month", "2"), ("ended-year", "2025")],
            as: "bo")
        #expect(ended.status == 303)
    }

    @Test func `who has nothing to declare says so, and who has is told why not`() async throws {
        let at = try GovernanceAtWork()
        #expect(try await at.served.post("/my-interests/nothing", [], as: "ada").status == 303)
        #expect(try at.person("chair").nilDeclarations.map(\.declaredOn) == [Day("2025-02-19")!])
        let refused = try await at.served.post("/my-interests/nothing", [], as: "nia")
        #expect(refused.status == 422 && refused.words.contains("which stands"))
        let unread = try await at.served.post("/my-interests/confirm", [], as: "nia")
        #expect(unread.status == 422 && unread.words.contains("Tick the box"))
        #expect(try await at.served.post("/my-interests/confirm", [("confirmed", "yes")], as: "nia").status == 303)
        #expect(try at.person("nurse").reviews.count == 1)
    }

    @Test func `of a gift the rules of the day are told before it is sent`() async throws {
        let at = try GovernanceAtWork()
        let gift = [
            ("kind", "cash"), ("description", "An envelope"), ("source", "A supplier"), ("about", "supplier"),
            ("value", "40"), ("offeredOn-day", "3"), ("offeredOn-month", "2"), ("offeredOn-year", "2025"),
            ("accepted", "no"), ("entry", "gift-1"), ("newSource", "source-1"),
        ]
        let checked = try await at.served.post("/my-interests/gift", gift + [("step", "check")], as: "bo")
        #expect(
            checked.status == 200 && checked.words.contains("You must not accept it") && checked.words.contains("By:"))
        let sent = try await at.served.post("/my-interests/gift", gift + [("step", "send")], as: "bo")
        #expect(sent.status == 303)
        #expect(try at.person("gp").gifts.map(\.value) == [Money(pence: 4_000)])
    }

    @Test func `who is linked to nobody is told whom to ask`() async throws {
        let at = try GovernanceAtWork()
        let reply = try await at.served.ask("/my-interests", as: "unlinked")
        #expect(reply.status == 200 && reply.words.contains("ask an administrator of this installation to link it"))
        let form = try await at.served.ask("/my-interests/declare", as: "unlinked")
        #expect(form.status == 400 && form.words.contains("Ask an administrator to link it"))
    }
}
