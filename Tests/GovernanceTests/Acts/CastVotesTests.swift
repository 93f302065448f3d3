import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CastVotesTests {
    static func vote(_ voter: String) -> CastVotes {
        CastVotes(
            meeting: M.may, motion: M.s("m1"), votes: [Vote(voter: M.s(voter), choice: .inFavour)], at: M.at(11))
    }

    @Test(arguments: [
        ("gp", "voter-recused"), ("watch", "voter-not-voting"), ("cfo", "voter-absent"), ("far", "voter-unknown"),
    ])
    func `a vote that may not be given is refused`(voter: String, code: String) throws {
        #expect(try M.held(before: CastVotes.self).refusal(of: Self.vote(voter)) == code)
    }

    @Test func `nobody votes twice, and nobody who has left votes`() throws {
        let book = try M.held(before: CastVotes.self)
        #expect(try book.doing(Self.vote("vice")).refusal(of: Self.vote("vice")) == "vote-twice")
        let gone = try book.doing(LeaveMeeting(meeting: M.may, person: M.s("vice"), at: M.at(10)))
        #expect(gone.refusal(of: Self.vote("vice")) == "vote-closed")
    }

    @Test func `on an option without an interest everybody votes`() throws {
        var move = M.move
        move.motion.parts = [M.s("option-1")]
        let book = try M.book().doing([M.plan, M.put, M.open, M.handle, M.take, move])
        #expect(book.refusal(of: Self.vote("gp")) == nil)
    }
}
