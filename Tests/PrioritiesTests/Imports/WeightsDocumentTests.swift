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
}
