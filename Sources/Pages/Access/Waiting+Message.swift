extension Waiting.Kind {
    /// What is to be done, for a message: without the title of a round, a committee or a meeting, for it may be read by
    /// whoever stands beside.
    public var messageWords: String {
        switch self {
        case .vote: "Vote now in a meeting"
        case .joinMeeting: "Join a meeting that is open"
        case .keepMeeting: "Record a meeting that is open"
        case .ruleInRound: "Rule on interests in a round"
        case .weigh: "Give your weights in a round"
        case .score: "Score the options of a round"
        case .readAssessments: "Read what the law asks for in a round"
        case .castBallot: "Vote in a round"
        case .runRound: "Bring a round you run a step on"
        case .declare: "Declare your interests"
        case .confirm: "Confirm your declared interests"
        case .action: "Do what a meeting asked of you"
        case .readPapers: "Read the papers of a meeting"
        case .attend: "Take part in a meeting"
        case .sendPapers: "Send out the papers of a meeting"
        case .openMeeting: "Open a meeting"
        case .planMeeting: "Bring business before a committee"
        case .reply: "Answer who decides a matter"
        case .agreeHandling: "Agree how interests are handled"
        case .decideWithholding: "Decide on entries to be withheld"
        case .settleBreach: "Settle breaches"
        case .remind: "See to people who have not confirmed their entries"
        case .secondFactor: "Set up a second factor"
        case .giveRoles: "Give people a role"
        case .lookAtGaps: "Look at gaps that were reported"
        case .stepBundles: "Take bundles of challenges a step on"
        case .stepMatters: "Take the next step under notices"
        }
    }
}
