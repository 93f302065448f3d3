import Rulebook
public import Vocabulary

/// Takes an item of the agenda, or takes it up again after it stopped.
///
/// For an item to be decided every interest of those who are there has to be handled first, whoever chairs it has none
/// in it, and the quorum is judged without those who are left out. Where no committee is quorate the item stops: what
/// may be done then stands beside it.
public struct TakeItem: MeetingEvent {
    public static let name = "takeItem"
    public static let doing = "take an item"

    public var meeting: Slug
    public var item: Slug
    public var at: Moment?

    public init(meeting: Slug, item: Slug, at: Moment? = nil) {
        self.meeting = meeting
        self.item = item
        self.at = at
    }

    /// - Throws: `no-such-item`, `item-…`, `item-before` while another is not settled, `interest-unhandled`,
    ///   `chair-absent`,
    ///   `chair-conflicted`, `still-stopped` where it stopped and is not quorate yet.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        let agendaItem = try meeting.requireItem(item)
        let place = try meeting.requireProceeding(item, in: [.waiting, .stopped], to: "take it")
        if let other = meeting.itemBefore, other != item {
            throw Refusal(
                .rule, code: "item-before", "The item “\(other)” is before the meeting and not settled.",
                remedy: "Close it, defer it or refer it first.")
        }
        var isStopped = false
        if agendaItem.purpose == .decide {
            try meeting.requireHandled(item, before)
            try meeting.requireChairs(item, before)
            isStopped = try meeting.judgeQuorum(item, within: .discussion, book: before.book, at: moment).isEmpty
        }
        if isStopped, meeting.proceedings[place].state == .stopped {
            let finding = meeting.proceedings[place].findings.last
            throw Refusal(
                .rule, code: "still-stopped",
                "The item “\(item)” is still not quorate: \((finding?.missing ?? []).joined(separator: ", ")) needed.",
                remedy: "Ways out: \((finding?.waysOut ?? []).joined(separator: "; ")).")
        }
        meeting.proceedings[place].state = isStopped ? .stopped : .taken
        if meeting.proceedings[place].takenAt == nil { meeting.proceedings[place].takenAt = moment }
    }
}

extension Meeting {
    /// - Throws: `chair-absent`, `chair-conflicted`.
    func requireChairs(_ item: Slug, _ before: GovernanceBefore) throws(Refusal) {
        for committee in committees {
            guard let chair = chair(of: committee, item: item), isPresent(chair) else {
                throw Refusal(
                    .rule, code: "chair-absent", "Whoever chairs “\(committee)” is not at the meeting.",
                    remedy: "Hand the chair over to the vice-chair, or to a member chosen by those present.")
            }
            try refuseConflicted(chair, item: item, before)
        }
    }

    /// - Throws: `interest-unhandled`, naming each interest that nobody has decided about.
    func requireHandled(_ item: Slug, _ before: GovernanceBefore) throws(Refusal) {
        let open = try ProposeHandling.unhandled(item, in: self, book: before.book, rulebook: before.rulebook)
        guard open.isEmpty else {
            throw Refusal(
                .rule, code: "interest-unhandled",
                "Nobody has decided yet how these are handled for “\(item)”: "
                    + open.map { "\($0.why) (proposed: \($0.option.inWords))" }.joined(separator: "; ") + ".",
                remedy: "Let the chair decide about each; an interest of the chair's own is for the vice-chair.")
        }
    }
}
