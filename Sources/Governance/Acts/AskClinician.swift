public import Vocabulary

/// Records that a clinician without a known interest was asked to join for an item or to advise on it, and the answer.
///
/// The answer may come with it or later, by the same act again. Whoever comes joins with `CoOptMember`, a member of the
/// committee by coming.
public struct AskClinician: MeetingEvent {
    public static let name = "askClinician"
    public static let doing = "ask a clinician"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]

    public var meeting: Slug
    public var item: Slug
    public var person: Slug
    /// Who asked: the chair, or an officer of the body.
    public var by: Slug
    /// `comes`, `advises` or `declines`; nil while there is no answer.
    public var answer: ClinicianAsked.Answer?
    /// Needed where the answer is advice: what it was.
    public var note: String?
    public var at: Moment?

    public init(
        meeting: Slug, item: Slug, person: Slug, by: Slug, answer: ClinicianAsked.Answer? = nil, note: String? = nil,
        at: Moment? = nil
    ) {
        self.meeting = meeting
        self.item = item
        self.person = person
        self.by = by
        self.answer = answer
        self.note = note
        self.at = at
    }

    /// - Throws: `no-such-item`, `item-…`, `person-not-known`, `own-asking`, `not-clinician`, `clinician-conflicted`,
    ///   `asked-already` where nothing is new, `text-missing` where it is not said what was advised.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        _ = try meeting.requireProceeding(item, in: [.waiting, .taken, .stopped], to: "ask somebody for it")
        try before.book.requireKnown(by, on: meeting.day)
        try before.book.requireKnown(person, on: meeting.day)
        let file = try before.book.requirePerson(person)
        guard by != person else {
            throw Refusal(
                .input, code: "own-asking", "“\(by)” is said to have asked “\(person)”.", remedy: "Say who asked.")
        }
        guard !file.clinicalPosts(on: meeting.day).isEmpty else {
            throw Refusal(
                .rule, code: "not-clinician", "“\(person)” holds no clinical post on \(meeting.day.inWords).",
                remedy: "Ask somebody who does, or enter the post in the register first.")
        }
        let bar = try ProposeClinicians.bar(
            to: file, item: item, in: meeting, book: before.book, rulebook: before.rulebook)
        if let bar {
            throw Refusal(
                .rule, code: "clinician-conflicted", "“\(person)” is not to be asked: \(bar).",
                remedy: "Ask one of those who are proposed for the item.")
        }
        if answer == .advises { try refuseBlank(note ?? "", "What “\(person)” advised") }
        let last = meeting.asked(for: item).first { $0.person == person }
        guard last.map({ answer != nil && ($0.answer != answer || $0.note != note) }) ?? true else {
            throw Refusal(
                .usage, code: "asked-already",
                "“\(person)” was asked for “\(item)” already: \(last?.answer?.inWords ?? "no answer yet").",
                remedy: "Give the answer, where there is a new one.")
        }
        meeting.asked.append(
            ClinicianAsked(item: item, person: person, by: by, answer: answer, note: note, at: moment))
    }
}
