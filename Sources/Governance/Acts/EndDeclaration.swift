public import Vocabulary

/// Records the last day of an interest: from then it is expired, published for a while and kept for longer.
///
/// An end that was known when it was declared may be brought forward or put back until it has come. Refused:
/// a day to come (`day-in-future`), a day before the interest arose (`ends-before-start`), an interest that
/// has ended (`interest-ended`), is superseded or disposed of (`declaration-superseded`, `texts-disposed`).
public struct EndDeclaration: GovernanceAct {
    public static let name = "endDeclaration"

    public var person: Slug
    public var declaration: Slug
    /// The last day.
    public var ended: Day

    public init(person: Slug, declaration: Slug, ended: Day) {
        self.person = person
        self.declaration = declaration
        self.ended = ended
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        let place = try file.requireStanding(declaration, to: "end the interest")
        let standing = file.declarations[place]
        if let already = standing.ended, already < moment.day {
            throw Refusal(
                .rule, code: "interest-ended", "The interest “\(declaration)” ended on \(already.inWords).",
                remedy: "Where that day is wrong, put a declaration with the right one in its place.")
        }
        try refuseFuture(ended, "The last day of “\(declaration)”", at: moment)
        try PersonFile.requireOrder(from: standing.arose, until: ended, "The interest “\(declaration)”")
        file.declarations[place].ended = ended
        var book = before.book
        book.people[person] = file
        return book
    }
}
