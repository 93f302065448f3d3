import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundResultTests {
    @Test func `absent is absent in the JSON of a result, and money is pence`() throws {
        var result = try DrawnRound.result(DrawnRound.round(seed: 1))
        result.greedy = nil
        result.solver = nil
        let json = JSONValue(encoding: result)
        #expect(json["greedy"] == nil && json["solver"] == nil)
        #expect(json["portfolio"]?["costPence"] == .money(result.portfolio.cost))
        #expect(try json.decoded(as: RoundResult.self, named: "result") == result)
    }

    @Test func `a key that a result does not know is refused`() throws {
        guard case .object(let members) = JSONValue(encoding: try DrawnRound.result(DrawnRound.round(seed: 1))) else {
            Issue.record("a result is an object")
            return
        }
        let json = JSONValue.object(members + [.init("winner", "o1")])
        #expect(throws: Refusal.self) { try json.decoded(as: RoundResult.self, named: "result") }
    }
}
