public import Vocabulary

/// An act on one meeting that is there.
public protocol MeetingAct: GovernanceAct {
    var meeting: Slug { get }
    /// The states of a meeting in which it may be done.
    static var states: [Meeting.State] { get }
    /// For the refusal: `put an item on its agenda`.
    static var doing: String { get }

    func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal)
}

/// Something that happened in a meeting; acts are recorded as they happen or afterwards, in order.
public protocol MeetingEvent: MeetingAct {
    /// When it happened; nil: when it is recorded.
    var at: Moment? { get }
}

extension MeetingAct {
    public var record: RecordName { RecordName(.meeting, meeting) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        var changed = try found(in: book)
        try change(&changed, from: before, at: moment)
        book.meetings[meeting] = changed
        return book
    }

    /// The meeting, in a state in which this may be done.
    func found(in book: GovernanceBook) throws(Refusal) -> Meeting {
        let meeting = try book.requireMeeting(meeting)
        guard Self.states.contains(meeting.state) else {
            throw Refusal(
                .rule, code: "meeting-\(meeting.state.code)",
                "The meeting “\(meeting.id)” is \(meeting.state.inWords): it is not the time to \(Self.doing).",
                remedy: "This may be done while it is \(Self.states.map(\.inWords).joined(separator: " or ")).")
        }
        return meeting
    }
}

extension MeetingEvent {
    public static var states: [Meeting.State] { [.open] }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        try happened(before, at: moment)
    }

    func happened(_ before: GovernanceBefore, at moment: Moment) throws(Refusal) -> GovernanceBook {
        var book = before.book
        var changed = try found(in: book)
        let happened = at ?? moment
        guard happened <= moment else {
            throw Refusal(
                .input, code: "moment-in-future", "\(happened) is still to come.",
                remedy: "Give the time at which it happened.")
        }
        if changed.state == .open, let last = changed.lastAt, happened < last {
            throw Refusal(
                .input, code: "out-of-order",
                "\(happened) is before the last thing recorded of “\(meeting)”, at \(last).",
                remedy: "Record what happened in the order in which it happened.")
        }
        try change(&changed, from: before, at: happened)
        try changed.noteClinicalVoice(book: before.book, at: happened)
        if changed.state == .open || changed.state == .closed { changed.lastAt = happened }
        book.meetings[meeting] = changed
        return book
    }
}

extension Meeting.State {
    /// For reading: `papers out`.
    public var inWords: String { self == .papersOut ? "planned with its papers out" : rawValue }
    fileprivate var code: String { self == .papersOut ? "papers-out" : rawValue }
}

extension GovernanceBook {
    func requireMeeting(_ id: Slug) throws(Refusal) -> Meeting {
        guard let meeting = meetings[id] else {
            throw Refusal(
                .usage, code: "no-such-meeting", "There is no meeting “\(id)”.",
                remedy: "Plan it first, or look at the list of meetings.")
        }
        return meeting
    }
}

extension Meeting {
    @discardableResult func requireItem(_ id: Slug) throws(Refusal) -> AgendaItem {
        guard let item = item(id) else {
            throw Refusal(
                .usage, code: "no-such-item", "There is no item “\(id)” on the agenda of “\(self.id)”.",
                remedy: agenda.isEmpty ? "Put it on the agenda first." : "The items are \(named(agenda.map(\.id))).")
        }
        return item
    }

    /// The place of the item among the proceedings, in one of the states.
    func requireProceeding(
        _ item: Slug, in states: [Proceeding.State], to doing: String
    ) throws(Refusal) -> Int {
        try requireItem(item)
        guard let place = proceedings.firstIndex(where: { $0.item == item }),
            states.contains(proceedings[place].state)
        else {
            let state = proceeding(item)?.state ?? .withdrawn
            throw Refusal(
                .rule, code: "item-\(state.rawValue)",
                "The item “\(item)” is \(state.rawValue): it is not the time to \(doing).",
                remedy: "This may be done while it is \(states.map(\.rawValue).joined(separator: " or ")).")
        }
        return place
    }

    func requireParts(_ parts: [Slug], of item: AgendaItem) throws(Refusal) {
        let known = item.parts
        if let unknown = parts.first(where: { !known.contains($0) }) {
            throw Refusal(
                .usage, code: "no-such-part", "The item “\(item.id)” has no part “\(unknown)”.",
                remedy: known.isEmpty
                    ? "Nothing that it touches and no paper names a part; leave the parts out."
                    : "Its parts are \(named(known)).")
        }
        if let twice = twice(parts) {
            throw Refusal(
                .input, code: "part-twice", "The part “\(twice)” is named twice.", remedy: "Name it once.")
        }
    }

    func requireCommittee(_ id: Slug) throws(Refusal) {
        guard committees.contains(id) else {
            throw Refusal(
                .usage, code: "not-its-committee", "“\(id)” does not meet in “\(self.id)”.",
                remedy: "It is a meeting of \(named(committees)).")
        }
    }
}
