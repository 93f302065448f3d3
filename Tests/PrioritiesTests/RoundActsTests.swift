import Priorities
import TestSupport
import Testing
import Vocabulary

/// Laws over all acts: a journal is its round, and order is kept whatever is tried.
struct RoundActsTests {
    @Test func `every act has a name of its own by which its JSON is read`() throws {
        let names = RoundActs.all.map { $0.name }
        #expect(Set(names).count == names.count)
        for line in Sample.lines(upTo: .published) {
            #expect(names.contains(type(of: line.act).name))
        }
        let refused = #expect(throws: Refusal.self) { try RoundActs.decode(name: "solveAll", [:]) }
        #expect(refused?.code == "no-such-act")
    }

    @Test func `an act with a key too many is refused with its name and place`() throws {
        let json: JSONValue = ["round": "a", "stage": "anchors", "stag": "weights"]
        let refused = #expect(throws: Refusal.self) { try RoundActs.decode(name: "closeStage", json) }
        #expect(refused?.sentence.contains("“stag”") == true)
    }

    @Test func `no acts make no round`() throws {
        #expect(try Round.replaying([], rulebook: Sample.rulebook) == nil)
    }

    @Test func `an act that cannot be stops a replay with its refusal`() throws {
        let lines = Array(Sample.lines(upTo: .panel).dropFirst())
        let refused = #expect(throws: Refusal.self) { try Round.replaying(lines, rulebook: Sample.rulebook) }
        #expect(refused?.code == "no-such-round")
    }

    @Test func `the sample, read back from its journal, is the same round`() throws {
        let lines = Sample.lines(upTo: .published)
        #expect(try replayed(lines) == (try Round.sample(upTo: .published)))
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `whatever is tried, order is kept, and the journal of what was done is the round`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let sample = Sample.lines(upTo: .published).map(\.act)
        var (next, round, done) = (0, Round?.none, [Sample.Line]())
        for step in 0..<220 {
            // Half the time the next act of the sample, so that every stage is come to; otherwise anything.
            let follows = Bool.random(using: &numbers)
            let act = follows ? sample[next % sample.count] : any(of: sample, &numbers)
            if follows { next += 1 }
            let moment = Sample.moment(20, seconds: step)
            guard
                let after = try? act.decide(
                    RoundBefore(round: round, rulebook: Sample.rulebook), by: Sample.author, at: moment)
            else { continue }
            expectResultHolds(in: after, from: round)
            round = after
            done.append((act, Sample.author, moment))
            try expectOrder(of: after)
        }
        #expect(done.count > 20)
        #expect(try replayed(done) == round)
    }

    // MARK: - What is tried

    private func any(of sample: [any RoundAct], _ numbers: inout SeededNumbers) -> any RoundAct {
        let id = Sample.id
        let stage = Stage.allCases.randomElement(using: &numbers) ?? .anchors
        let option = Sample.options.randomElement(using: &numbers) ?? Sample.options[0]
        let member = Sample.members.randomElement(using: &numbers) ?? Sample.members[0]
        let number = Int.random(in: 0..<1_000, using: &numbers)
        switch Int.random(in: 0..<12, using: &numbers) {
        case 0: return ReopenStage(round: id, stage: stage, reason: "Try \(number)")
        case 1, 2: return CloseStage(round: id, stage: stage)
        case 3:
            var amended = option
            amended.people = number
            return PutForwardOption(round: id, option: amended)
        case 4: return WithdrawOption(round: id, option: option.id, reason: "Try \(number)")
        case 5:
            return DeclareInterest(
                round: id,
                interest: Interest(
                    id: slug("x\(number)"), member: member.id, kind: .indirect, options: [option.id],
                    sharedClass: number % 2 == 0 ? slug("all") : nil, nature: "Try"))
        case 6:
            return RuleOnInterest(
                round: id,
                ruling: InterestRuling(interest: slug("i1"), isExcluded: number % 2 == 0, reason: "Try \(number)"),
                chair: slug("m1"))
        case 7:
            return OpenBallot(
                round: id, ballot: slug("b\(number)"), discussedOn: Sample.day(20), options: [option.id])
        case 8:
            return LodgeAppeal(
                round: id, appeal: Appeal(id: slug("a1"), lodgedOn: Sample.day(20), grounds: "Try \(number)"))
        case 9:
            return AnswerAppeal(
                round: id, appeal: slug("a1"),
                answer: Appeal.Answer(isUpheld: number % 2 == 0, reason: "Try", answeredOn: Sample.day(20)))
        default: return sample.randomElement(using: &numbers) ?? sample[0]
        }
    }

    /// What an answer rests on does not change under it: what would change it sets it aside.
    private func expectResultHolds(in round: Round, from before: Round?) {
        guard let before, before.result != nil, round.result == before.result else { return }
        #expect(round.envelope == before.envelope && round.rules == before.rules)
        #expect(round.criteria == before.criteria && round.options == before.options)
        #expect(round.weights == before.weights && round.scores == before.scores)
        #expect(round.members == before.members)
        for member in round.members {
            #expect(round.excluded(member.id) == before.excluded(member.id))
        }
    }

    private func expectOrder(of round: Round) throws {
        if !round.weights.isEmpty || round.weightsClosedAt != nil { #expect(round.anchorsClosedAt != nil) }
        if !round.scores.isEmpty || round.scoresClosedAt != nil { #expect(round.weightsClosedAt != nil) }
        if let first = round.firstScoreAt { #expect(try #require(round.weightsClosedAt) <= first) }
        #expect((round.firstScoreAt == nil) == round.scores.isEmpty)
        if round.result != nil { #expect(round.scoresClosedAt != nil) }
        if round.ballot != nil { #expect(round.result != nil) }
        if round.decision != nil { #expect(round.result != nil && round.decidedAt != nil) }
        for (member, scores) in round.scores {
            #expect(round.excluded(member).isDisjoint(with: scores.map(\.option)))
        }
        if let choices = round.ballot?.choices { #expect(choices.count == round.ballot?.voted.count) }
    }

    // MARK: - The journal

    private func replayed(_ lines: [Sample.Line]) throws -> Round? {
        try Round.replaying(
            try lines.map { line in
                let name = type(of: line.act).name
                return (try RoundActs.decode(name: name, asRead(line.act.journalled)), line.author, line.moment)
            }, rulebook: Sample.rulebook)
    }

    /// As the text of the journal gives it back: a decimal that is whole is written without a point.
    private func asRead(_ json: JSONValue) -> JSONValue {
        switch json {
        case .decimal(let value) where value == value.rounded() && abs(value) < 0x1p53: .integer(Int(value))
        case .list(let items): .list(items.map { asRead($0) })
        case .object(let members): .object(members.map { JSONValue.Member($0.key, asRead($0.value)) })
        default: json
        }
    }
}
