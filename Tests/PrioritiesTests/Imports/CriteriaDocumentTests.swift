import Testing
import Vocabulary

@testable import Priorities

struct CriteriaDocumentTests {
    @Test func `a criterion without a scale is a branch, and a pack may be left out`() throws {
        let document = try CriteriaDocument.read(
            object(("criteria", [object(("id", "health"), ("title", "Health"), ("meaning", "Less pain."))])),
            named: "criteria.yaml")
        let act = try #require(document.acts(in: slug("teeth")).first as? SetCriteria)
        #expect(act.criteria[0].scale == nil && act.pack == nil && act.benefit == nil)
    }
}
