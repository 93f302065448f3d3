public import Vocabulary

/// Records somebody's last day: posts at the body itself and decision-making end with it, and interests count
/// as expired.
///
/// Posts elsewhere, ties and what was declared stay as they are. Refused: a last day to come
/// (`day-in-future`), before the first (`before-person`), before something that the person declared
/// (`declared-after-leaving`), or twice (`person-left`).
public struct RecordLeaving: GovernanceAct {
    public static let name = "recordLeaving"

    public var person: Slug
    /// The last day.
    public var left: Day

    public init(person: Slug, left: Day) {
        self.person = person
        self.left = left
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        try file.requireKnown(on: left, "The last day")
        guard file.left == nil else {
            throw Refusal(
                .rule, code: "person-left", "“\(person)” left on \(file.left!.inWords) already.",
                remedy: "Somebody who comes back is entered under another short name.")
        }
        try refuseFuture(left, "The last day of “\(person)”", at: moment)
        let declared = file.declarations.map(\.declaredOn) + file.gifts.map(\.declaredOn)
        if let last = (declared + file.nilDeclarations.map(\.declaredOn)).max(), last > left {
            throw Refusal(
                .input, code: "declared-after-leaving",
                "“\(person)” declared something on \(last.inWords), after the last day given, \(left.inWords).",
                remedy: "Correct the last day.")
        }
        file.left = left
        for place in file.posts.indices where file.posts[place].organisation == nil {
            file.posts[place].until = min(file.posts[place].until ?? left, max(left, file.posts[place].from))
        }
        for place in file.decisionMaking.indices {
            let span = file.decisionMaking[place]
            file.decisionMaking[place].until = min(span.until ?? left, max(left, span.from))
        }
        var book = before.book
        book.people[person] = file
        return book
    }
}
