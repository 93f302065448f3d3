public import Vocabulary

/// Records that somebody failed to keep the rules on interests.
///
/// Refused: looked into by the person themselves or somebody tied to them (`own-approval`, `approver-tied`),
/// a day to come, a short name that is taken (`breach-exists`), a meeting or item that does not exist
/// (`no-such-meeting`, `no-such-item`), an item without its meeting (`meeting-missing`), and what is only
/// said when it is settled (`breach-has-history`).
public struct RecordBreach: GovernanceAct {
    public static let name = "recordBreach"

    public var person: Slug
    public var breach: Breach

    public init(person: Slug, breach: Breach) {
        self.person = person
        self.breach = breach
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        guard !file.breaches.contains(where: { $0.id == breach.id }) else {
            throw Refusal(
                .rule, code: "breach-exists", "A breach “\(breach.id)” of “\(person)” is on the record already.",
                remedy: "Give this one another short name.")
        }
        guard breach.effect == nil, breach.sanction == nil, breach.lesson == nil, breach.publishedText == nil,
            breach.settledOn == nil, breach.disposedOn == nil
        else {
            throw Refusal(
                .input, code: "breach-has-history", "The breach “\(breach.id)” comes with how it was settled.",
                remedy: "Record it first, and settle it by its own act.")
        }
        try refuseFuture(breach.foundOn, "The day on which the breach was found", at: moment)
        guard breach.foundOn >= file.knownFrom else {
            throw Refusal(
                .input, code: "before-person",
                "The breach was found on \(breach.foundOn.inWords); “\(person)” is known from "
                    + "\(file.knownFrom.inWords) only.",
                remedy: "Correct the day.")
        }
        try before.book.requireIndependent(
            breach.dealtWithBy, of: file, on: breach.foundOn, to: "look into a breach")
        try before.book.requireItem(breach.item, of: breach.meeting)
        file.breaches.append(breach)
        var book = before.book
        book.people[person] = file
        return book
    }
}
