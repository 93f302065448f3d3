import Governance
import Rulebook
import Testing
import Vocabulary

struct RegisterDocumentTests {
    private let text = """
        {"people": [
          {"person": "p1", "name": "Ada Ng", "knownFrom": "2025-04-01",
           "posts": [{"title": "GP partner", "organisation": "Y00001", "from": "2025-04-01", "clinician": "gp"}],
           "declarations": [{"id": "partner", "kind": "financial", "situation": "ownership",
             "description": "Partner in a practice", "counterparty": "Y00001", "arose": "2025-04-01",
             "declaredOn": "2025-04-02"}]},
          {"person": "p2", "name": "Bo Lee", "knownFrom": "2025-04-01", "nothingToDeclareOn": "2025-04-03",
           "gifts": [{"id": "pen", "kind": "gift", "source": "A supplier", "sourceKey": "source-1",
             "isSupplier": true, "isPromotional": true, "description": "A pen", "value": "£5",
             "offeredOn": "2025-05-01", "declaredOn": "2025-05-01", "isAccepted": true}]}
        ]}
        """

    /// Numbers the texts instead of keeping them.
    private func acts(of text: String, kept: inout [String]) throws -> [any GovernanceAct] {
        var texts: [String] = []
        let document = try RegisterDocument.read(
            JSONValue(parsing: Array(text.utf8), named: "register.yaml"), named: "register.yaml")
        let acts = try document.acts { text throws(Refusal) in
            texts.append(text)
            return Personal(digest: EvidenceID(String(repeating: "\(texts.count % 10)", count: 64))!)
        }
        kept = texts
        return acts
    }

    @Test func `people come first, and every text about a person is kept apart`() throws {
        var kept: [String] = []
        let acts = try acts(of: text, kept: &kept)
        #expect(
            acts.map { type(of: $0).name } == [
                "enterPerson", "enterPerson", "enterDeclaration", "declareNil", "declareGift",
            ])
        #expect(Set(kept) == ["Ada Ng", "Bo Lee", "Partner in a practice", "A supplier", "A pen"])
        #expect(!acts.contains { $0.journalled.canonical.contains("Ada") })
    }

    @Test func `what it says can be decided`() throws {
        var kept: [String] = []
        let lines = try acts(of: text, kept: &kept).map {
            (act: $0, author: Author("Priya Nair")!, moment: Moment(text: "2025-06-01T09:00:00Z")!)
        }
        let book = try GovernanceBook.replaying(lines, rulebook: .shipped)
        #expect(book.people.count == 2)
        #expect(book.people[Slug("p1")!]?.declarations.first?.becameAware == nil)
    }

    @Test func `a name without a first day is refused by the person's short name`() throws {
        let half = #"{"people": [{"person": "p3", "name": "Cy"}]}"#
        let refusal = #expect(throws: Refusal.self) {
            try RegisterDocument.read(JSONValue(parsing: Array(half.utf8), named: "r"), named: "register.yaml")
        }
        #expect(refusal?.code == "person-half-entered")
        #expect(refusal?.sentence.contains("“p3”") == true)
    }
}
