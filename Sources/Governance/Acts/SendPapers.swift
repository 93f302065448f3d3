import Rulebook
public import Vocabulary

/// Records that the papers of a meeting went out; late papers are recorded with a reason, not refused.
public struct SendPapers: MeetingAct {
    public static let name = "sendPapers"
    public static let states: [Meeting.State] = [.planned]
    public static let doing = "send its papers out"

    public var meeting: Slug
    public var on: Day
    /// Needed where they are late.
    public var reasonForLate: String?

    public init(meeting: Slug, on: Day, reasonForLate: String? = nil) {
        self.meeting = meeting
        self.on = on
        self.reasonForLate = reasonForLate
    }

    /// - Throws: `day-in-future`, `agenda-empty`, `after-meeting`, `no-reason` where they are late without one.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try refuseFuture(on, "The day on which the papers went out", at: moment)
        guard !meeting.agenda.isEmpty else {
            throw Refusal(
                .rule, code: "agenda-empty", "The agenda of “\(meeting.id)” is empty.",
                remedy: "Put its items on the agenda first.")
        }
        guard on <= meeting.startsAt.inLondon.day else {
            throw Refusal(
                .input, code: "after-meeting", "\(on.inWords) is after the day of the meeting.",
                remedy: "Give the day on which the papers went out, or open the meeting without.")
        }
        let due = try meeting.papersDue(before)
        if on > due {
            try refuseBlank(
                reason: reasonForLate, for: "papers that went out on \(on.inWords) and were due on \(due.inWords)")
        }
        meeting.papers = Meeting.PapersSent(on: on, due: due, reasonForLate: reasonForLate)
        meeting.state = .papersOut
    }
}

extension Meeting {
    /// The last day on which papers go out in time, by the strictest of its committees.
    func papersDue(_ before: GovernanceBefore) throws(Refusal) -> Day {
        var most = 0
        for id in committees {
            var days = try before.book.termsInForce(id, on: startsAt.inLondon.day).papersDays
            if days == nil { days = try before.rulebook.days(GovernanceRuleID.papersDays, on: startsAt.inLondon.day) }
            most = max(most, days ?? 0)
        }
        return startsAt.inLondon.day.adding(days: -most)
    }
}
