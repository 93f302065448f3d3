import Priorities
import Testing
import Vocabulary

struct CastBallotTests {
    private func cast(_ member: String, in ballot: String = "vote") -> CastBallot {
        CastBallot(round: Sample.id, ballot: slug(ballot), member: slug(member))
    }

    /// Opened, and nobody has voted.
    private func opened(on options: [String] = ["evening", "varnish"]) throws -> Round {
        try Round.sample(upTo: .result).after(
            OpenBallot(
                round: Sample.id, ballot: slug("vote"), discussedOn: Sample.day(of: .result),
                options: options.map { slug($0) }), at: Sample.after(.result))
    }

    @Test func `that somebody has voted is known, and nothing else`() throws {
        let round = try opened().after(cast("m1"), at: Sample.after(.result))
        #expect(round.ballot?.voted == [slug("m1")] && round.ballot?.choices == nil)
        #expect(cast("m1").journalled.canonical == #"{"ballot":"vote","member":"m1","round":"wexbourne-dental"}"#)
    }

    @Test func `nobody votes twice, unseated, in another ballot or after its end`() throws {
        let at = Sample.after(.result)
        #expect(code(cast("m1"), on: try opened().after(cast("m1"), at: at), at: at) == "voted-already")
        #expect(code(cast("m9"), on: try opened(), at: at) == "no-such-member")
        #expect(code(cast("m1", in: "other"), on: try opened(), at: at) == "no-such-ballot")
        #expect(code(cast("m1"), on: try .sample(upTo: .result), at: at) == "no-such-ballot")
        #expect(
            code(cast("m1"), on: try .sample(upTo: .ballotClosed), at: Sample.after(.ballotClosed)) == "ballot-closed")
        #expect(code(cast("m1"), on: try .sample(upTo: .decided), at: Sample.after(.decided)) == "decided")
    }

    @Test func `who is left out of every option does not vote`() throws {
        let at = Sample.after(.result)
        #expect(code(cast("m3"), on: try opened(on: ["evening"]), at: at) == "left-out")
        #expect(code(cast("m3"), on: try opened(), at: at) == nil)
    }

    @Test func `letters are in the ballot's order, with x for what a member is left out of`() throws {
        let ballot = try #require(try opened().ballot)
        let evening: Set = [slug("evening")]
        func letters(_ votes: [String: Ballot.Vote], _ excluded: Set<Slug> = []) throws(Refusal) -> String {
            let votes = Dictionary(uniqueKeysWithValues: votes.map { (slug($0.key), $0.value) })
            return try CastBallot.letters(for: votes, ballot: ballot, excluded: excluded).description
        }
        func fault(_ votes: [String: Ballot.Vote], _ excluded: Set<Slug> = []) -> String? {
            do {
                _ = try letters(votes, excluded)
                return nil
            } catch { return error.code }
        }
        #expect(try letters(["varnish": .fund, "evening": .deferred]) == "df")
        #expect(try letters(["varnish": .abstain], evening) == "xa")
        #expect(try letters(["varnish": .doNotFund, "evening": .leftOut], evening) == "xn")
        #expect(fault(["varnish": .fund]) == "vote-missing")
        #expect(fault(["varnish": .fund, "evening": .fund], evening) == "left-out")
        #expect(fault(["varnish": .leftOut, "evening": .fund]) == "not-left-out")
        #expect(fault(["varnish": .fund, "evening": .fund, "helpline": .fund]) == "vote-unknown-option")
    }
}
