import Governance
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// The papers of a meeting: for its members, once they are out, and for nobody from whom they are kept back.
struct MeetingPapersTests {
    private static let papers = "\(GovernanceAtWork.live)/papers"

    private func digest(_ at: GovernanceAtWork) throws -> EvidenceID {
        try #require(try at.meeting.agenda.first?.papers.first?.document)
    }

    private func send(_ at: GovernanceAtWork) async throws {
        let sent = try await at.press(
            "send-papers", [("on-day", "19"), ("on-month", "2"), ("on-year", "2025"), ("reason", "Late figures")])
        #expect(sent.status == 303)
    }

    @Test func `a paper is downloaded once papers are out; whoever keeps the meeting has it before`() async throws {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        let paper = "\(Self.papers)/\(try digest(at))"
        #expect(try await at.served.ask(paper, as: "bo").status == 404)
        #expect(try await at.served.ask(Self.papers, as: "bo").words.contains("have not gone out yet"))
        #expect(try await at.served.ask(paper, as: "clerk").status == 200)
        try await send(at)
        for who in ["bo", "ada", "looker"] {
            let reply = try await at.served.ask(paper, as: who)
            #expect(reply.status == 200 && reply.text == "A paper", "\(who)")
            #expect(reply.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
            #expect(reply.headers[.contentType] == "text/plain; charset=utf-8")
        }
        #expect(try await at.served.ask(paper, as: nil).status == 303)
        #expect(try await at.served.ask(paper, as: "stranger").status == 403)
        let page = try await at.served.ask(Self.papers, as: "bo")
        #expect(page.words.contains("Committee paper") && page.text.contains("href=\"\(paper)\""))
    }

    @Test func `what is no paper of the meeting is not found, whatever the store holds under its number`() async throws
    {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        try await send(at)
        var other: EvidenceID?
        try at.held.desk.perform(by: Served.author, at: Served.moment) { texts, _ in
            other = try texts.hold(Array("Secret".utf8))
            return []
        }
        #expect(try await at.served.ask("\(Self.papers)/\(try #require(other))", as: "clerk").status == 404)
        #expect(try await at.served.ask("\(Self.papers)/none", as: "clerk").status == 404)
    }

    @Test func `a paper that is kept back is refused to its member and said to be, and given to the others`()
        async throws
    {
        let at = try GovernanceAtWork()
        _ = try await at.plan()
        let told = [
            ("entry", "told-1"), ("member", "gp"), ("item", "dental"), ("kind", "financial"), ("nature", "A partner"),
        ]
        #expect(try await at.press("tell", told, as: "bo").status == 303)
        let decided = try await at.press(
            "handling",
            [
                ("item", "dental"), ("member", "gp"), ("option", "doesNotAttend"), ("chair", "chair"),
                ("reason", "It is theirs"),
            ])
        #expect(decided.status == 303)
        try await send(at)
        let paper = "\(Self.papers)/\(try digest(at))"
        let refused = try await at.served.ask(paper, as: "bo")
        #expect(refused.status == 403 && refused.words.contains("kept back from you because of an interest"))
        let own = try await at.served.ask(Self.papers, as: "bo")
        #expect(own.words.contains("Kept back from you") && !own.words.contains("Committee paper"))
        let pack = try await at.served.ask("\(Self.papers).docx", as: "bo")
        #expect(pack.status == 200)
        #expect(try await at.served.ask(paper, as: "ada").status == 200)
        // Who only looks on does not see what a member may not.
        #expect(try await at.served.ask(paper, as: "looker").status == 403)
        #expect(try await at.served.ask("\(Self.papers).docx", as: "looker").status == 404)
        #expect(try await at.served.ask(paper, as: "clerk").status == 200)
    }
}
