public import Vocabulary

/// Puts an item off to a later meeting: a way out where the quorum is lost, or because there was no time.
public struct DeferItem: MeetingEvent {
    public static let name = "deferItem"
    public static let doing = "defer an item"

    public var meeting: Slug
    public var item: Slug
    /// Nil: for each committee that has not decided.
    public var committee: Slug?
    /// The meeting to which it goes, where that is planned.
    public var to: Slug?
    public var reason: String
    public var at: Moment?

    public init(
        meeting: Slug, item: Slug, committee: Slug? = nil, to: Slug? = nil, reason: String, at: Moment? = nil
    ) {
        self.meeting = meeting
        self.item = item
        self.committee = committee
        self.to = to
        self.reason = reason
        self.at = at
    }

    /// - Throws: `no-reason`, `no-such-item`, `item-…`, `vote-open`, `no-such-meeting`, `not-its-committee`,
    ///   `outcome-stands` where the committee has decided already.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try refuseBlank(reason: reason, for: "deferring the item “\(item)”")
        if let to { _ = try before.book.requireMeeting(to) }
        try meeting.settle(
            item, committee: committee, as: .deferred, note: to.map { "to \($0): \(reason)" } ?? reason, at: moment)
    }
}

extension Meeting {
    /// Ends an item without a decision for the committees that have made none, and closes it where all then have ended.
    mutating func settle(
        _ item: Slug, committee: Slug?, as kind: Proceeding.Outcome.Kind, note: String?, at moment: Moment
    ) throws(Refusal) {
        let place = try requireProceeding(item, in: [.waiting, .taken, .stopped], to: "settle it")
        try requireNoOpenMotion(on: item, to: "settle the item")
        if let committee {
            try requireCommittee(committee)
            guard !proceedings[place].outcomes.contains(where: { $0.committee == committee }) else {
                throw Refusal(
                    .rule, code: "outcome-stands", "“\(committee)” has settled the item “\(item)” already.",
                    remedy: "Nothing decided is overwritten; put it on a later agenda.")
            }
        }
        let settled = Set(proceedings[place].outcomes.map(\.committee))
        for id in committees where !settled.contains(id) && (committee == nil || committee == id) {
            proceedings[place].outcomes.append(
                Proceeding.Outcome(committee: id, kind: kind, resolution: nil, note: note, at: moment))
        }
        closeIfSettled(place, at: moment)
    }

    mutating func closeIfSettled(_ place: Int, at moment: Moment) {
        let settled = Set(proceedings[place].outcomes.map(\.committee))
        guard committees.allSatisfy(settled.contains) else { return }
        proceedings[place].state = .closed
        proceedings[place].closedAt = moment
    }
}
