import Governance
import Testing
import Vocabulary

struct GovernanceDocumentTests {
    private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8), named: "test") }

    private func acts(_ text: String) throws -> [any GovernanceAct] {
        try GovernanceDocument.read(try json(text), named: "test").acts { _ throws(Refusal) in
            Personal(digest: EvidenceID(String(repeating: "a", count: 64))!)
        }
    }

    @Test(arguments: [
        (#"{"people": [{"person": "p1", "name": "A", "knownFrom": "2025-01-01"}]}"#, ["enterPerson"]),
        (#"{"committee": "c", "title": "C", "body": "QZW", "formedOn": "2025-01-01"}"#, ["formCommittee"]),
        (#"{"meeting": "m", "events": [{"do": "closeMeeting"}]}"#, ["closeMeeting"]),
        (#"{"rights": []}"#, []), (#"{"edges": []}"#, []),
        (
            """
            {"redactions": [{"person": "p1", "declaration": "d", "reason": "R", "askedOn": "2025-01-01",
            "decidedBy": "p2", "decidedOn": "2025-01-02", "isGranted": true}]}
            """, ["askForRedaction", "decideRedaction"]
        ),
    ])
    func `a file is known by its first keys`(text: String, names: [String]) throws {
        #expect(try acts(text).map { type(of: $0).name } == names)
    }

    @Test func `a file that does not say what it is and a redaction half decided are refused`() throws {
        let unknown = #expect(throws: Refusal.self) { try acts(#"{"names": []}"#) }
        #expect(unknown?.code == "governance-document-unknown")
        let half = #expect(throws: Refusal.self) {
            try acts(
                """
                {"redactions": [{"person": "p1", "declaration": "d", "reason": "R", "askedOn": "2025-01-01",
                "isGranted": true}]}
                """)
        }
        #expect(half?.code == "redaction-half-decided")
    }

    @Test func `a file's name becomes the digest of its document, wherever it stands`() throws {
        var held: [String] = []
        let digest = EvidenceID(String(repeating: "b", count: 64))!
        let whole = try json(#"{"agenda": [{"papers": [{"file": "documents/a.md", "title": "T"}]}], "file": 3}"#)
            .holdingFiles { path throws(Refusal) in
                held.append(path)
                return digest
            }
        #expect(held == ["documents/a.md"])
        let evidence = try json(#"{"evidence": ["a.pdf", "\#(digest)", 3]}"#).holdingFiles { _ throws(Refusal) in digest
        }
        #expect(evidence == (try json(#"{"evidence": ["\#(digest)", "\#(digest)", 3]}"#)))
        #expect(
            whole.canonical
                == (try json(#"{"agenda": [{"papers": [{"document": "\#(digest)", "title": "T"}]}], "file": 3}"#))
                .canonical)
    }
}
