public import Vocabulary

/// Puts an interest that somebody declared in the register.
///
/// Declaring late is not refused: it is recorded, and `FindLateDeclarations` shows it. Refused: days to come
/// for when it was declared or arose (`day-in-future`); declared before the person's first day or after the
/// last (`before-person`, `person-left`); an end before the start (`ends-before-start`); aware after declared
/// (`aware-after-declared`); an indirect interest without the kind that the other person holds or with
/// `indirect` as that kind (`underlying-missing`), or without the relationship (`relationship-missing`);
/// these two on an interest that is not indirect (`not-indirect`); a short name that is taken
/// (`declaration-exists`); a negative value (`value-negative`); what is only done later
/// (`declaration-has-history`).
public struct EnterDeclaration: GovernanceAct {
    public static let name = "enterDeclaration"

    public var person: Slug
    public var declaration: Declaration

    public init(person: Slug, declaration: Declaration) {
        self.person = person
        self.declaration = declaration
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        try file.requireEnterable(declaration, at: moment)
        file.declarations.append(declaration)
        var book = before.book
        book.people[person] = file
        return book
    }
}
