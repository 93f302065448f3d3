public import Vocabulary

/// Records what was decided about a breach, and about the decision that it touched.
///
/// A decision that is to be taken again is settled once more when it has been. Refused: a breach that is
/// settled (`breach-settled`), no text to be published (`text-missing`) or one that names the person's short
/// name (`names-person`), an effect on a decision without the meeting and item (`decision-missing`), the
/// meeting or item given where no decision was touched (`decision-touched`), a day to come or before it was
/// found (`before-found`).
public struct SettleBreach: GovernanceAct {
    public static let name = "settleBreach"

    public var person: Slug
    public var breach: Slug
    public var on: Day
    /// What was decided about the decision that it touched.
    public var effect: Breach.Effect
    /// The meeting whose decision it touched, where that was not recorded before.
    public var meeting: Slug?
    public var item: Slug?
    public var sanction: String?
    public var lesson: String?
    /// What is published of it, without a name.
    public var publishedText: String

    public init(
        person: Slug, breach: Slug, on: Day, effect: Breach.Effect, meeting: Slug? = nil, item: Slug? = nil,
        sanction: String? = nil, lesson: String? = nil, publishedText: String
    ) {
        self.person = person
        self.breach = breach
        self.on = on
        self.effect = effect
        self.meeting = meeting
        self.item = item
        self.sanction = sanction
        self.lesson = lesson
        self.publishedText = publishedText
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        guard let place = file.breaches.firstIndex(where: { $0.id == breach }) else {
            throw Refusal(
                .usage, code: "no-such-breach", "There is no breach “\(breach)” of “\(person)”.",
                remedy: "Record it first.")
        }
        var settled = file.breaches[place]
        guard settled.effect == nil || (settled.effect == .toBeRetaken && effect != .toBeRetaken) else {
            throw Refusal(
                .rule, code: "breach-settled",
                "The breach “\(breach)” was settled on \(settled.settledOn?.inWords ?? "an earlier day").",
                remedy: "What was settled stays; only a decision that was to be retaken is settled again.")
        }
        try refuseFuture(on, "The day on which it was settled", at: moment)
        guard on >= settled.settledOn ?? settled.foundOn else {
            throw Refusal(
                .input, code: "before-found",
                "The breach was \(settled.settledOn == nil ? "found" : "last settled") on "
                    + "\((settled.settledOn ?? settled.foundOn).inWords), after \(on.inWords).",
                remedy: "Correct the day.")
        }
        try refuseBlank(publishedText, "What is published of the breach")
        guard !" \(publishedText.titleKey) ".contains(" \(person.description.titleKey) ") else {
            throw Refusal(
                .input, code: "names-person", "What is to be published of the breach names “\(person)”.",
                remedy: "Say what happened without the person.")
        }
        settled.meeting = meeting ?? settled.meeting
        settled.item = item ?? settled.item
        try before.book.requireItem(settled.item, of: settled.meeting)
        guard effect == .noneTouched || settled.item != nil else {
            throw Refusal(
                .input, code: "decision-missing",
                "It is not said which decision the breach “\(breach)” touched.",
                remedy: "Name the meeting and the item, or give the effect `noneTouched`.")
        }
        guard effect != .noneTouched || settled.item == nil else {
            throw Refusal(
                .input, code: "decision-touched",
                "The breach “\(breach)” names the item “\(settled.item!)”, and its effect says that it touched none.",
                remedy: "Say what was decided about that decision: stands, retaken or toBeRetaken.")
        }
        settled.effect = effect
        settled.sanction = sanction ?? settled.sanction
        settled.lesson = lesson ?? settled.lesson
        settled.publishedText = publishedText
        settled.settledOn = on
        file.breaches[place] = settled
        var book = before.book
        book.people[person] = file
        return book
    }
}
