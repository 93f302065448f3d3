import Testing
import Vocabulary

@testable import Priorities

struct EnvelopeDocumentTests {
    @Test func `amounts are read as pounds in text, and locks and rules may be left out`() throws {
        let year = object(
            ("year", "2026/27"),
            ("sources", [object(("title", "All"), ("kind", "recurrent"), ("amount", "£1,250.50"))]))
        let document = try EnvelopeDocument.read(object(("years", [year])), named: "envelope.yaml")
        let act = try #require(document.acts(in: slug("teeth")).first as? SetEnvelope)
        #expect(act.envelope.years[0].sources[0].amount == Money(pence: 125_050))
        #expect(act.envelope.locks.isEmpty && act.rules.isEmpty)
    }

    @Test func `an amount that is none is refused with its place`() {
        let year = object(
            ("year", "2026/27"), ("sources", [object(("title", "All"), ("kind", "recurrent"), ("amount", "1250"))]))
        let refusal = #expect(throws: Refusal.self) {
            try EnvelopeDocument.read(object(("years", [year])), named: "envelope.yaml")
        }
        #expect(refusal?.sentence.contains("years[0].sources[0]") == true)
    }
}
