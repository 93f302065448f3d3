import Exemplar
import Performance
import Store
import Testing
import Vocabulary

@testable import Web

/// Notices in the browser, each step by its form.
struct NoticeAnswersTests {
    private static let root = "/activity/notices"

    private func served() throws -> Served {
        let served = Served(store: try Store.inMemory())
        try served.store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: Served.author,
            at: Served.moment)
        return served
    }

    private func matter(_ name: String, _ served: Served) throws -> ContractMatter {
        try MatterDesk(served.store).matter(Slug(name)!)
    }

    private func begin(
        _ served: Served, _ kind: String, _ name: String, _ more: [(String, String)] = [],
        as account: String = "manager"
    ) async throws -> Reply {
        try await served.post(
            "\(Self.root)/new",
            [("kind", kind), ("provider", "RWX"), ("subject", "Waits <b>beyond</b> plan"), ("name", name)]
                + HeldBundle.day("2024-11-04") + more, as: account)
    }

    /// As a form that was opened just now.
    private func take(
        _ step: String, _ name: String, _ served: Served, _ fields: [(String, String)], on day: String
    ) async throws -> Reply {
        let seen = ("revision", "\(try matter(name, served).steps.count)")
        return try await served.post("\(Self.root)/\(name)/\(step)", fields + HeldBundle.day(day) + [seen])
    }

    @Test func `a matter of performance goes from its notice to its closing, money withheld and released`() async throws
    {
        let served = try served()
        #expect(try await served.ask(Self.root).words.contains("There is none yet."))
        for _ in 0..<2 { #expect(try await begin(served, "notify", "rwx-waits").status == 303) }
        #expect(try matter("rwx-waits", served).steps.count == 1, "sent twice, recorded once")
        let page = try await served.ask("\(Self.root)/rwx-waits")
        #expect(page.words.contains("It stands at: performance notice issued.") && !page.text.contains("<b>beyond"))
        #expect(page.text.contains("\(Self.root)/rwx-waits/meet") && !page.text.contains("rwx-waits/withhold"))
        #expect(page.words.contains("which has passed"), "the meeting was due in November 2024")

        let steps: [(String, [(String, String)], String)] = [
            ("meet", [("outcome", "Look at it together"), ("review", "yes")], "2024-11-11"),
            ("review", [("finding", "Theatre closed")], "2024-11-25"),
            (
                "plan",
                [("what1", "Open the second theatre")] + HeldBundle.day("2024-12-20", "due1")
                    + [("what2", "Clear the list")] + HeldBundle.day("2025-03-31", "due2"), "2024-12-02"
            ),
            ("exception", [("milestone", "open-the-second-theatre")], "2025-01-06"),
            (
                "withhold",
                [
                    ("milestone", "open-the-second-theatre"), ("month", "2025-01"), ("amount", "20,000"),
                    ("monthlyValue", "1,000,000"),
                ], "2025-01-31"
            ),
            ("milestone", [("milestone", "open-the-second-theatre")], "2025-02-03"),
            (
                "settle",
                [("milestone", "open-the-second-theatre"), ("settlement", "released"), ("reason", "It is open")],
                "2025-02-03"
            ),
            ("close", [("reason", "Done")], "2025-02-10"),
        ]
        for (step, fields, day) in steps {
            #expect(try await served.ask("\(Self.root)/rwx-waits/\(step)").status == 200, "\(step)")
            let reply = try await take(step, "rwx-waits", served, fields, on: day)
            #expect(reply.status == 303, "\(step): \(reply.words)")
        }
        let after = try matter("rwx-waits", served)
        #expect(after.state == .closed && after.withheld == .zero && after.milestones.count == 2)
        let over = try await served.ask("\(Self.root)/rwx-waits", as: "observer")
        #expect(over.words.contains("Nothing more is to be done.") && over.words.contains("£20,000"))
        let rows = try await served.ask("\(Self.root)/rwx-waits.csv")
        #expect(rows.text.split(separator: "\n").count == steps.count + 2)
    }

    @Test func `each step that cannot be is refused at its form, and nothing is recorded`() async throws {
        let served = try served()
        #expect(try await begin(served, "query", "rwx-cases").status == 303)
        let taken = try await begin(served, "notify", "rwx-cases")
        #expect(taken.status == 422 && taken.words.contains("There is a matter “rwx-cases” already"))
        let word = try await begin(served, "query", "new")
        #expect(word.status == 422 && word.words.contains("addresses use the word"))
        let unknown = try await begin(served, "notify", "rwx-x", [("arisesFrom", "no-such")])
        #expect(unknown.status == 422 && unknown.words.contains("There is no matter"))
        let refused: [(String, [(String, String)], String, String)] = [
            ("review", [("finding", "x")], "2024-11-11", "is not open to it"),
            ("meet", [], "2024-11-11", "Say what was agreed"),
            ("meet", [("outcome", "x")], "2024-11-01", "The step is dated 1 November 2024"),
            ("meet", [("outcome", "x")], "2026-11-01", "which is still to come"),
            ("plan", [], "2024-11-11", "Give at least one milestone"),
            ("exception", [("milestone", "none")], "2024-11-11", "has no milestone"),
            ("close", [], "2024-11-11", "Give the reason in a sentence"),
            ("meet", [("outcome", "Patient 943 476 5919")], "2024-11-11", "NHS number"),
        ]
        for (step, fields, day, sentence) in refused {
            let reply = try await take(step, "rwx-cases", served, fields, on: day)
            #expect(reply.status == 422 && reply.words.contains(sentence), "\(step): \(reply.words.prefix(1_500))")
        }
        #expect(try matter("rwx-cases", served).steps.count == 1)
    }

    @Test func `a step that was recorded meanwhile is told, and the same step sent twice is recorded once`()
        async throws
    {
        let served = try served()
        #expect(try await begin(served, "query", "rwx-cases").status == 303)
        let fields = [("outcome", "Agreed"), ("revision", "1")] + HeldBundle.day("2024-11-11")
        for _ in 0..<2 { #expect(try await served.post("\(Self.root)/rwx-cases/meet", fields).status == 303) }
        #expect(try matter("rwx-cases", served).steps.count == 2)
        let close = [("reason", "Over"), ("revision", "1")] + HeldBundle.day("2024-11-12")
        let late = try await served.post("\(Self.root)/rwx-cases/close", close)
        #expect(late.status == 422 && late.words.contains("A step was recorded"), "\(late.words)")
        #expect(try matter("rwx-cases", served).state == .met)
    }

    @Test func `who only reads is offered no step and may take none`() async throws {
        let served = try served()
        #expect(try await begin(served, "warn", "rwx-cases").status == 303)
        let page = try await served.ask("\(Self.root)/rwx-cases", as: "observer")
        #expect(page.status == 200 && !page.text.contains("rwx-cases/query"))
        #expect(try await served.ask("\(Self.root)/new", as: "observer").status == 403)
        #expect(try await served.ask("\(Self.root)/rwx-cases/query", as: "observer").status == 403)
        #expect(try await begin(served, "warn", "rwx-other", as: "observer").status == 403)
        #expect(try await served.ask("\(Self.root)/nowhere").status == 404)
    }
}
