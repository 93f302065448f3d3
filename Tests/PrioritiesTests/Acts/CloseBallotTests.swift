import Priorities
import Testing
import Vocabulary

struct CloseBallotTests {
    private func close(_ lines: [String], ballot: String = "vote") -> CloseBallot {
        CloseBallot(round: Sample.id, ballot: slug(ballot), choices: lines.map { Ballot.Choices($0) })
    }

    private func code(_ act: CloseBallot, on step: Sample.Step = .ballotOpen) throws -> String? {
        PrioritiesTests.code(act, on: try .sample(upTo: step), at: Sample.after(step))
    }

    @Test func `the tally counts each option's letters`() throws {
        let round = try Round.sample(upTo: .ballotClosed)
        let tally = try #require(round.ballot.flatMap { BallotTally($0) })
        #expect(tally.rows.map(\.option) == Sample.options.map(\.id))
        #expect(tally.rows.map(\.fund) == [3, 3, 0, 2])
        #expect(tally.rows.map(\.doNotFund) == [0, 1, 3, 1])
        #expect(tally.rows.map(\.deferred) == [0, 0, 1, 0])
        #expect(tally.rows.map(\.abstained) == [0, 0, 0, 1])
        #expect(tally.rows.map(\.leftOut) == [1, 0, 0, 0])
        #expect(BallotTally(try #require(try Round.sample(upTo: .ballotOpen).ballot)) == nil)
    }

    @Test func `a line of a closed ballot is nobody's: each option's letters are sorted on their own`() throws {
        #expect(close(["xf", "fn", "nf"]).choices.map(\.description) == ["ff", "nf", "xn"])
        // Whoever is left out of the first option stands beside votes that are not that member's alone.
        let one = close(["xfda", "ffnf", "fnnf", "ffnn"])
        let other = close(["xnna", "ffdf", "ffnf", "ffnn"])
        #expect(one.choices == other.choices)
    }

    @Test func `whole lines, smuggled in by a journal, are refused`() throws {
        var act = close(["fnnf", "ffnf", "xfda", "ffnn"])
        act.choices = ["ffnf", "ffnn", "fnnf", "xfda"].map { Ballot.Choices($0) }
        #expect(try code(act) == "ballot-order")
    }

    @Test func `there are as many votes as voters`() throws {
        let refused = try #require(
            refusal(close(["ffff"]), on: try .sample(upTo: .ballotOpen), at: Sample.after(.ballotOpen)))
        #expect(refused.code == "votes-and-voters")
        #expect(refused.sentence.contains("1 vote,") && refused.sentence.contains("4 members"))
        #expect(try code(close([])) == "votes-and-voters")
        var nobody = try Round.sample(upTo: .ballotOpen)
        nobody.ballot?.voted = []
        #expect(PrioritiesTests.code(close([]), on: nobody, at: Sample.after(.ballotOpen)) == "nobody-voted")
    }

    @Test func `votes are counted only where so many have voted that none can be told`() throws {
        // The dentist is left out of the first option, so that on it only two of three voters have a vote.
        var round = try Round.sample(upTo: .ballotOpen)
        round.ballot?.voted = [slug("m1"), slug("m2"), slug("m3")]
        let at = Sample.after(.ballotOpen)
        let refused = try #require(refusal(close(["fnnf", "ffnf", "xfda"]), on: round, at: at))
        #expect(refused.code == "too-few-voters")
        #expect(refused.sentence.contains("2 members vote on the option “evening”"))
        round.ballot?.voted = [slug("m1"), slug("m2"), slug("m4")]
        #expect(PrioritiesTests.code(close(["fnnf", "ffnf", "nfda"]), on: round, at: at) == nil)
    }

    @Test func `letters are those of votes, one for each option`() throws {
        #expect(try code(close(["fnn", "ffn", "xfd", "ffn"])) == "vote-form")
        #expect(try code(close(["fnnf", "ffnf", "xfda", "ffn"])) == "vote-form")
        #expect(try code(close(["fnnz", "ffnf", "xfda", "ffnn"])) == "vote-form")
    }

    @Test func `as many are marked as left out of an option as are by their interests`() throws {
        #expect(try code(close(["ffnn", "ffnn", "ffnn", "ffnn"])) == "votes-and-interests")
        #expect(try code(close(["xxnn", "ffnn", "ffnn", "ffnn"])) == "votes-and-interests")
    }

    @Test func `a ballot closes once`() throws {
        let lines = ["fnnf", "ffnf", "xfda", "ffnn"]
        #expect(try code(close(lines), on: .ballotClosed) == "ballot-closed")
        #expect(try code(close(lines, ballot: "other")) == "no-such-ballot")
        #expect(try code(close(lines), on: .decided) == "decided")
    }
}
