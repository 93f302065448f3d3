public import Vocabulary

/// Records the wish that the details of an entry be withheld from publication; they are withheld until it is
/// decided.
///
/// The published register says that details are withheld; it never drops the entry. Refused: while a wish is
/// undecided or granted (`redaction-asked`), before the declaration (`before-declared`), on a day to come
/// (`day-in-future`).
public struct AskForRedaction: GovernanceAct {
    public static let name = "askForRedaction"

    public var person: Slug
    public var declaration: Slug
    /// Why publication would harm; kept apart.
    public var reason: Personal
    public var askedOn: Day

    public init(person: Slug, declaration: Slug, reason: Personal, askedOn: Day) {
        self.person = person
        self.declaration = declaration
        self.reason = reason
        self.askedOn = askedOn
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        let place = try file.requireStanding(declaration, to: "ask that it be withheld")
        let standing = file.declarations[place]
        try refuseFuture(askedOn, "The day on which it was asked", at: moment)
        guard askedOn >= standing.declaredOn else {
            throw Refusal(
                .input, code: "before-declared",
                "“\(declaration)” was declared on \(standing.declaredOn.inWords), after it was asked to withhold it.",
                remedy: "Correct the day.")
        }
        guard !standing.isWithheld else {
            throw Refusal(
                .rule, code: "redaction-asked",
                standing.redaction?.isGranted == true
                    ? "The details of “\(declaration)” are withheld already."
                    : "It was asked already that “\(declaration)” be withheld, and is not decided.",
                remedy: standing.redaction?.isGranted == true ? nil : "Have it decided.")
        }
        file.declarations[place].redactions.append(Declaration.Redaction(askedOn: askedOn, reason: reason))
        var book = before.book
        book.people[person] = file
        return book
    }
}
