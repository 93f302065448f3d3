public import Vocabulary

/// Ends somebody's seat on a committee; the seat stays on the record.
///
/// People leave, also where the quorum can then never be met: that is allowed, and the committee's page says so.
/// Refused: nobody of that name with an open seat (`no-such-seat`), a last day before the first (`ends-before-start`) or
/// outside the committee's.
public struct EndMembership: GovernanceAct {
    public static let name = "endMembership"

    public var committee: Slug
    public var person: Slug
    /// The last day of the seat.
    public var until: Day

    public init(committee: Slug, person: Slug, until: Day) {
        self.committee = committee
        self.person = person
        self.until = until
    }

    public var record: RecordName { RecordName(.committee, committee) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        var committee = try book.requireCommittee(committee)
        // A seat that was to end later may be ended earlier.
        let open = committee.memberships.lastIndex { seat in
            seat.person == person && (seat.until.map { $0 > until } ?? true)
        }
        guard let place = open else {
            throw Refusal(
                .usage, code: "no-such-seat",
                "“\(person)” has no seat on “\(committee.id)” that lasts beyond \(until.inWords).",
                remedy: "The committee’s members, with their days, are in: remit committee show \(committee.id)")
        }
        let seat = committee.memberships[place]
        try PersonFile.requireOrder(from: seat.from, until: until, "The seat of “\(person)”")
        try committee.requireExists(on: until, "The last day of “\(person)” on “\(committee.id)”")
        committee.memberships[place].until = until
        book.committees[committee.id] = committee
        return book
    }
}
