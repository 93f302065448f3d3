import Markup
import Pages
import Priorities
import Rulebook
import TestSupport
import Testing
import Vocabulary

/// Weights by comparisons in pairs and by trade-off questions, as pages ask for them.
@Suite struct WeighingFormsTests {
    private static let place = WeighingPlace(RoundFormsTests.work, RoundFormsTests.member, within: nil)
    private static let day = Day("2026-03-03")!

    private static func pairs() throws -> PairsForm { try PairsForm(place, under: .shipped, on: day) }

    private static func tradeOffs(_ answers: [AnsweredTradeOffs.Answer]) throws -> TradeOffForm {
        try TradeOffForm(place, answers: answers, under: .shipped, on: day)
    }

    /// Each pair of criteria, judged from 1 to 9 either way.
    private static func given(_ numbers: inout SeededNumbers) -> WeightsGiven {
        let ids = place.criteria.map(\.id)
        let judgements = ids.indices.flatMap { first in
            ids[(first + 1)...].map { second -> WeightsGiven.Judgement in
                let times = Int.random(in: 1...9, using: &numbers)
                return times == 1 || Bool.random(using: &numbers)
                    ? .init(more: ids[first], less: second, times: times)
                    : .init(more: second, less: ids[first], times: times)
            }
        }
        return WeightsGiven(method: .pairwise, judgements: judgements)
    }

    @Test(arguments: 0..<50) func `comparisons that a page shows are read back, also where they are kept unseen`(
        seed: Int
    ) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let given = Self.given(&numbers)
        let form = try Self.pairs()
        #expect(try form.read(RoundFormsTests.sent(by: form.page(form.written(given)))) == given, "seed \(seed)")
        #expect(try form.read(RoundFormsTests.sent(by: form.check(given))) == given, "seed \(seed)")
    }

    @Test(arguments: ["", "0", "-1", "10", "-10", "lots", "2.5"])
    func `a pair that is not compared, or in no way that there is, is named`(typed: String) throws {
        var numbers = SeededNumbers(seed: 1)
        let form = try Self.pairs()
        var sent = form.written(Self.given(&numbers))
        let (first, second) = (Self.place.criteria[0], Self.place.criteria[1])
        sent["pair-\(first.id).\(second.id)"] = typed
        let errors = #expect(throws: FieldErrors.self) { try form.read(sent) }
        #expect(errors?.sentences.values.map(\.self) == ["Compare “\(first.title)” with “\(second.title)”."])
    }

    @Test func `comparisons that contradict one another are told before they are saved`() throws {
        let ids = Self.place.criteria.map(\.id)
        var numbers = SeededNumbers(seed: 1)
        var given = Self.given(&numbers)
        // In a ring: each much more than the next, and the last much more than the first.
        given.judgements = given.judgements?.map { judgement in
            let (first, second) = (ids.firstIndex(of: judgement.more)!, ids.firstIndex(of: judgement.less)!)
            let (low, high) = (min(first, second), max(first, second))
            return high - low == 1
                ? .init(more: ids[low], less: ids[high], times: 9) : .init(more: ids[high], less: ids[low], times: 9)
        }
        let page = try Self.pairs().check(given).render(in: Sample.shell).rendered
        #expect(page.contains("Some comparisons do not fit together") && page.contains("Together that makes"))
        #expect(page.contains("What each criterion weighs") && page.contains("Change the comparisons"))
    }

    @Test func `questions follow one another until what follows from the answers is shown`() throws {
        var answers: [AnsweredTradeOffs.Answer] = []
        var form = try Self.tradeOffs(answers)
        while form.asked.question != nil {
            let page = form.page()
            let sent = try RoundFormsTests.sent(by: page)
            #expect(TradeOffForm.answers(in: sent) == answers && TradeOffForm.answer(in: sent) == nil)
            #expect(page.render(in: Sample.shell).rendered.contains("Question \(answers.count + 1) of "))
            answers.append(.first)
            form = try Self.tradeOffs(answers)
        }
        let last = form.page()
        let html = last.render(in: Sample.shell).rendered
        #expect(html.contains("That is enough") && html.contains("Lowest to highest"))
        #expect(try TradeOffForm.answers(in: RoundFormsTests.sent(by: last)) == answers)
    }

    @Test func `what is no answer ends the answers that a form sends along`() {
        let sent = SentValues([TradeOffForm.answersField: ["first same nonsense second"]])
        #expect(TradeOffForm.answers(in: sent) == [.first, .same])
    }

    @Test func `a way that there is not, and one that compares nothing, is points`() {
        var chosen = Self.place
        chosen.work.round.weights = [:]
        chosen.work.round.weighing = .tradeOff
        #expect(chosen.way(asked: nil) == .tradeOff && chosen.way(asked: "rankOrder") == .rankOrder)
        chosen.work.round.weighing = .bestWorstLinear
        #expect(chosen.way(asked: nil) == .swing)
        #expect(Self.place.way(asked: "guess") == Self.place.way(asked: nil))
        var place = Self.place
        place.work.round.criteria = Array(place.criteria.prefix(1))
        place.work.round.weights = [:]
        #expect(place.way(asked: "pairwise") == .swing && place.way(asked: "tradeOff") == .swing)
        #expect(place.way(asked: "rankOrder") == .rankOrder)
    }
}
