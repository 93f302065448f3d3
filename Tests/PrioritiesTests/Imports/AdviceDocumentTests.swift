import Testing
import Vocabulary

@testable import Priorities

struct AdviceDocumentTests {
    @Test func `advice and pressure are acts, and names are kept apart`() throws {
        let document = try AdviceDocument.read(
            object(
                (
                    "advice",
                    [
                        object(
                            ("option", "varnish"), ("adviser", "consultant"), ("person", "Ada Example"),
                            ("advised", "Do it."), ("interest", "none declared"), ("isFollowed", true),
                            ("reason", "Sound."), ("day", "2025-04-01"))
                    ]
                ),
                (
                    "representations",
                    [
                        object(
                            ("option", "varnish"), ("from", "politician"), ("who", "council"), ("asked", "More."),
                            ("day", "2025-04-02"))
                    ]
                )), named: "advice.yaml")
        var kept: [String] = []
        let acts = try document.acts(in: slug("teeth")) { text throws(Refusal) in
            kept.append(text)
            return keptAside(text)
        }
        #expect(kept == ["Ada Example"])
        #expect(acts.map { type(of: $0).name } == ["recordAdvice", "recordRepresentation"])
    }
}
