import Governance
import Testing
import Vocabulary

struct CommitteeDocumentTests {
    private typealias Sample = CommitteeSample

    private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8), named: "test") }

    private let text = """
        {"committee": "board", "title": "Board", "body": "QWX", "formedOn": "2025-04-01",
         "members": [{"person": "p3", "roles": ["cfo"], "deputyFor": "p2"},
                     {"person": "p1", "roles": ["lay"], "office": "chair"},
                     {"person": "p2", "roles": ["cfo"], "from": "2025-04-01", "isVoting": false}],
         "terms": [{"from": "2025-04-01", "allowsDeputies": true, "citation": "Standing orders, 4",
                    "quorum": {"all": [{"atLeast": "1/3"}, {"atLeast": 1, "of": {"roles": ["lay"]}}]},
                    "mandates": [{"matter": "dental", "upTo": "£250,000"}]}]}
        """

    @Test func `a committee is formed, its deputies appointed after the members, and its terms set`() throws {
        let acts = try CommitteeDocument.read(try json(text), named: "committee.yaml").acts()
        #expect(
            acts.map { type(of: $0).name } == [
                "formCommittee", "appointMember", "appointMember", "appointMember", "setTerms",
            ])
        let book = try Sample.after(acts, on: Sample.register())
        let committee = try #require(book.committees[Sample.slug("board")])
        #expect(committee.memberships.map(\.person.description) == ["p1", "p2", "p3"])
        #expect(committee.memberships[1].isVoting == false)
        #expect(committee.terms[0].mandates[0].upTo == Money(pence: 25_000_000))
        #expect(committee.terms[0].quorum.inWords == "at least one third of the members and a lay member")
    }

    @Test(arguments: [
        (#"["committee"]"#, "document-not-keyed"),
        (#"{"committee": "board", "title": "Board"}"#, "committee-half-formed"),
        (#"{"committee": "board", "members": [{"person": "p1", "roles": ["lay"]}]}"#, "first-day-missing"),
        (#"{"committee": "Board"}"#, "value-invalid"), (#"{"committee": "board", "chairs": []}"#, "value-invalid"),
        (
            #"{"committee": "board", "terms": [{"from": "2025-04-01", "citation": "x", "quorum": {"atLeast": "many"}}]}"#,
            "value-invalid"
        ),
        (
            #"{"committee": "board", "terms": [{"from": "2025-04-01", "citation": "x", "quorum": {"of": "voting"}}]}"#,
            "value-invalid"
        ),
    ])
    func `a document of another form is refused at its place`(text: String, code: String) throws {
        let json = try json(text)
        let refusal = #expect(throws: Refusal.self) { try CommitteeDocument.read(json, named: "committee.yaml") }
        #expect(refusal?.code == code)
        #expect(refusal?.sentence.hasPrefix("committee.yaml") == true && refusal?.remedy != nil)
    }
}
