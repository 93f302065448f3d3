public import Vocabulary

/// Asks who decides a matter, of somebody who is to find out, by a day.
///
/// Refused: a short name that is taken (`question-twice`), an owner who is not known on the day (`no-such-owner`), a
/// day before today (`due-before-asked`), a right that is not recorded (`no-such-right`) or is about another matter
/// (`other-matter`), no words (`text-missing`).
public struct AskRightsQuestion: GovernanceAct {
    public static let name = "askRightsQuestion"

    public var matter: Slug
    /// The right that it is about; nil where none is recorded yet.
    public var right: Slug?
    public var question: RightsQuestion.Put

    public init(matter: Slug, right: Slug? = nil, question: RightsQuestion.Put) {
        self.matter = matter
        self.right = right
        self.question = question
    }

    public var record: RecordName { RecordName(.question, question.id) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        if let right {
            let held = try before.book.right(right)
            guard held.matter == matter else {
                throw Refusal(
                    .input, code: "other-matter",
                    "The right “\(right)” is about “\(held.matter)”, and the question about “\(matter)”.",
                    remedy: "Correct one of them.")
            }
        }
        return try before.book.asking(question, matter: matter, right: right, on: moment.day, by: before.rulebook)
    }
}
