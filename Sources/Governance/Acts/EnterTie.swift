public import Vocabulary

/// Says that somebody belongs to a household, practice or firm that others share: two of one tie do not both
/// approve.
///
/// The same tie from the same day again sets its last day. Refused: an end before the start
/// (`ends-before-start`), the same once more with nothing new (`tie-exists`).
public struct EnterTie: GovernanceAct {
    public static let name = "enterTie"

    public var person: Slug
    public var tie: PersonFile.Tie

    public init(person: Slug, tie: PersonFile.Tie) {
        self.person = person
        self.tie = tie
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        try file.enter(tie)
        var book = before.book
        book.people[person] = file
        return book
    }
}
