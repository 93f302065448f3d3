public import Vocabulary

/// Says how the decision of a round may be appealed against, where it was opened without, or otherwise than it was.
public struct SetAppealsRoute: RoundAct {
    public static let name = "setAppealsRoute"

    public var round: Slug
    public var appeals: AppealsRoute

    public init(round: Slug, appeals: AppealsRoute) {
        self.round = round
        self.appeals = appeals
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        if let publication = round.published.last {
            throw Refusal(
                .rule, code: "published",
                "The round was published on \(publication.at.day.inWords) with its appeals route.",
                remedy: "A route that has been published is not changed; publish a note beside it.")
        }
        try appeals.check()
        round.appeals = appeals
        return round
    }
}

extension AppealsRoute {
    /// A century; what is longer is mistyped, and its last day might not be in the calendar.
    private static let mostDays = 36_525

    func check() throws(Refusal) {
        try refuseBlank(address, "The address for appeals")
        guard (1...AppealsRoute.mostDays).contains(days) else {
            throw Refusal(
                .input, code: "appeals-window", "The window for appeals is \(days) days.",
                remedy: "Give a number of days, 1 to \(grouped(AppealsRoute.mostDays)).")
        }
    }
}
