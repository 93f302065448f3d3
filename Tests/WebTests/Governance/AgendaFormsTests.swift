import Governance
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// The agenda of a meeting by form: items changed in their place, several papers, another order.
struct AgendaFormsTests {
    private static func s(_ text: String) -> Slug { Slug(text)! }

    private func planned() async throws -> GovernanceAtWork {
        let at = try GovernanceAtWork()
        #expect(try await at.plan() == [303, 303])
        return at
    }

    private static let item: [(String, String)] = [
        ("item", "dental"), ("title", "Dental access"), ("purpose", "decide"), ("matter", "primary-dental-services"),
        ("reporter", "nurse"), ("minutes-given", "20"), ("changesService", "no"),
    ]

    private func send(
        _ at: GovernanceAtWork, _ deed: String, _ pairs: [(String, String)], files: [(field: String, name: String)]
    ) async throws -> Reply {
        let form = WrittenForm(
            parts: (pairs + [("csrf", "csrf-clerk")]).map { .init(name: $0.0, bytes: Array($0.1.utf8)) }
                + files.map { .init(name: $0.field, fileName: $0.name, bytes: Array("A paper: \($0.name)".utf8)) })
        return try await at.served.send(
            "\(GovernanceAtWork.live)/\(deed)", .post, cookies: ["remit": at.served.keeper.token(of: "clerk")],
            headers: ["Content-Type": form.type], body: form.bytes)
    }

    @Test func `an item is changed in its place, and what is not asked for stays`() async throws {
        let at = try await planned()
        let page = try await at.served.ask("\(GovernanceAtWork.live)/amend-item?item=dental", as: "clerk")
        #expect(page.status == 200 && page.text.contains("value=\"Dental round\""))
        #expect(page.text.contains("value=\"Committee paper\""))
        #expect(try await at.press("amend-item", Self.item).status == 303)
        let item = try #require(try at.meeting.item(Self.s("dental")))
        #expect(item.title == "Dental access" && item.reporter == Self.s("nurse") && item.minutes == 20)
        #expect(item.papers.map(\.title) == ["Committee paper"] && item.papers[0].document != nil)
        #expect(try await at.page().words.contains("20 minutes."))
    }

    @Test func `an item has several papers, each with the name of its file, and documents that the law asks for`()
        async throws
    {
        let at = try await planned()
        let gate = [
            ("gate-equalityImpact-title", "EIA"), ("gate-equalityImpact-dated-day", "1"),
            ("gate-equalityImpact-dated-month", "2"), ("gate-equalityImpact-dated-year", "2025"),
        ]
        let without = try await send(at, "amend-item", Self.item + gate, files: [])
        #expect(without.status == 422 && without.words.contains("has no document"))
        let sent = try await send(
            at, "amend-item", Self.item + gate,
            files: [
                ("papers", "Costs.xlsx"), ("papers", "Views of patients.docx"), ("gate-equalityImpact-file", "eia.pdf"),
            ])
        #expect(sent.status == 303)
        let item = try #require(try at.meeting.item(Self.s("dental")))
        #expect(item.papers.map(\.title) == ["Committee paper", "Costs", "Views of patients"])
        #expect(Set(item.papers.compactMap(\.document)).count == 3 && item.gates.first?.document != nil)
    }

    @Test func `of two who change one item the second sees both versions before either is lost`() async throws {
        let at = try await planned()
        let seen = ("revision", "\(try at.held.desk.revision(of: RecordName(.meeting, Self.s("pccc-2025-02"))))")
        #expect(try await at.press("amend-item", Self.item + [seen]).status == 303)
        let mine = Self.item.map { $0.0 == "title" ? ("title", "Dental care") : $0 }
        let second = try await at.press("amend-item", mine + [seen])
        #expect(second.status == 422 && second.words.contains("Somebody recorded this meanwhile"))
        #expect(second.words.contains("Dental access") && second.text.contains("value=\"Dental care\""))
        #expect(try at.meeting.item(Self.s("dental"))?.title == "Dental access")
    }

    @Test func `items are put in another order by numbers, and wrong numbers are said at their fields`() async throws {
        let at = try await planned()
        let news = [("entry", "news"), ("title", "News"), ("purpose", "note")]
        #expect(try await at.press("add-item", news).status == 303)
        #expect(try await at.page().words.contains("Change the order of the items"))
        let wrong = try await at.press("order", [("place-dental", "two"), ("place-news", "1")])
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#asked-place-dental\""))
        #expect(try await at.press("order", [("place-dental", "2"), ("place-news", "1")]).status == 303)
        #expect(try at.meeting.agenda.map(\.id.description) == ["news", "dental"])
    }

    @Test func `once the papers are out a change says why, and once an item is taken it is not changed`() async throws {
        let at = try await planned()
        let out = [("on-day", "19"), ("on-month", "2"), ("on-year", "2025"), ("reason", "The printer")]
        #expect(try await at.press("send-papers", out).status == 303)
        let silent = try await at.press("amend-item", Self.item)
        #expect(silent.status == 422 && silent.text.contains("href=\"#asked-reason\""))
        #expect(try await at.press("amend-item", Self.item + [("reason", "New figures")]).status == 303)
        #expect(try await at.press("amend-item", [("item", "other")]).status == 404)
        #expect(try await at.press("amend-item", Self.item, as: "bo").status == 403)
    }
}
