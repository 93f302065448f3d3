import Testing
import Vocabulary

@testable import Priorities

struct ScoresDocumentTests {
    @Test func `each member's scores are one act that names its document`() throws {
        let document = try ScoresDocument.read(
            object(
                (
                    "scores",
                    [
                        object(
                            ("member", "lay"),
                            (
                                "scores",
                                [object(("option", "varnish"), ("criterion", "access"), ("value", 7), ("low", 5))]
                            ))
                    ]
                )), named: "scores.yaml")
        let digest = keptAside("x").digest
        let act = try #require(document.acts(in: slug("teeth"), document: digest).first as? GiveScores)
        #expect(act.scores[0].value == 7 && act.scores[0].low == 5 && act.scores[0].high == nil)
        #expect(act.document == digest)
    }

    @Test func `a member who stands twice is refused by name`() throws {
        let entry = object(("member", "lay"), ("scores", []))
        let refused = #expect(throws: Refusal.self) {
            try ScoresDocument.read(object(("scores", [entry, entry])), named: "scores.yaml")
        }
        #expect(refused?.sentence == "scores.yaml: the member “lay” stands twice.")
    }
}
