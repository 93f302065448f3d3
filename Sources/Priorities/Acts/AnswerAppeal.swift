public import Vocabulary

/// Answers an appeal. One that is upheld opens the decision again: decision, result and ballot are set aside, visibly.
public struct AnswerAppeal: RoundAct {
    public static let name = "answerAppeal"

    public var round: Slug
    public var appeal: Slug
    public var answer: Appeal.Answer

    public init(round: Slug, appeal: Slug, answer: Appeal.Answer) {
        self.round = round
        self.appeal = appeal
        self.answer = answer
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        guard let place = round.lodged.firstIndex(where: { $0.id == appeal }) else {
            throw Refusal(
                .usage, code: "no-such-appeal", "There is no appeal “\(appeal)”.",
                remedy: round.lodged.isEmpty ? "None has been lodged." : "There are \(named(round.lodged.map(\.id))).")
        }
        let lodged = round.lodged[place]
        if let earlier = lodged.answer {
            throw Refusal(
                .rule, code: "answered-already",
                "The appeal “\(appeal)” was answered on \(earlier.answeredOn.inWords).",
                remedy: "An answer is not changed; a further appeal may be lodged within the window.")
        }
        try refuseBlank(reason: answer.reason, for: "the answer to the appeal “\(appeal)”")
        try refuseFuture(answer.answeredOn, "The day of the answer", at: moment)
        guard answer.answeredOn >= lodged.lodgedOn else {
            throw Refusal(
                .input, code: "answer-too-early",
                "The answer is of \(answer.answeredOn.inWords), before the appeal of \(lodged.lodgedOn.inWords).",
                remedy: "Give the day on which it was answered.")
        }
        round.lodged[place].answer = answer
        if answer.isUpheld {
            let what = round.dropDecision() + round.dropAnswer()
            round.note(
                what, at: .scores, reason: "the appeal “\(appeal)” was upheld: \(answer.reason)", on: moment)
        }
        return round
    }
}
