public import Vocabulary

/// Records the wish that the details of an entry be withheld from publication; they are withheld until it is
/// decided.
///
/// The entry is a declaration or a gift: one of the two is named. The published register says that details are withheld; it never drops the entry. Refused: while a wish is
/// undecided or granted (`redaction-asked`), before the declaration (`before-declared`), on a day to come
/// (`day-in-future`).
public struct AskForRedaction: GovernanceAct {
    public static let name = "askForRedaction"

    public var person: Slug
    public var declaration: Slug?
    public var gift: Slug?
    /// Why publication would harm; kept apart.
    public var reason: Personal
    public var askedOn: Day

    public init(person: Slug, declaration: Slug? = nil, gift: Slug? = nil, reason: Personal, askedOn: Day) {
        self.person = person
        self.declaration = declaration
        self.gift = gift
        self.reason = reason
        self.askedOn = askedOn
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        let entry = try file.withholding(declaration: declaration, gift: gift, to: "ask that it be withheld")
        try refuseFuture(askedOn, "The day on which it was asked", at: moment)
        guard askedOn >= entry.declaredOn else {
            throw Refusal(
                .input, code: "before-declared",
                "“\(entry.id)” was declared on \(entry.declaredOn.inWords), after it was asked to withhold it.",
                remedy: "Correct the day.")
        }
        if let last = file[keyPath: entry.wishes].last, last.isGranted != false {
            throw Refusal(
                .rule, code: "redaction-asked",
                last.isGranted == true
                    ? "The details of “\(entry.id)” are withheld already."
                    : "It was asked already that “\(entry.id)” be withheld, and is not decided.",
                remedy: last.isGranted == true ? nil : "Have it decided.")
        }
        file[keyPath: entry.wishes].append(Redaction(askedOn: askedOn, reason: reason))
        var book = before.book
        book.people[person] = file
        return book
    }
}
