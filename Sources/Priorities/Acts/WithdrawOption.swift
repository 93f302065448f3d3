public import Vocabulary

/// Takes an option out of the round, with a reason; what was said about it stays on the record.
public struct WithdrawOption: RoundAct {
    public static let name = "withdrawOption"

    public var round: Slug
    public var option: Slug
    public var reason: String

    public init(round: Slug, option: Slug, reason: String) {
        self.round = round
        self.option = option
        self.reason = reason
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "withdraw an option")
        try round.requireOpen(.scores, to: "withdraw an option")
        let withdrawn = try round.requireOption(option)
        try refuseBlank(reason: reason, for: "withdrawing the option “\(option)”")
        let dependants = round.options.filter { $0.requires.contains(option) }
        guard dependants.isEmpty else {
            throw Refusal(
                .rule, code: "option-required",
                "\(named(dependants.map(\.id))) \(dependants.count == 1 ? "requires" : "require") the option “\(option)”.",
                remedy: "Withdraw or amend \(dependants.count == 1 ? "it" : "them") first.")
        }
        round.options.removeAll { $0.id == option }
        let dropped = round.dropScores { $1.option == option } + round.dropSeen(of: option)
        round.note(["the option “\(withdrawn.title)”"] + dropped, at: .scores, reason: reason, on: moment)
        return round
    }
}
