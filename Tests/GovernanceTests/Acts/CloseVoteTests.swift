import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CloseVoteTests {
    @Test func `the decision says what, why, by whom, under which terms and who was left out`() throws {
        let resolution = try #require(try M.held().may.resolutions.first)
        #expect(resolution.isCarried)
        #expect(resolution.tally?.inFavour == 2)
        #expect(resolution.tally?.against == 1)
        #expect(resolution.tally?.eligible == 3)
        #expect(resolution.excluded.map(\.member) == [M.s("gp")])
        #expect(resolution.deciders == ["chair", "vice", "nurse"].map(M.s))
        #expect(resolution.upTo == Money(pence: 50_000_000))
        #expect(resolution.citation == "Terms of reference of July 2022")
        #expect(resolution.meeting == M.may)
        #expect(resolution.decidedAt == M.at(12))
    }

    @Test func `a quorum that is lost between the motion and the count stops the item, and nothing is decided`() throws
    {
        let book = try M.held(before: CloseVote.self).doing(
            LeaveMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(11)))
        #expect(book.may.proceedings[0].state == .stopped)
        #expect(book.may.resolutions.isEmpty)
        #expect(book.may.motions[0].results.map(\.outcome) == [.quorumLost])
        #expect(book.refusal(of: M.count) == "vote-closed")
    }

    @Test func `a tie is broken by whoever chairs the item, where the terms allow it`() throws {
        let tie = CastVotes(
            meeting: M.may, motion: M.s("m1"),
            votes: [Vote(voter: M.s("vice"), choice: .inFavour), Vote(voter: M.s("nurse"), choice: .against)],
            at: M.at(11))
        var casting = M.count
        casting.castingVotes = [.init(committee: M.pccc, vote: CastingVote(by: M.s("chair"), choice: .inFavour))]
        let tied = try M.held(before: CastVotes.self).doing(tie)
        #expect(try tied.doing(M.count).may.resolutions[0].isCarried == false)
        #expect(try tied.doing(casting).may.resolutions[0].isCarried)
        let none = try M.held(before: CastVotes.self, terms: M.terms(casting: false)).doing(tie)
        #expect(none.refusal(of: casting) == "casting-vote-not-allowed")
    }

    @Test func `a vote that nobody gave is not closed`() throws {
        #expect(try M.held(before: CastVotes.self).refusal(of: M.count) == "no-votes")
    }

    @Test func `committees in common decide each for itself`() throws {
        let board = M.s("board")
        var start = M.book()
        start.committees[board] = M.committee(board, terms: M.terms(quorum: .atLeast(5, .voting)))
        var plan = M.plan
        plan.committees = [M.pccc, board]
        var open = M.open
        open.chairs.append(.init(committee: board, person: M.s("chair")))
        let book = try start.doing([plan, M.put, open, M.handle, M.leave, M.take, M.move, M.votes, M.count])
        #expect(book.may.resolutions.map(\.committee) == [M.pccc])
        #expect(book.may.motions[0].results.map(\.outcome) == [.carried, .quorumLost])
        #expect(book.refusal(of: M.closeItem) == "item-undecided")
        let deferred = try book.doing(
            DeferItem(meeting: M.may, item: M.item.id, committee: board, reason: "not quorate", at: M.at(13)))
        #expect(deferred.may.proceedings[0].state == .closed)
    }
}
