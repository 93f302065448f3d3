public import Vocabulary

/// Makes somebody a decision-maker from a day, so that what they declare is published, or ends it: the same
/// first day again sets the last.
///
/// Refused: no reason (`text-missing`), an end before the start (`ends-before-start`), the same once more
/// with nothing new or another span that it overlaps (`decision-making-exists`), a day before the person's
/// first (`before-person`).
public struct EnterDecisionMaking: GovernanceAct {
    public static let name = "enterDecisionMaking"

    public var person: Slug
    public var span: PersonFile.DecisionMaking

    public init(person: Slug, span: PersonFile.DecisionMaking) {
        self.person = person
        self.span = span
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        try file.enter(span)
        var book = before.book
        book.people[person] = file
        return book
    }
}
