import Testing
import Vocabulary

@testable import Priorities

struct AssessmentsDocumentTests {
    @Test func `documents are held first, then each member marks all that it has seen`() throws {
        func entry(_ id: String, _ more: (String, JSONValue)...) -> JSONValue {
            .object(
                [
                    .init("id", .text(id)), .init("option", "clinic"), .init("title", "Paper"),
                    .init("dated", "2025-04-01"), .init("seenBy", ["lay", "owner"]),
                ] + more.map { .init($0.0, $0.1) })
        }
        let document = try AssessmentsDocument.read(
            object(
                (
                    "assessments",
                    [
                        entry("equality", ("kind", "equalityImpact"), ("file", "documents/e.md")),
                        entry("involved", ("kind", "publicInvolvement"), ("reasonForNone", "Nobody is touched.")),
                    ]
                )), named: "assessments.yaml")
        var held: [String] = []
        let acts = try document.acts(in: slug("teeth")) { path throws(Refusal) in
            held.append(path)
            return keptAside(path).digest
        }
        #expect(held == ["documents/e.md"])
        #expect(
            acts.map { type(of: $0).name } == ["attachAssessment", "attachAssessment", "markSeen", "markSeen"])
        #expect((acts.last as? MarkSeen)?.assessments == [slug("equality"), slug("involved")])
    }
}
