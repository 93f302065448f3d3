public import Vocabulary

/// Records that personal texts of the register were disposed of because their retention is over; Store then
/// blanks them.
///
/// The entries stay, in that state, and the journal, which holds digests, still verifies. Texts are named by
/// their digests, those of an entry together: `FindEndedRetention` lists them. Refused: none named
/// (`nothing-named`), one named twice (`text-twice`), one that is no text of this person (`no-such-text`),
/// one whose entry is still to be kept, with its last day (`retention-runs`), some of an entry without the
/// rest (`texts-incomplete`).
public struct DisposeOfRegisterTexts: GovernanceAct {
    public static let name = "disposeOfRegisterTexts"

    public var person: Slug
    public var texts: [Personal]

    public init(person: Slug, texts: [Personal]) {
        self.person = person
        self.texts = texts
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        guard !texts.isEmpty else { throw Refusal(.usage, code: "nothing-named", "No personal text is named.") }
        if let text = twice(texts) {
            throw Refusal(
                .input, code: "text-twice", "The text \(text.digest.short)… is named twice.", remedy: "Name it once.")
        }
        let entries = try FindEndedRetention(rulebook: before.rulebook).entries(of: before.book, on: moment.day)
        for text in texts {
            let holding = entries.filter { $0.texts.contains(text) }
            guard holding.contains(where: { $0.person == person }) else {
                throw Refusal(
                    .usage, code: "no-such-text",
                    "The text \(text.digest.short)… is none of “\(person)” that is still held.")
            }
            if let kept = holding.first(where: { !$0.hasEnded(by: moment.day) }) {
                throw Refusal(
                    .rule, code: "retention-runs",
                    "The text \(text.digest.short)… belongs to \(kept.inWords), which is kept"
                        + (kept.keepUntil.map { " until \($0.inWords)." } ?? " while it stands."),
                    remedy: kept.keepUntil.map { "Dispose of it from \($0.adding(days: 1).inWords) on." })
            }
        }
        let named = Set(texts)
        for entry in entries where entry.person == person && !named.isDisjoint(with: entry.texts) {
            let stillNeeded = Set(entries.filter { !$0.hasEnded(by: moment.day) }.flatMap(\.texts))
            let left = Set(entry.texts).subtracting(named).subtracting(stillNeeded)
            guard left.isEmpty else {
                throw Refusal(
                    .input, code: "texts-incomplete",
                    "\(counted(left.count, "text", "texts")) of \(entry.inWords) would be left behind.",
                    remedy: "Name all texts of an entry together.")
            }
            file.disposeOf(entry.what, on: moment.day)
        }
        var book = before.book
        book.people[person] = file
        return book
    }
}
