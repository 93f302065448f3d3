public import Vocabulary

/// Gives a right another form from a day on; what it was until the day before stays.
///
/// The right that is given takes the whole place of the one before. It begins after that one did, and at latest on the
/// day after that one's last. Refused besides what `RecordRight` refuses: `not-after`, `right-ended`, `no-reason`; to
/// settle a right while its question has no answer (`question-open`).
public struct AmendRight: GovernanceAct {
    public static let name = "amendRight"

    /// The right in its new form, under its short name; `from` is the first day of that form.
    public var right: DecisionRight
    public var reason: String
    public var question: RightsQuestion.Put?

    public init(right: DecisionRight, reason: String, question: RightsQuestion.Put? = nil) {
        self.right = right
        self.reason = reason
        self.question = question
    }

    public var record: RecordName { RecordName(.right, right.id) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        let amended = try book.right(right.id).amended(to: right, reason: reason)
        try right.check(in: book)
        book = try book.asking(question, with: right, on: moment.inLondon.day, by: before.rulebook)
        book.rights[right.id] = amended
        return book
    }
}
