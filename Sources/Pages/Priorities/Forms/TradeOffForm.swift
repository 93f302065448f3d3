import Markup
public import Priorities
public import Rulebook
public import Vocabulary

/// A member answers which of two improvements they would rather have, one question a page.
///
/// The answers are sent along unseen; nothing is kept between the pages.
public struct TradeOffForm: Sendable {
    public var place: WeighingPlace
    public var asked: AnsweredTradeOffs
    var accepted: Share

    public static let (answerField, answersField) = ("answer", "answers")

    /// - Throws: `Refusal` where there is nothing to weigh, or the answers cannot all hold.
    public init(
        _ place: WeighingPlace, answers: [AnsweredTradeOffs.Answer], under rulebook: Rulebook, on day: Day
    ) throws(Refusal) {
        self.place = place
        asked = try AnsweredTradeOffs(place.work.round, member: place.member.id, within: place.branch, answers: answers)
        accepted = try TrustLimits(rulebook, on: day).consistency
    }

    /// The answers that a form sends along; what is no answer ends them.
    public static func answers(in sent: SentValues) -> [AnsweredTradeOffs.Answer] {
        let words = sent.text(answersField).split(separator: " ").prefix(most)
        return words.prefix { AnsweredTradeOffs.Answer(rawValue: String($0)) != nil }
            .compactMap { AnsweredTradeOffs.Answer(rawValue: String($0)) }
    }

    /// More than is ever asked.
    private static let most = 200

    /// The answer to the question that was asked last; nil where none was chosen.
    public static func answer(in sent: SentValues) -> AnsweredTradeOffs.Answer? {
        AnsweredTradeOffs.Answer(rawValue: sent.text(answerField))
    }

    private var kept: [Form.Kept] {
        [.init(TradeOffForm.answersField, asked.answers.map(\.rawValue).joined(separator: " "))]
    }

    /// The next question; once enough is known what follows from the answers.
    public func page(error: String? = nil, refusal: String? = nil, conflict: WeightsGiven? = nil) -> FormPage {
        guard let question = asked.question else { return check(refusal: refusal, conflict: conflict) }
        let choices = [
            Choice(AnsweredTradeOffs.Answer.first.rawValue, question.first),
            Choice(AnsweredTradeOffs.Answer.second.rawValue, question.second),
            Choice(AnsweredTradeOffs.Answer.same.rawValue, "They are the same to me"),
        ]
        return place.page(
            .tradeOff,
            parts: [
                .field(
                    Field(
                        TradeOffForm.answerField, label: "Which would you rather have?",
                        hint: "Question \(question.number) of \(asked.most) at most.", error: error,
                        kind: .radios(choices, selected: nil)))
            ], kept: kept, button: FormStep.check.button("Continue"), others: back, refusal: refusal)
    }

    private var back: [Form.Button] {
        asked.answers.isEmpty ? [] : [FormStep.change.button("Back to the question before", .second)]
    }

    private func check(refusal: String?, conflict: WeightsGiven?) -> FormPage {
        let meant: [Html]
        do {
            meant = try MeantWeightsPart(place: place, given: asked.given, accepted: accepted).html()
        } catch {
            meant = [.paragraph(.text(error.told))]
        }
        let enough = Html.paragraph(
            .text("That is enough: you answered \(counted(asked.answers.count, "question"))."), id: "enough")
        return place.page(
            .tradeOff, parts: [], kept: kept, button: FormStep.send.button(place.button(conflict)), others: back,
            before: [enough] + meant, refusal: refusal, conflict: conflict)
    }
}
