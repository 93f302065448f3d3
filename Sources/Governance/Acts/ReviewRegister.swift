public import Vocabulary

/// Records somebody's word that their entries are right, or what was put right.
///
/// Refused: on a day to come, before the person's first day or after the last.
public struct ReviewRegister: GovernanceAct {
    public static let name = "reviewRegister"

    public var person: Slug
    public var reviewedOn: Day
    public var note: String?

    public init(person: Slug, reviewedOn: Day, note: String? = nil) {
        self.person = person
        self.reviewedOn = reviewedOn
        self.note = note
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        try refuseFuture(reviewedOn, "The day of the review", at: moment)
        try file.requireKnown(on: reviewedOn, "The day of the review")
        if let note { try refuseBlank(note, "The note on the review") }
        file.reviews.append(RegisterReview(reviewedOn: reviewedOn, note: note))
        var book = before.book
        book.people[person] = file
        return book
    }
}
