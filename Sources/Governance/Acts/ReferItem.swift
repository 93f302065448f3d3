public import Vocabulary

/// Refers an item to another committee or body: a way out where the quorum is lost, or the matter is not its own.
public struct ReferItem: MeetingEvent {
    public static let name = "referItem"
    public static let doing = "refer an item"

    public var meeting: Slug
    public var item: Slug
    /// Nil: for each committee that has not decided.
    public var committee: Slug?
    /// The committee or body, in words: `the board of NHS Wexbourne ICB`.
    public var to: String
    public var reason: String
    public var at: Moment?

    public init(
        meeting: Slug, item: Slug, committee: Slug? = nil, to: String, reason: String, at: Moment? = nil
    ) {
        self.meeting = meeting
        self.item = item
        self.committee = committee
        self.to = to
        self.reason = reason
        self.at = at
    }

    /// - Throws: as `DeferItem`, and `text-missing` where it is not said to whom.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try refuseBlank(reason: reason, for: "referring the item “\(item)”")
        try refuseBlank(to, "The committee or body to which the item “\(item)” is referred")
        try meeting.settle(item, committee: committee, as: .referred, note: "to \(to): \(reason)", at: moment)
    }
}
