import Testing
import Vocabulary

@testable import Priorities

struct DecisionDocumentTests {
    @Test func `without a day it is decided on the day it is taken in`() throws {
        let document = try DecisionDocument.read(
            object(
                ("body", "Committee"),
                ("outcomes", [object(("option", "varnish"), ("outcome", "notFunded"), ("reason", "Others do more."))])),
            named: "decision.yaml")
        let act = try #require(
            document.acts(in: slug("teeth"), on: Day("2025-06-10")!).first as? RecordDecision)
        #expect(act.decision.decidedOn == Day("2025-06-10") && act.decision.outcomes[0].outcome == .notFunded)
    }
}
