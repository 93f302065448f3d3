import Testing
import Vocabulary

@testable import Challenges

struct ChallengeRunFileTests {
    @Test func `what a run writes is read back, rules' words and rows`() throws {
        let again = try ChallengeRunFile.read(Sample.run.json, digest: Sample.run.digest, named: "run.json")
        #expect(again == Sample.run)
        #expect(again.providers == ["RX1"] && again.only("RX2").challenges.isEmpty)
    }

    @Test(
        arguments: [
            ("rule", JSONValue.integer(1)), ("source", "abc"), ("year", "2025/27"), ("month", 13), ("row", "2"),
            ("amountPence", .decimal(1.5)), ("dataOnly", "no"), ("provider", ""),
        ] as [(String, JSONValue)])
    func `a row that cannot be read refuses the run and names the place`(key: String, value: JSONValue) throws {
        guard case .object(let members) = Sample.run.json["challenges"]?.items?.first else { return }
        let changed = JSONValue.object(members.map { $0.key == key ? .init(key, value) : $0 })
        do {
            _ = try ChallengeRunFile.read(
                ["challenges": .list([changed])], digest: Sample.run.digest, named: "run.json")
            Issue.record("it was read")
        } catch {
            #expect(error.code == "bad-run" && error.sentence.contains("challenges[0].\(key)"))
        }
    }

    @Test func `a document without challenges, or with a rule's words twice, is no run`() {
        func code(_ json: JSONValue) -> String? {
            refused { _ = try ChallengeRunFile.read(json, digest: Sample.run.digest, named: "run.json") }
        }
        #expect(code(["rules": .list([])]) == "bad-run")
        let words: JSONValue = ["rule": "CC01", "title": "T"]
        #expect(code(["words": .list([words, words]), "challenges": .list([])]) == "bad-run")
        #expect(code(["words": .list([["rule": "CC01"]]), "challenges": .list([])]) == "bad-run")
    }
}
