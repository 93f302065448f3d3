import Markup
public import Vocabulary

/// One thing that waits for somebody: what it is, where it is done, and by when.
public struct Waiting: Hashable, Sendable {
    public var kind: Kind
    /// The words of a link, which may stand in a message too: what is to be done and where, never what is in it.
    public var title: String
    /// Where it is done.
    public var route: Route
    /// The last day on which it is of use; nil where none is set.
    public var due: Day?
    /// What it is about, for the person's own page and never for a message; nil where there is nothing to say.
    public var note: String?

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        // What goes on at this moment.
        case vote, joinMeeting, keepMeeting
        // A member's part in a round.
        case ruleInRound, weigh, score, readAssessments, castBallot
        /// To bring a round a step on, for who runs it.
        case runRound
        // One's own entries on the register.
        case declare, confirm
        // Meetings, and what they gave somebody to do.
        case action, readPapers, attend, sendPapers, openMeeting, planMeeting
        /// A question of who decides.
        case reply
        // The register, for who keeps it.
        case agreeHandling, decideWithholding, settleBreach, remind
        // Accounts.
        case secondFactor, giveRoles
        /// Reported gaps wait to be looked at.
        case lookAtGaps
        // Contracts: bundles of challenges and matters of notices that wait for a step.
        case stepBundles, stepMatters

        /// True for what goes on at this moment and will not wait.
        public var isNow: Bool { [.vote, .joinMeeting, .keepMeeting].contains(self) }

        /// True for being somewhere on a day, which is not done before.
        var isAnAppointment: Bool { [.attend, .readPapers, .openMeeting].contains(self) }
    }

    public init(_ kind: Kind, _ title: String, _ route: Route, due: Day? = nil, note: String? = nil) {
        self.kind = kind
        self.title = title
        self.route = route
        self.due = due
        self.note = note
    }

    /// As a browser asks for it: a path of the installation with its query.
    public var path: String { route.destination().description }
}
