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
        let held = try book.right(right.id)
        try refuseBlank(reason: reason, for: "amending the right “\(right.id)”")
        guard held.from < right.from else {
            throw Refusal(
                .input, code: "not-after",
                "The right “\(right.id)” has its present form from \(held.from.inWords), and another cannot begin on "
                    + "\(right.from.inWords).",
                remedy: "Give a later day.")
        }
        if let until = held.until, until.adding(days: 1) < right.from {
            throw Refusal(
                .rule, code: "right-ended", "The right “\(right.id)” ended on \(until.inWords).",
                remedy: "Record the right that took its place under another short name.")
        }
        try right.check(in: book)
        book = try book.asking(question, with: right, on: moment.day, by: before.rulebook)
        var past = held
        past.earlier = []
        past.until = right.from.adding(days: -1)
        var amended = right
        amended.earlier = held.earlier + [past]
        book.rights[right.id] = amended
        return book
    }
}
