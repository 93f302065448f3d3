public import Vocabulary

/// Enters a post that somebody holds, or the last day of one: the same title from the same day again sets its
/// last day.
///
/// Refused: no title (`text-missing`), an end before the start (`ends-before-start`), the same post once more
/// with nothing new (`post-exists`), another last day than the one that stands (`post-ended`).
public struct EnterPost: GovernanceAct {
    public static let name = "enterPost"

    public var person: Slug
    public var post: PersonFile.Post

    public init(person: Slug, post: PersonFile.Post) {
        self.person = person
        self.post = post
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        try file.enter(post)
        var book = before.book
        book.people[person] = file
        return book
    }
}
