import Testing
import Vocabulary

@testable import Priorities

struct BallotDocumentTests {
    private func document() throws -> BallotDocument {
        try BallotDocument.read(
            object(
                ("ballot", "may"),
                (
                    "votes",
                    [
                        object(
                            ("member", "owner"),
                            ("votes", object(("varnish", "fund"), ("visits", "defer"))))
                    ]
                )), named: "ballot.yaml")
    }

    @Test func `without a day it was discussed on the day it is taken in, on every option`() throws {
        let act = try document().opening(in: roundForForms(), on: Day("2025-06-10")!)
        #expect(act.discussedOn == Day("2025-06-10") && act.options.count == 3)
    }

    @Test func `a vote is given by its word, and an interest leaves the option out`() throws {
        let entry = try #require(try document().votes?.first)
        let votes = try BallotDocument.votes(of: entry, in: roundForForms())
        #expect(
            votes == [slug("varnish"): .fund, slug("visits"): .deferred, slug("clinic"): .leftOut])
    }

    @Test func `a name that is no option is refused`() {
        let entry = BallotDocument.Entry(member: slug("lay"), votes: ["varnsh": .fund])
        let refusal = #expect(throws: Refusal.self) { try BallotDocument.votes(of: entry, in: roundForForms()) }
        #expect(refusal?.code == "ballot-option-unknown")
    }
}
