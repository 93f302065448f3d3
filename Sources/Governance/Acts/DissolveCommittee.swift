public import Vocabulary

/// Ends a committee, and says which committees take its place; what it decided is found under them from then on.
///
/// Refused: a committee that is dissolved already, a last day before it was formed, a successor that does not exist on
/// the day after (`successor-missing`), is the committee itself or is succeeded by it (`successor-circle`), a meeting
/// planned for a later day (`meetings-to-come`).
public struct DissolveCommittee: GovernanceAct {
    public static let name = "dissolveCommittee"

    public var committee: Slug
    public var lastDay: Day
    public var successors: [Slug]

    public init(committee: Slug, lastDay: Day, successors: [Slug] = []) {
        self.committee = committee
        self.lastDay = lastDay
        self.successors = successors
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            committee: try container.decode(Slug.self, forKey: .committee),
            lastDay: try container.decode(Day.self, forKey: .lastDay),
            successors: try container.decodeIfPresent([Slug].self, forKey: .successors) ?? [])
    }

    public var record: RecordName { RecordName(.committee, committee) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        var committee = try book.requireCommittee(committee)
        if let earlier = committee.dissolvedOn {
            throw Refusal(
                .rule, code: "committee-dissolved",
                "The last day of “\(committee.id)” was \(earlier.inWords) already.", remedy: "Nothing is to be done.")
        }
        try committee.requireExists(on: lastDay, "The last day of “\(committee.id)”")
        for id in successors {
            let successor = try book.requireCommittee(id)
            guard id != committee.id, !FollowCommittees.predecessors(of: committee.id, in: book).contains(id) else {
                throw Refusal(
                    .rule, code: "successor-circle", "“\(id)” cannot take the place of “\(committee.id)”.",
                    remedy: "Name the committee that goes on.")
            }
            guard successor.exists(on: lastDay.adding(days: 1)) else {
                throw Refusal(
                    .rule, code: "successor-missing",
                    "“\(id)” does not exist on \(lastDay.adding(days: 1).inWords), the day after.",
                    remedy: "Form it from that day or earlier, or correct the last day.")
            }
        }
        let meetings = book.meetings.values.filter { meeting in
            meeting.committees.contains(committee.id) && meeting.state != .cancelled
                && meeting.startsAt.inLondon.day > lastDay
        }
        guard meetings.isEmpty else {
            throw Refusal(
                .rule, code: "meetings-to-come",
                "“\(committee.id)” has meetings after \(lastDay.inWords): \(named(meetings.map(\.id).sorted())).",
                remedy: "Cancel those to come, or correct the last day.")
        }
        committee.dissolvedOn = lastDay
        committee.successors = successors
        book.committees[committee.id] = committee
        return book
    }
}
