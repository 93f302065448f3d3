import Vocabulary

extension AgendaItem {
    /// What holds of an item however it came onto the agenda.
    ///
    /// - Throws: `text-missing`, `no-matter` for a decision without one, `amount-negative`, `minutes-unlikely`,
    ///   `gate-without-document`, `minutes-of`, `decision-unknown`, `no-such-person`.
    func check(in meeting: Meeting, _ book: GovernanceBook) throws(Refusal) {
        try refuseBlank(title, "The title of the item “\(id)”")
        if purpose == .decide, matter == nil {
            throw Refusal(
                .input, code: "no-matter", "The item “\(id)” is for decision and names no matter.",
                remedy: "Name the matter as the terms of reference have it, such as primary-dental-services.")
        }
        if let amount, amount < .zero {
            throw Refusal(
                .input, code: "amount-negative", "The amount of “\(id)” is \(amount), below nought.",
                remedy: "Give what the decision would commit; what it frees is said in the paper.")
        }
        if let minutes, !AgendaItem.likelyMinutes.contains(minutes) {
            throw Refusal(
                .input, code: "minutes-unlikely", "“\(id)” is given \(minutes) minutes.",
                remedy: "Give whole minutes within a day, or leave the time open.")
        }
        if let reporter { _ = try book.requirePerson(reporter) }
        for gate in gates { try check(gate, book) }
        try checkSubject(meeting, book)
    }

    private func check(_ gate: Gate, _ book: GovernanceBook) throws(Refusal) {
        let isExcused = gate.kind == .publicInvolvement && gate.reasonForNone != nil
        guard gate.document != nil || isExcused else {
            throw Refusal(
                .input, code: "gate-without-document", "“\(gate.title)” of “\(id)” has no document.",
                remedy: "Give its digest; for public involvement a reason why there is none is enough.")
        }
        for person in gate.seenBy { _ = try book.requirePerson(person) }
    }

    private func checkSubject(_ meeting: Meeting, _ book: GovernanceBook) throws(Refusal) {
        switch subject {
        case .minutes(let earlier):
            let other = try book.requireMeeting(earlier)
            guard earlier != meeting.id, purpose == .approveMinutes else {
                throw Refusal(
                    .input, code: "minutes-of", "The item “\(id)” cannot approve the minutes of “\(earlier)”.",
                    remedy: "Its purpose is approveMinutes, and the meeting is an earlier one.")
            }
            guard other.committees.contains(where: meeting.committees.contains) else {
                throw Refusal(
                    .rule, code: "minutes-of", "“\(earlier)” was a meeting of other committees.",
                    remedy: "Its minutes are approved where one of its committees meets.")
            }
        case .decisions(let ids):
            if let unknown = ids.first(where: { book.decisions[$0] == nil }) {
                throw Refusal(
                    .usage, code: "decision-unknown", "No decision “\(unknown)” was made outside a meeting.",
                    remedy: "Record the urgent action or the officer's decision first.")
            }
        default:
            guard purpose != .approveMinutes else {
                throw Refusal(
                    .input, code: "minutes-of", "The item “\(id)” does not say whose minutes it approves.",
                    remedy: "Give as its subject {minutes: …} with the earlier meeting.")
            }
        }
    }
}
