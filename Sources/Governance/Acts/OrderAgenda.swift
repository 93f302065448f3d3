public import Vocabulary

/// Puts the items of an agenda that wait in another order; those that were reached or withdrawn keep their places.
public struct OrderAgenda: MeetingAct {
    public static let name = "orderAgenda"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]
    public static let doing = "put its agenda in another order"

    public var meeting: Slug
    /// Every item that waits, in the order in which they are to be taken.
    public var items: [Slug]
    /// Needed once the papers are out.
    public var reason: String?

    public init(meeting: Slug, items: [Slug], reason: String? = nil) {
        self.meeting = meeting
        self.items = items
        self.reason = reason
    }

    /// - Throws: `no-such-item`, `item-…` where one was taken already, `item-twice`, `item-left-out`, `no-reason` once the
    ///   papers are out.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        for item in items { _ = try meeting.requireProceeding(item, in: [.waiting], to: "put it in another place") }
        if let twice = twice(items) {
            throw Refusal(.input, code: "item-twice", "“\(twice)” is named twice.", remedy: "Name each item once.")
        }
        let places = meeting.agenda.indices.filter {
            meeting.proceeding(meeting.agenda[$0].id)?.state == .waiting
        }
        if let left = places.map({ meeting.agenda[$0].id }).first(where: { !items.contains($0) }) {
            throw Refusal(
                .input, code: "item-left-out", "“\(left)” waits too, and is given no place.",
                remedy: "Name every item that waits.")
        }
        if meeting.state != .planned {
            try refuseBlank(reason: reason, for: "putting the agenda in another order after the papers went out")
        }
        let (agenda, proceedings) = (meeting.agenda, meeting.proceedings)
        for (place, id) in zip(places, items) {
            guard let item = agenda.first(where: { $0.id == id }),
                let proceeding = proceedings.first(where: { $0.item == id })
            else { continue }
            meeting.agenda[place] = item
            meeting.proceedings[place] = proceeding
        }
    }
}
