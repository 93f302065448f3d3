import Governance
import Store
import Testing
import Vocabulary

@testable import Web

/// Two people at one thing: the second is told, shown both versions, and goes on with either.
struct MeanwhileTests {
    private func revision(_ at: GovernanceAtWork) throws -> (String, String) {
        ("revision", "\(try at.held.desk.revision(of: RecordName(.meeting, HeldGovernance.s("pccc-2025-02"))))")
    }

    private func action(_ text: String, _ entry: String = "a1") -> [(String, String)] {
        [
            ("entry", entry), ("text", text), ("owner", "cfo"), ("due-day", "1"), ("due-month", "3"),
            ("due-year", "2025"),
        ]
    }

    @Test func `of two actions written at once the second is kept beside the first, once its writer has seen both`()
        async throws
    {
        let at = try GovernanceAtWork()
        try await at.open()
        let seen = try revision(at)
        #expect(try await at.press("action", action("Write to the practices") + [seen]).status == 303)
        let second = try await at.press("action", action("Ring the practices") + [seen])
        #expect(second.status == 422 && second.words.contains("Somebody recorded this meanwhile"))
        #expect(
            second.words.contains("Write to the practices") && second.text.contains("Ring the practices</textarea>"))
        #expect(second.words.contains("1 of 4 answers differ.") && second.text.contains("name=\"entry\" value=\"a2\""))
        #expect(try at.meeting.actions.map(\.text) == ["Write to the practices"])
        let again = try await at.press("action", action("Ring the practices", "a2") + [try revision(at)])
        #expect(again.status == 303)
        #expect(try at.meeting.actions.map(\.text) == ["Write to the practices", "Ring the practices"])
    }

    @Test func `what is sent twice is recorded once, and nobody is asked`() async throws {
        let at = try GovernanceAtWork()
        try await at.open()
        let seen = try revision(at)
        for _ in 0..<2 { #expect(try await at.press("action", action("Write") + [seen]).status == 303) }
        #expect(try at.meeting.actions.count == 1)
    }

    @Test func `of two decisions on one interest the second is shown the first before it takes its place`() async throws
    {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        let told = [
            ("entry", "told-1"), ("member", "gp"), ("item", "dental"), ("kind", "financial"), ("nature", "A partner"),
        ]
        #expect(try await at.press("tell", told, as: "bo").status == 303)
        let seen = try revision(at)
        func decide(_ option: String, _ seen: (String, String)) async throws -> Reply {
            try await at.press(
                "handling",
                [
                    ("item", "dental"), ("member", "gp"), ("option", option), ("chair", "chair"), ("reason", "Theirs"),
                    seen,
                ])
        }
        #expect(try await decide("doesNotAttend", seen).status == 303)
        let second = try await decide("leaves", seen)
        #expect(second.status == 422 && second.words.contains("Somebody recorded this meanwhile"))
        #expect(try at.meeting.handlings.map(\.option) == [.doesNotAttend])
        #expect(try await decide("leaves", try revision(at)).status == 303)
        #expect(try at.meeting.handlings.map(\.option) == [.doesNotAttend, .leaves])
    }

    @Test func `an entry put right in two places shows both, and the second goes on from the first`() async throws {
        let at = try GovernanceAtWork()
        func entry(_ description: String, _ entry: String) -> [(String, String)] {
            [
                ("kind", "financial"), ("situation", "ownership"), ("description", description),
                ("organisation", "Y02494"), ("arose-day", "1"), ("arose-month", "2"), ("arose-year", "2025"),
                ("entry", entry), ("step", "send"),
            ]
        }
        _ = try await at.served.post("/my-interests/declare", entry("Partner", "interest-1"), as: "bo")
        let path = "/my-interests/entries/interest-1/amend"
        #expect(try await at.served.post(path, entry("Senior partner", "interest-2"), as: "bo").status == 303)
        let second = try await at.served.post(path, entry("Sleeping partner", "interest-2"), as: "bo")
        #expect(second.status == 422 && second.words.contains("Senior partner"))
        #expect(second.text.contains("Sleeping partner</textarea>"))
        #expect(second.text.contains("action=\"/my-interests/entries/interest-2/amend\""))
        let on = try await at.served.post(
            "/my-interests/entries/interest-2/amend", entry("Sleeping partner", "interest-3"), as: "bo")
        #expect(on.status == 303)
        #expect(
            try at.person("gp").declarations.map(\.supersededBy) == [
                HeldGovernance.s("interest-2"), HeldGovernance.s("interest-3"), nil,
            ])
    }
}
