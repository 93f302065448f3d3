import Testing
import Vocabulary

@testable import Priorities

struct RoundDocumentTests {
    private let json = object(
        ("round", "teeth"), ("title", "Teeth"), ("benefit", "whole"),
        ("programme", object(("title", "Dental"), ("spend", []))),
        ("appeals", object(("address", "Harbour House"), ("days", 28))), ("settings", object(("seed", 7))))

    @Test func `the document opens the round, and settings that it does not give stay`() throws {
        let document = try RoundDocument.read(json, named: "round.yaml")
        let act = try #require(document.acts().first as? OpenRound)
        #expect(act.round == slug("teeth") && act.appeals?.days == 28)
        #expect(document.settings().seed == 7)
        #expect(document.settings().draws == RoundResult.Settings().draws)
    }

    @Test func `a key that is not known is refused with the file's name`() {
        guard case .object(let members) = json else { return }
        let refusal = #expect(throws: Refusal.self) {
            try RoundDocument.read(.object(members + [.init("titel", "x")]), named: "round.yaml")
        }
        #expect(refusal?.sentence.contains("round.yaml") == true && refusal?.sentence.contains("titel") == true)
    }

    @Test func `whatever cannot be read is refused with what, where and what to do`() {
        func refusal(_ members: [(String, JSONValue)]) -> Refusal? {
            guard case .object(let all) = json else { return nil }
            let names = members.map(\.0)
            let changed = all.filter { !names.contains($0.key) } + members.map { .init($0.0, $0.1) }
            return #expect(throws: Refusal.self) { try RoundDocument.read(.object(changed), named: "round.yaml") }
        }
        let spend = object(("title", "Dental"), ("spend", [object(("title", "All"), ("source", "Ledger"))]))
        let faults: [([(String, JSONValue)], String, String)] = [
            ([("programme", spend)], "round.yaml: programme.spend[0]: “amountPence” is missing.", "Add it there."),
            ([("programme", "Dental")], "round.yaml: programme: an object is expected", "Write it in that form there."),
            ([("benefit", "half")], "round.yaml: benefit: “half” is none of: perPerson, whole.", "Correct it there."),
            ([("titel", "x")], "round.yaml: “titel” is not known here.", "Correct its spelling, or take it out."),
        ]
        for (members, sentence, remedy) in faults {
            let refused = refusal(members)
            #expect(refused?.kind == .input && refused?.sentence.hasPrefix(sentence) == true, "\(refused as Any)")
            #expect(refused?.remedy?.hasPrefix(remedy) == true && refused?.remedy?.contains("docs/rounds.md") == true)
        }
        #expect(refusal([("programme", spend)])?.remedy?.contains("[0] is the first") == true)
    }

    @Test func `a list in place of keys is refused`() {
        let refusal = #expect(throws: Refusal.self) { try RoundDocument.read([], named: "round.yaml") }
        #expect(refusal?.code == "document-not-keyed")
    }

    @Test func `lines, tabs and pictures of several signs are text like any other`() throws {
        let json = object(("title", "one\ntwo\tthree 👩‍⚕️ café"))
        #expect(try json.documentRoot(named: "round.yaml") == json)
    }
}
