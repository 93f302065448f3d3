import Priorities
import Testing
import Vocabulary

struct OpenBallotTests {
    private func open(
        _ options: [String] = ["evening", "varnish"], day: Day = Sample.day(of: .result), id: String = "vote"
    ) -> OpenBallot {
        OpenBallot(round: Sample.id, ballot: slug(id), discussedOn: day, options: options.map { slug($0) })
    }

    private func code(_ act: OpenBallot, on step: Sample.Step = .result) throws -> String? {
        PrioritiesTests.code(act, on: try .sample(upTo: step), at: Sample.after(step))
    }

    @Test func `a ballot is on a result that was discussed`() throws {
        let round = try Round.sample(upTo: .result).after(open(), at: Sample.after(.result))
        #expect(round.ballot?.voted.isEmpty == true && round.ballot?.choices == nil)
        #expect(try code(open(), on: .scores) == "scores-open")
        #expect(try code(open(), on: .scoresClosed) == "no-result")
    }

    @Test func `the discussion is not before the result was recorded, nor to come`() throws {
        #expect(try code(open(day: Sample.day(of: .scoresClosed))) == "discussed-too-early")
        #expect(try code(open(day: Sample.day(of: .result))) == nil)
        #expect(try code(open(day: Sample.day(of: .result).adding(days: 1))) == "day-in-future")
    }

    @Test func `a result that no longer holds is not voted on, and the same one again does not make it younger`() throws
    {
        let at = Sample.after(.assessed)
        let round = try Round.sample(upTo: .assessed)
        let again = try round.after(RecordResult(round: Sample.id, digest: Sample.digest("a")), at: at)
        #expect(again == round)
        let late = Interest(
            id: slug("late"), member: slug("m4"), kind: .indirect, options: [slug("varnish")],
            nature: "A daughter works there")
        let changed = try round.after(DeclareInterest(round: Sample.id, interest: late), at: at)
        #expect(PrioritiesTests.code(open(), on: changed, at: at) == "scores-open")
        let unsolved = try changed.after(CloseStage(round: Sample.id, stage: .scores), at: at)
        #expect(PrioritiesTests.code(open(), on: unsolved, at: at) == "no-result")
        let solved = try unsolved.after(RecordResult(round: Sample.id, digest: Sample.digest("c")), at: at)
        #expect(PrioritiesTests.code(open(), on: solved, at: at) == "discussed-too-early")
        #expect(PrioritiesTests.code(open(day: at.day), on: solved, at: at) == nil)
    }

    @Test func `an option on which too few may vote is not voted on`() throws {
        var round = try Round.sample(upTo: .result)
        let at = Sample.after(.result)
        #expect(PrioritiesTests.code(open(["evening"]), on: round, at: at) == nil)
        round.interests.append(
            Interest(id: slug("i2"), member: slug("m4"), kind: .financial, options: [slug("evening")], nature: "Too"))
        let refused = try #require(refusal(open(["varnish", "evening"]), on: round, at: at))
        #expect(
            refused.code == "too-few-voters" && refused.sentence.contains("2 members may vote on the option “evening”"))
        #expect(PrioritiesTests.code(open(["varnish"]), on: round, at: at) == nil)
    }

    @Test func `it is on options that are there, each once`() throws {
        #expect(try code(open([])) == "nothing-to-vote-on")
        #expect(try code(open(["nowhere"])) == "no-such-option")
        #expect(try code(open(["evening", "evening"])) == "option-twice")
    }

    @Test func `a result is voted on once`() throws {
        #expect(try code(open(id: "other"), on: .ballotOpen) == "ballot-exists")
        #expect(try code(open(id: "other"), on: .ballotClosed) == "ballot-exists")
        #expect(try code(open(id: "other"), on: .decided) == "decided")
    }

    @Test func `the name of a ballot that was set aside is not used again`() throws {
        let at = Sample.after(.ballotOpen)
        let round = try Round.sample(upTo: .ballotOpen)
            .after(ReopenStage(round: Sample.id, stage: .scores, reason: "A late score"), at: at)
            .after(CloseStage(round: Sample.id, stage: .scores), at: at)
            .after(RecordResult(round: Sample.id, digest: Sample.digest("c")), at: at)
        let day = at.day
        #expect(PrioritiesTests.code(open(day: day), on: round, at: at) == "ballot-name-used")
        #expect(PrioritiesTests.code(open(day: day, id: "vote-2"), on: round, at: at) == nil)
    }
}
