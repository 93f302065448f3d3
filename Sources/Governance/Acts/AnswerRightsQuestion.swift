public import Vocabulary

/// Answers a question about who decides; the right itself is settled by amending it.
///
/// Refused: a question that was not asked (`no-such-question`) or has its answer (`answered`), no words
/// (`text-missing`), a day before it was asked (`answered-before-asked`) or to come (`day-in-future`).
public struct AnswerRightsQuestion: GovernanceAct {
    public static let name = "answerRightsQuestion"

    public var question: Slug
    public var text: String
    public var answeredOn: Day

    public init(question: Slug, text: String, answeredOn: Day) {
        self.question = question
        self.text = text
        self.answeredOn = answeredOn
    }

    public var record: RecordName { RecordName(.question, question) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        guard var asked = book.questions[question] else {
            throw Refusal(
                .usage, code: "no-such-question", "No question “\(question)” was asked.", remedy: "Ask it first.")
        }
        if let answer = asked.answer {
            throw Refusal(
                .rule, code: "answered",
                "The question “\(question)” was answered on \(answer.answeredOn.inWords): \(answer.text)",
                remedy: "Ask another where that answer no longer holds.")
        }
        try refuseBlank(text, "The answer to the question “\(question)”")
        try refuseFuture(answeredOn, "The day of the answer", at: moment)
        guard asked.askedOn <= answeredOn else {
            throw Refusal(
                .input, code: "answered-before-asked",
                "The question “\(question)” was asked on \(asked.askedOn.inWords), after the day of its answer.",
                remedy: "Correct the day.")
        }
        asked.answer = RightsQuestion.Answer(text: text, answeredOn: answeredOn)
        book.questions[question] = asked
        return book
    }
}
