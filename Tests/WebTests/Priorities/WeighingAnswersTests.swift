import Priorities
import Testing
import Vocabulary

@testable import Web

/// Weights by comparisons in pairs and by trade-off questions, as a browser without scripts gives them.
@Suite struct WeighingAnswersTests {
    private static let top = "/mine/weights/top"
    private static let pairs = ["health.living", "health.gap", "health.wait", "living.gap", "living.wait", "gap.wait"]

    private static func compared(_ figures: [String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: zip(pairs.map { "pair-\($0)" }, figures))
    }

    private static func sending(_ form: Reply, _ changes: [String: String]) -> [(String, String)] {
        form.sending(changes)
    }

    private func given(_ held: RoundAtWorkServed) throws -> WeightsGiven? {
        try held.round.weights[Slug("chair")!]?.first { $0.within == nil }
    }

    @Test func `pairs are compared, what follows is shown, and only then it is saved, once`() async throws {
        let held = try RoundAtWorkServed(.weighing)
        let (lines, before) = (try held.lines, try given(held))
        let form = try await held.ask("\(Self.top)?method=pairwise")
        #expect(form.words.contains("9 times as much: Health gained") && form.words.contains("They matter the same"))
        let wrong = try await held.post(Self.top, Self.sending(form, Self.compared(["2", "", "9", "2", "5", "12"])))
        #expect(wrong.status == 422 && wrong.words.contains("Compare “Health gained” with"))
        #expect(wrong.text.contains("value=\"2\" selected"), "what was chosen stays")
        let check = try await held.post(Self.top, Self.sending(form, Self.compared(["2", "4", "8", "2", "4", "2"])))
        #expect(check.status == 200 && check.words.contains("Your comparisons all agree with one another."))
        #expect(check.words.contains("53 %"))
        #expect(try held.lines == lines)
        let back = try await held.post(Self.top, check.sending(["step": "change"]))
        #expect(back.status == 200 && back.text.contains("value=\"8\" selected"))
        for _ in 0..<2 {
            let saved = try await held.post(Self.top, check.sending(["step": "send"]))
            #expect(saved.status == 303 && saved.location == "\(RoundAtWorkServed.root)/mine/weights")
        }
        #expect(try held.lines == lines + 1 && given(held) != before)
        #expect(try given(held)?.judgements?.map(\.times) == [2, 4, 8, 2, 4, 2])
        #expect(try await held.ask("/mine/weights").words.contains("Each pair compared: Health gained 53 %"))
    }

    @Test func `comparisons that contradict one another are said so in words, and may be saved all the same`()
        async throws
    {
        let held = try RoundAtWorkServed(.weighing)
        let form = try await held.ask("\(Self.top)?method=pairwise")
        let check = try await held.post(Self.top, Self.sending(form, Self.compared(["9", "-9", "9", "9", "-9", "9"])))
        #expect(check.status == 200 && check.words.contains("contradict one another more than is usual"))
        #expect(check.words.contains("where up to 10 % is accepted") && check.words.contains("Together that makes"))
        #expect(try await held.post(Self.top, check.sending(["step": "send"])).status == 303)
    }

    @Test func `what was changed elsewhere since is shown, and nothing is lost`() async throws {
        let held = try RoundAtWorkServed(.weighing)
        let form = try await held.ask("\(Self.top)?method=pairwise")
        let check = try await held.post(Self.top, Self.sending(form, Self.compared(["2", "4", "8", "2", "4", "2"])))
        let places = ["health", "living", "gap", "wait"].enumerated().map { ("place-\($1)", "\($0 + 1)") }
        #expect(try await held.post(Self.top, [("method", "rankOrder")] + places).status == 303)
        let late = try await held.post(Self.top, check.sending(["step": "send"]))
        #expect(late.status == 422 && late.words.contains("was changed since you opened this page"))
        #expect(late.words.contains("in order: Health gained, then"))
        #expect(try await held.post(Self.top, late.sending(["step": "send"])).status == 303)
        #expect(try given(held)?.method == .pairwise)
    }

    @Test func `questions are answered one a page, with a way back, and nothing is recorded before the end`()
        async throws
    {
        let held = try RoundAtWorkServed(.weighing)
        let lines = try held.lines
        var page = try await held.ask("\(Self.top)?method=tradeOff")
        let none = try await held.post(Self.top, page.sending(["step": "check"]))
        #expect(none.status == 422 && none.words.contains("Choose one of the answers."))
        let second = try await held.post(Self.top, page.sending(["step": "check", "answer": "second"]))
        #expect(second.words.contains("Question 2 of"))
        let back = try await held.post(Self.top, second.sending(["step": "change"]))
        #expect(back.words.contains("Question 1 of") && back.fields.contains { $0 == ("answers", "") })
        var count = 0
        while page.words.contains("Which would you rather have?"), count < 40 {
            count += 1
            page = try await held.post(Self.top, page.sending(["step": "check", "answer": "first"]))
            #expect(page.status == 200)
        }
        #expect(page.words.contains("That is enough: you answered \(count) questions."))
        #expect(try held.lines == lines)
        #expect(try await held.post(Self.top, page.sending(["step": "send"])).status == 303)
        #expect(try held.lines == lines + 1)
        #expect(try given(held)?.method == .tradeOff && given(held)?.claims?.count == count)
    }

    @Test func `answers that no page sent ask from the beginning, and none are saved before the end`() async throws {
        let held = try RoundAtWorkServed(.weighing)
        let lines = try held.lines
        for answers in ["nonsense", "first first", ""] {
            let sent = try await held.post(
                Self.top, [("method", "tradeOff"), ("answers", answers), ("step", "send")])
            #expect(sent.status == 200 && sent.words.contains("Which would you rather have?"))
        }
        #expect(try held.lines == lines)
    }

    @Test(arguments: ["pairwise", "tradeOff"])
    func `weights are of one’s own seat, and refused where they are closed`(way: String) async throws {
        let weighing = try RoundAtWorkServed(.weighing)
        for who in ["manager", "panel-member"] {
            #expect(try await weighing.post(Self.top, [("method", way)], as: who).status == 403)
        }
        let scoring = try RoundAtWorkServed(.scoring)
        let pairs = Self.compared(["2", "4", "8", "2", "4", "2"]).map { ($0, $1) }
        let reply = try await scoring.post(
            Self.top, [("method", way), ("answers", "first"), ("step", "send")] + pairs)
        #expect(reply.status == 422 && reply.words.contains("closed"))
    }
}
