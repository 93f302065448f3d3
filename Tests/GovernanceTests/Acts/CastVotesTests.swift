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

    @Test func `only who is there, may vote and has not is asked for a vote`() throws {
        let book = try M.held(before: CastVotes.self)
        func asked(_ book: GovernanceBook) throws -> [Slug] {
            book.may.mayStillVote(on: try #require(book.may.motion(M.s("m1"))), book: book)
        }
        #expect(try asked(book) == ["chair", "nurse", "vice"].map(M.s))
        #expect(try asked(book.doing(Self.vote("vice"))) == ["chair", "nurse"].map(M.s))
    }

    @Test func `a deputy is asked while the member is away, and not while they are there`() throws {
        var book = M.book()
        book.committees[M.pccc]?.memberships.append(
            Membership(
                person: M.s("far"), roles: [M.s("nurse")], deputyFor: M.s("nurse"), from: Day("2022-07-01")!))
        func asked(_ present: [String]) throws -> [Slug] {
            var open = M.open
            open.present = present.map(M.s)
            var move = M.move
            move.motion.seconder = M.s("chair")
            let held = try book.doing([M.plan, M.put, open, M.handle, M.take, move])
            return held.may.mayStillVote(on: try #require(held.may.motion(M.s("m1"))), book: held)
        }
        #expect(try asked(["chair", "vice", "nurse", "far"]) == ["chair", "nurse", "vice"].map(M.s))
        #expect(try asked(["chair", "vice", "far"]) == ["chair", "far", "vice"].map(M.s))
    }

    @Test func `on an option without an interest everybody votes`() throws {
        var move = M.move
        move.motion.parts = [M.s("option-1")]
        let book = try M.book().doing([M.plan, M.put, M.open, M.handle, M.take, move])
        #expect(book.refusal(of: Self.vote("gp")) == nil)
    }
}
