import Priorities
import Testing
import Vocabulary

struct RecordAdviceTests {
    private func advice(_ change: (inout Advice) -> Void = { _ in }) -> RecordAdvice {
        var advice = Advice(
            option: slug("varnish"), adviser: "Consultant in dental public health", advised: "Begin with two schools",
            interest: "None declared", isFollowed: false, reason: "All schools asked for it",
            day: Sample.day(of: .options))
        change(&advice)
        return RecordAdvice(round: Sample.id, advice: advice)
    }

    @Test func `advice is on the record until the decision`() throws {
        let round = try Round.sample(upTo: .options).after(advice(), at: Sample.after(.options))
        #expect(round.advice == [advice().advice])
        #expect(code(advice(), on: round, at: Sample.after(.options)) == "recorded-already")
        #expect(code(advice(), on: try .sample(upTo: .decided), at: Sample.after(.decided)) == "decided")
    }

    @Test func `who, what, which interest and why are all said, on an option that is there`() throws {
        let round = try Round.sample(upTo: .options)
        let at = Sample.after(.options)
        #expect(code(advice { $0.option = slug("nowhere") }, on: round, at: at) == "no-such-option")
        #expect(code(advice { $0.adviser = "" }, on: round, at: at) == "text-missing")
        #expect(code(advice { $0.advised = " " }, on: round, at: at) == "text-missing")
        #expect(code(advice { $0.interest = "" }, on: round, at: at) == "text-missing")
        #expect(code(advice { $0.reason = "" }, on: round, at: at) == "no-reason")
        #expect(code(advice { $0.day = Sample.day(30) }, on: round, at: at) == "day-in-future")
    }
}
