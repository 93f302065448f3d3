public import Vocabulary

/// Puts a declaration in the place of an earlier one that was wrong or has changed; both stay.
///
/// Refused: an earlier one that is superseded already or whose texts are gone (`declaration-superseded`,
/// `texts-disposed`), a new one declared before the earlier (`supersedes-later`), and what `EnterDeclaration`
/// refuses.
public struct SupersedeDeclaration: GovernanceAct {
    public static let name = "supersedeDeclaration"

    public var person: Slug
    /// The declaration that no longer stands.
    public var superseded: Slug
    /// The one that takes its place.
    public var declaration: Declaration

    public init(person: Slug, superseded: Slug, declaration: Declaration) {
        self.person = person
        self.superseded = superseded
        self.declaration = declaration
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        let place = try file.requireStanding(superseded, to: "put another in its place")
        try file.requireEnterable(declaration, at: moment)
        let earlier = file.declarations[place].declaredOn
        guard declaration.declaredOn >= earlier else {
            throw Refusal(
                .input, code: "supersedes-later",
                "“\(declaration.id)” was declared on \(declaration.declaredOn.inWords), before “\(superseded)”, which was "
                    + "declared on \(earlier.inWords).",
                remedy: "Correct the day of the declaration.")
        }
        file.declarations[place].supersededBy = declaration.id
        file.declarations[place].supersededOn = declaration.declaredOn
        file.declarations.append(declaration)
        var book = before.book
        book.people[person] = file
        return book
    }
}
