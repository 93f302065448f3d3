public import Vocabulary

/// Puts an item on the agenda of a meeting.
public struct PutOnAgenda: MeetingAct {
    public static let name = "putOnAgenda"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]
    public static let doing = "put an item on its agenda"

    public var meeting: Slug
    public var item: AgendaItem
    /// Needed once the papers are out.
    public var reasonForLate: String?

    public init(meeting: Slug, item: AgendaItem, reasonForLate: String? = nil) {
        self.meeting = meeting
        self.item = item
        self.reasonForLate = reasonForLate
    }

    /// - Throws: `item-exists`, `text-missing`, `no-matter` for a decision without one, `no-reason` for a late item,
    ///   `amount-negative`, `gate-without-document`, `minutes-of`, `decision-unknown`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        guard meeting.item(item.id) == nil else {
            throw Refusal(
                .usage, code: "item-exists", "The item “\(item.id)” is on the agenda already.",
                remedy: "Give this one a short name of its own, or withdraw the other.")
        }
        try refuseBlank(item.title, "The title of the item “\(item.id)”")
        if meeting.state != .planned {
            try refuseBlank(reason: reasonForLate, for: "putting “\(item.id)” on the agenda after the papers went out")
        }
        if item.purpose == .decide, item.matter == nil {
            throw Refusal(
                .input, code: "no-matter", "The item “\(item.id)” is for decision and names no matter.",
                remedy: "Name the matter as the terms of reference have it, such as primary-dental-services.")
        }
        if let amount = item.amount, amount < .zero {
            throw Refusal(
                .input, code: "amount-negative", "The amount of “\(item.id)” is \(amount), below nought.",
                remedy: "Give what the decision would commit; what it frees is said in the paper.")
        }
        for gate in item.gates { try check(gate, before.book) }
        try checkSubject(before.book, meeting)
        meeting.agenda.append(item)
        meeting.proceedings.append(Proceeding(item: item.id))
    }

    private func check(_ gate: AgendaItem.Gate, _ book: GovernanceBook) throws(Refusal) {
        let isExcused = gate.kind == .publicInvolvement && gate.reasonForNone != nil
        guard gate.document != nil || isExcused else {
            throw Refusal(
                .input, code: "gate-without-document", "“\(gate.title)” of “\(item.id)” has no document.",
                remedy: "Give its digest; for public involvement a reason why there is none is enough.")
        }
        for person in gate.seenBy { _ = try book.requirePerson(person) }
    }

    private func checkSubject(_ book: GovernanceBook, _ meeting: Meeting) throws(Refusal) {
        switch item.subject {
        case .minutes(let id):
            let other = try book.requireMeeting(id)
            guard id != meeting.id, item.purpose == .approveMinutes else {
                throw Refusal(
                    .input, code: "minutes-of", "The item “\(item.id)” cannot approve the minutes of “\(id)”.",
                    remedy: "Its purpose is approveMinutes, and the meeting is an earlier one.")
            }
            guard other.committees.contains(where: meeting.committees.contains) else {
                throw Refusal(
                    .rule, code: "minutes-of", "“\(id)” was a meeting of other committees.",
                    remedy: "Its minutes are approved where one of its committees meets.")
            }
        case .decisions(let ids):
            if let unknown = ids.first(where: { book.decisions[$0] == nil }) {
                throw Refusal(
                    .usage, code: "decision-unknown", "No decision “\(unknown)” was made outside a meeting.",
                    remedy: "Record the urgent action or the officer's decision first.")
            }
        default:
            guard item.purpose != .approveMinutes else {
                throw Refusal(
                    .input, code: "minutes-of", "The item “\(item.id)” does not say whose minutes it approves.",
                    remedy: "Give as its subject {minutes: …} with the earlier meeting.")
            }
        }
    }
}
