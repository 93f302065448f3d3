import Testing
import Vocabulary

@testable import Priorities

struct WeightsDocumentTests {
    @Test func `each member's weights are one act`() throws {
        let given: JSONValue = [
            object(("method", "rankOrder"), ("order", [["access"], ["people"]]))
        ]
        let document = try WeightsDocument.read(
            object(
                (
                    "weights",
                    [object(("member", "lay"), ("given", given)), object(("member", "owner"), ("given", given))]
                )), named: "weights.yaml")
        let acts = document.acts(in: slug("teeth")).compactMap { $0 as? GiveWeights }
        #expect(acts.map(\.member) == [slug("lay"), slug("owner")])
        #expect(acts[0].given[0].order == [[slug("access")], [slug("people")]])
    }

    @Test func `a member who stands twice is refused by name`() throws {
        let entry = object(("member", "lay"), ("given", [object(("method", "rankOrder"), ("order", [["access"]]))]))
        let refused = #expect(throws: Refusal.self) {
            try WeightsDocument.read(object(("weights", [entry, entry])), named: "weights.yaml")
        }
        #expect(refused?.sentence == "weights.yaml: the member “lay” stands twice.")
    }
}
