import Priorities
import Testing
import Vocabulary

struct RecordRepresentationTests {
    private func pressure(_ change: (inout Representation) -> Void = { _ in }) -> RecordRepresentation {
        var representation = Representation(
            option: slug("outreach"), from: .politician, who: "A councillor", asked: "Keep the clinic open",
            day: Sample.day(of: .options))
        change(&representation)
        return RecordRepresentation(round: Sample.id, representation: representation)
    }

    @Test(arguments: [Sample.Step.options, .scores, .published])
    func `pressure is on the record at any time`(step: Sample.Step) throws {
        let round = try Round.sample(upTo: step).after(pressure(), at: Sample.after(step))
        #expect(round.representations.count == 1)
        #expect(code(pressure(), on: round, at: Sample.after(step)) == "recorded-already")
    }

    @Test func `who asked for what is said, on an option that is there`() throws {
        let round = try Round.sample(upTo: .options)
        let at = Sample.after(.options)
        #expect(code(pressure { $0.option = slug("nowhere") }, on: round, at: at) == "no-such-option")
        #expect(code(pressure { $0.who = "" }, on: round, at: at) == "text-missing")
        #expect(code(pressure { $0.asked = "" }, on: round, at: at) == "text-missing")
        #expect(code(pressure { $0.answer = " " }, on: round, at: at) == "text-missing")
        #expect(code(pressure { $0.day = Sample.day(30) }, on: round, at: at) == "day-in-future")
    }
}
