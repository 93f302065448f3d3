import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CastSecretVotesTests {
    static func cast(_ inFavour: Int, _ against: Int, _ abstained: Int = 0, voted: [String]) -> CastSecretVotes {
        CastSecretVotes(
            meeting: M.may, motion: M.s("m1"), committee: M.pccc,
            counts: .init(inFavour: inFavour, against: against, abstained: abstained), voted: voted.map(M.s),
            at: M.at(11))
    }

    @Test func `the counts and who voted are recorded, not how`() throws {
        let book = try M.held(before: CastVotes.self).doing([
            Self.cast(2, 1, voted: ["chair", "vice", "nurse"]), M.count,
        ])
        let resolution = book.may.resolutions[0]
        #expect(resolution.manner == .secretVote)
        #expect(resolution.isCarried)
        #expect(book.may.motions[0].votes.isEmpty)
    }

    @Test func `counts beyond those who voted, and a voter left out of the item, are refused`() throws {
        let book = try M.held(before: CastVotes.self)
        #expect(book.refusal(of: Self.cast(2, 0, voted: ["chair", "vice", "nurse"])) == "counts-differ")
        #expect(book.refusal(of: Self.cast(4, 0, voted: ["chair", "vice", "nurse"])) == "votes-exceed-eligible")
        #expect(book.refusal(of: Self.cast(1, 1, voted: ["chair", "gp"])) == "voter-recused")
        #expect(try book.doing(M.votes).refusal(of: Self.cast(1, 1, voted: ["chair", "vice"])) == "vote-by-hands")
    }
}
