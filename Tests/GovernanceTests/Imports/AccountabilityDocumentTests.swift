import Governance
import Testing
import Vocabulary

struct AccountabilityDocumentTests {
    private func edge(_ actor: JSONValue, _ forum: JSONValue) -> JSONValue {
        [
            "id": "e", "actor": actor, "forum": forum, "about": "the budget", "direction": "vertical",
            "nature": "administrative", "from": "2024-04-01", "citation": "Agreement",
        ]
    }

    private func read(_ edges: JSONValue...) throws(Refusal) -> AccountabilityDocument {
        try AccountabilityDocument.read(["edges": .list(edges)], named: "accountability.yaml")
    }

    @Test func `parties are written by what they are`() throws {
        let forms: [(JSONValue, AccountabilityEdge.Party)] = [
            (["organisation": "qwx"], .organisation(RightsSample.icb)),
            (["committee": "pccc"], .committee(RightsSample.name("pccc"))),
            (["person": "p014"], .person(RightsSample.name("p014"))),
            (["partnership": "stp"], .partnership(RightsSample.name("stp"))), ("public", .thePublic),
        ]
        for (written, party) in forms {
            let edge = try #require(try read(edge(["organisation": "X24"], written)).edges?.first)
            #expect(edge.forum == party)
            let again: AccountabilityEdge = try JSONValue(encoding: edge).decoded(named: "edge")
            #expect(again == edge)
        }
    }

    @Test func `a party of two kinds, or of none, is refused`() {
        for wrong in [["organisation": "QWX", "committee": "pccc"], [:], "everybody", 7] as [JSONValue] {
            #expect(throws: Refusal.self) { try read(edge(wrong, "public")) }
        }
    }

    @Test func `an edge stands once, and acts follow one another`() throws {
        let one = edge(["organisation": "X24"], "public")
        let twice = #expect(throws: Refusal.self) { try read(one, one) }
        #expect(twice?.code == "edge-twice")
        let document = try AccountabilityDocument.read(
            [
                "ends": [["edge": "e", "lastDay": "2027-03-31", "reason": "Ended."]],
                "amendments": [["edge": one, "reason": "Again."]], "edges": [one],
            ], named: "accountability.yaml")
        #expect(document.acts().map { type(of: $0).name } == ["drawEdge", "amendEdge", "endEdge"])
    }
}
