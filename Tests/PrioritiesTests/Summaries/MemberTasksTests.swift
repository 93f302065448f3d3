import Testing
import Vocabulary

@testable import Priorities

@Suite struct MemberTasksTests {
    private func round(_ step: Sample.Step) throws -> Round {
        try #require(try Round.replaying(Sample.lines(upTo: step), rulebook: Sample.rulebook))
    }

    @Test func `weights, scores and votes wait each in their time, and no longer`() throws {
        let member = Sample.members[0].id
        func waiting(_ step: Sample.Step) throws -> [MemberTasks.Waiting] {
            try MemberTasks(of: member, in: round(step)).waiting
        }
        #expect(try waiting(.options) == [])
        #expect(try waiting(.anchorsClosed) == [.weigh])
        #expect(try waiting(.weightsClosed) == [.score])
        #expect(try waiting(.scores) == [])
        #expect(try waiting(.decided) == [])
    }

    @Test func `options of which the member is left out are not theirs to score`() throws {
        let round = try round(.scores)
        for member in round.members {
            let tasks = MemberTasks(of: member.id, in: round)
            #expect(Set(tasks.options.map(\.id)).isDisjoint(with: round.excluded(member.id)))
            for count in tasks.scored.values { #expect(count <= tasks.options.count) }
        }
        #expect(round.members.contains { !round.excluded($0.id).isEmpty }, "the sample has an interest")
    }

    @Test func `an open ballot waits for who has not voted, and not for who is left out of all of it`() throws {
        var round = try round(.assessed)
        let (voter, leftOut) = (round.members[0].id, round.members[1].id)
        round.ballot = Ballot(
            id: slug("vote"), discussedOn: Sample.day(20), options: [round.options[0].id],
            openedAt: Sample.moment(20))
        round.interests.append(
            Interest(
                id: slug("late"), member: leftOut, kind: .financial, options: [round.options[0].id], nature: "Owns it"))
        #expect(MemberTasks(of: voter, in: round).vote == .open)
        #expect(MemberTasks(of: leftOut, in: round).vote == .leftOut)
        round.ballot?.voted.insert(voter)
        #expect(MemberTasks(of: voter, in: round).vote == .cast)
        #expect(!MemberTasks(of: voter, in: round).waiting.contains(.vote))
    }

    @Test func `a chair rules on what they do not share, and nobody else does`() throws {
        var round = try round(.options)
        round.interests = [
            Interest(
                id: slug("class"), member: round.members[1].id, kind: .financial, sharedClass: slug("dentists"),
                nature: "Is a dentist")
        ]
        round.members[0].isChair = true
        for place in round.members.indices.dropFirst() { round.members[place].isChair = false }
        #expect(MemberTasks(of: round.members[0].id, in: round).waiting == [.rule])
        #expect(MemberTasks(of: round.members[2].id, in: round).toRuleOn.isEmpty)
        round.interests.append(
            Interest(
                id: slug("own"), member: round.members[0].id, kind: .financial, sharedClass: slug("dentists"),
                nature: "Is one too"))
        #expect(MemberTasks(of: round.members[0].id, in: round).toRuleOn.isEmpty)
    }
}
