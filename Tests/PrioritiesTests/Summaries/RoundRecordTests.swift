import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundRecordTests {
    @Test func `the same record has the same bytes, whatever the order of sets and of members’ entries`() throws {
        var round = DrawnRound.round(seed: 1)
        round.ballot = Ballot(
            id: slug("b"), discussedOn: Sample.day(3), options: round.options.map(\.id), openedAt: Sample.moment(4),
            voted: [slug("m3"), slug("m1"), slug("m2")])
        var other = round
        other.scores = [:]
        for member in round.members.reversed() { other.scores[member.id] = round.scores[member.id] }
        let result = try DrawnRound.result(round)
        let (first, second) = (RoundRecord(round: round, result: result), RoundRecord(round: other, result: result))
        #expect(first.json.canonical == second.json.canonical)
        #expect(first.json["round"]?["ballot"]?["voted"] == ["m1", "m2", "m3"])
        #expect(first.json["explanation"] == .null)
    }
}
