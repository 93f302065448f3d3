public import Vocabulary

/// Plans a meeting of a committee, or of several in common.
public struct PlanMeeting: GovernanceAct {
    public static let name = "planMeeting"

    public var meeting: Slug
    public var committees: [Slug]
    public var startsAt: Moment
    public var place: String
    /// Nil: as the terms of the committees have it.
    public var isPublic: Bool?
    /// Needed where the terms say public and the meeting is private.
    public var reasonForPrivate: String?

    public var record: RecordName { RecordName(.meeting, meeting) }

    public init(
        meeting: Slug, committees: [Slug], startsAt: Moment, place: String, isPublic: Bool? = nil,
        reasonForPrivate: String? = nil
    ) {
        self.meeting = meeting
        self.committees = committees
        self.startsAt = startsAt
        self.place = place
        self.isPublic = isPublic
        self.reasonForPrivate = reasonForPrivate
    }

    /// - Throws: `meeting-exists`, `no-committee`, `committee-twice`, `no-such-committee`, `no-terms`,
    ///   `committee-dissolved`, `text-missing`, `no-reason`.
    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        guard book.meetings[meeting] == nil else {
            throw Refusal(
                .usage, code: "meeting-exists", "There is a meeting “\(meeting)” already.",
                remedy: "Give this one a short name of its own.")
        }
        guard !committees.isEmpty else {
            throw Refusal(
                .usage, code: "no-committee", "No committee is named that meets.", remedy: "Name one or more.")
        }
        if let twice = twice(committees) {
            throw Refusal(
                .input, code: "committee-twice", "The committee “\(twice)” is named twice.", remedy: "Name it once.")
        }
        try refuseBlank(place, "The place of the meeting")
        var terms: [TermsOfReference] = []
        for id in committees { terms.append(try book.termsInForce(id, on: startsAt.inLondon.day)) }
        let isPublicByTerms = terms.contains(where: \.isPublic)
        if isPublicByTerms, isPublic == false {
            try refuseBlank(reason: reasonForPrivate, for: "meeting in private although the terms say public")
        }
        var planned = Meeting(
            id: meeting, committees: committees, startsAt: startsAt, place: place,
            isPublic: isPublic ?? isPublicByTerms)
        planned.reasonForPrivate = reasonForPrivate
        book.meetings[meeting] = planned
        return book
    }
}

extension GovernanceBook {
    /// The terms of a committee that stands on the day.
    ///
    /// - Throws: `no-such-committee`, `committee-dissolved`, `no-terms`.
    func termsInForce(_ id: Slug, on day: Day) throws(Refusal) -> TermsOfReference {
        guard let committee = committees[id] else {
            throw Refusal(
                .usage, code: "no-such-committee", "There is no committee “\(id)”.", remedy: "Form it first.")
        }
        if let dissolved = committee.dissolvedOn, dissolved < day {
            throw Refusal(
                .rule, code: "committee-dissolved", "“\(id)” was dissolved on \(dissolved.inWords).",
                remedy: committee.successors.isEmpty
                    ? "No successor is named." : "It is followed by \(named(committee.successors)).")
        }
        guard let terms = committee.terms(on: day) else {
            throw Refusal(
                .rule, code: "no-terms", "“\(id)” has no terms of reference on \(day.inWords).",
                remedy: "Set its terms of reference first.")
        }
        return terms
    }
}
