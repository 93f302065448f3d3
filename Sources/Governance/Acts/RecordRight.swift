public import Vocabulary

/// Records who may decide a matter, from a day; a right that is unclear or contested comes with a question.
///
/// Refused: a short name that is taken (`right-twice`); what `DecisionRight` may not be (`holder-missing`,
/// `joint-with-nobody`, `holder-twice`, `limit-not-positive`, `ends-before-start`, `no-such-committee`); a delegation
/// from a right that is not recorded (`no-such-right`), from itself (`delegation-circle`), from a day before it was
/// held (`before-parent`) or after it ended (`parent-ended`), where it may not be passed on (`sub-delegation`), or
/// beyond its limit (`limit-above-parent`); a standing that is not settled without a question (`question-missing`).
public struct RecordRight: GovernanceAct {
    public static let name = "recordRight"

    public var right: DecisionRight
    public var question: RightsQuestion.Put?

    public init(right: DecisionRight, question: RightsQuestion.Put? = nil) {
        self.right = right
        self.question = question
    }

    public var record: RecordName { RecordName(.right, right.id) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        guard book.rights[right.id] == nil else {
            throw Refusal(
                .input, code: "right-twice", "A decision right “\(right.id)” is recorded already.",
                remedy: "Amend it from a day, or give this one another short name.")
        }
        try right.check(in: book)
        book = try book.asking(question, with: right, on: moment.day, by: before.rulebook)
        var recorded = right
        recorded.earlier = []
        book.rights[right.id] = recorded
        return book
    }
}
