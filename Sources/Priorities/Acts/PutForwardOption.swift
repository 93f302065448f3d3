public import Vocabulary

/// Puts forward something that could be done with the money or undone to free it; the same short name again amends.
///
/// Until the scores close. An amendment sets the scores given on the option aside, visibly, and that its assessments were
/// seen. Options are put forward after those that they require (`Option.inOrder`). A disinvestment always changes a
/// service.
public struct PutForwardOption: RoundAct {
    public static let name = "putForwardOption"

    public var round: Slug
    public var option: Option

    public init(round: Slug, option: Option) {
        self.round = round
        self.option = option
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "put forward an option")
        try round.requireOpen(.scores, to: "put forward an option")
        var option = option
        if option.kind.isDisinvestment { option.changesService = true }
        if let place = round.options.firstIndex(where: { $0.id == option.id }) {
            guard round.options[place] != option else { return round }
            round.options[place] = option
            let dropped = round.dropScores { $1.option == option.id } + round.dropSeen(of: option.id)
            round.note(dropped, at: .scores, reason: "the option “\(option.id)” was amended", on: moment)
        } else {
            round.options.append(option)
        }
        try round.checkSums()
        try option.check(against: round)
        if let circle = Option.circle(among: round.options, rules: round.rules) { throw Option.refusal(circle: circle) }
        return round
    }
}
