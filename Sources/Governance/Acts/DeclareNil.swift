public import Vocabulary

/// Records somebody's word that they have nothing to declare.
///
/// Refused: while an interest of theirs stands on that day (`interest-stands`), on a day to come, before the
/// person's first day or after the last.
public struct DeclareNil: GovernanceAct {
    public static let name = "declareNil"

    public var person: Slug
    public var declaredOn: Day

    public init(person: Slug, declaredOn: Day) {
        self.person = person
        self.declaredOn = declaredOn
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        try refuseFuture(declaredOn, "The day of the nil declaration", at: moment)
        try file.requireKnown(on: declaredOn, "The day of the nil declaration")
        let standing = file.interests(on: declaredOn)
        guard standing.isEmpty else {
            throw Refusal(
                .rule, code: "interest-stands",
                "“\(person)” has declared \(named(standing.map(\.id))), which \(standing.count == 1 ? "stands" : "stand").",
                remedy: "End what is over first, or review the register instead.")
        }
        file.nilDeclarations.append(NilDeclaration(declaredOn: declaredOn))
        var book = before.book
        book.people[person] = file
        return book
    }
}
