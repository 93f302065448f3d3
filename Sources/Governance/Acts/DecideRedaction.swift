public import Vocabulary

/// Decides whether the details of an entry, a declaration or a gift, are withheld from publication.
///
/// Refused: by the person themselves or somebody tied to them (`own-approval`, `approver-tied`), where
/// nothing was asked or it is decided (`no-redaction-asked`), before it was asked (`before-asked`), on a day
/// to come (`day-in-future`).
public struct DecideRedaction: GovernanceAct {
    public static let name = "decideRedaction"

    public var person: Slug
    public var declaration: Slug?
    public var gift: Slug?
    public var decidedBy: Slug
    public var on: Day
    public var isGranted: Bool

    public init(
        person: Slug, declaration: Slug? = nil, gift: Slug? = nil, decidedBy: Slug, on: Day, isGranted: Bool
    ) {
        self.person = person
        self.declaration = declaration
        self.gift = gift
        self.decidedBy = decidedBy
        self.on = on
        self.isGranted = isGranted
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        let entry = try file.withholding(declaration: declaration, gift: gift, to: "decide whether it is withheld")
        guard var redaction = file[keyPath: entry.wishes].last, redaction.isGranted == nil else {
            throw Refusal(
                .rule, code: "no-redaction-asked",
                "Nothing is undecided about withholding “\(entry.id)”.", remedy: "Have it asked first.")
        }
        try refuseFuture(on, "The day of the decision", at: moment)
        guard on >= redaction.askedOn else {
            throw Refusal(
                .input, code: "before-asked",
                "It was asked on \(redaction.askedOn.inWords), after the day of the decision, \(on.inWords).",
                remedy: "Correct the day.")
        }
        try before.book.requireIndependent(decidedBy, of: file, on: on, to: "decide what is withheld")
        redaction.decidedBy = decidedBy
        redaction.decidedOn = on
        redaction.isGranted = isGranted
        file[keyPath: entry.wishes][file[keyPath: entry.wishes].count - 1] = redaction
        var book = before.book
        book.people[person] = file
        return book
    }
}
