import Priorities
import Testing
import Vocabulary

struct WithdrawOptionTests {
    private func withdraw(_ option: String, reason: String = "The provider withdrew") -> WithdrawOption {
        WithdrawOption(round: Sample.id, option: slug(option), reason: reason)
    }

    @Test func `what is withdrawn is said, with its scores`() throws {
        let round = try Round.sample(upTo: .scores).after(withdraw("varnish"), at: Sample.after(.scores))
        #expect(round.options.count == 3 && round.scores[slug("m1")]?.count == 9)
        let aside = try #require(round.setAside.last)
        #expect(aside.what == "the option “Fluoride varnish in schools”, 4 members’ scores (12)")
        #expect(aside.reason == "The provider withdrew")
    }

    @Test func `strangers, blanks and late withdrawals are refused`() throws {
        let round = try Round.sample(upTo: .options)
        let at = Sample.after(.options)
        #expect(code(withdraw("nowhere"), on: round, at: at) == "no-such-option")
        #expect(code(withdraw("varnish", reason: ""), on: round, at: at) == "no-reason")
        #expect(
            code(withdraw("varnish"), on: try .sample(upTo: .scoresClosed), at: Sample.after(.scoresClosed))
                == "scores-closed")
        #expect(code(withdraw("varnish"), on: try .sample(upTo: .decided), at: Sample.after(.decided)) == "decided")
    }

    @Test func `an option that another requires stays`() throws {
        var dependent = Sample.options[2]
        dependent.requires = [slug("varnish")]
        let at = Sample.after(.options)
        let round = try Round.sample(upTo: .options)
            .after(PutForwardOption(round: Sample.id, option: dependent), at: at)
        let refused = try #require(refusal(withdraw("varnish"), on: round, at: at))
        #expect(refused.code == "option-required" && refused.sentence.contains("“helpline”"))
    }
}
