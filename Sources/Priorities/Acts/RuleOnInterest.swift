public import Vocabulary

/// What a chair decides about an interest: whether the member is left out, and of which options.
///
/// A later ruling on the same interest takes the place of an earlier one; both stay on the record. Where the ruling
/// names some of the options that the interest touches, it speaks of these: see `Round.excluded`. A chair who has
/// declared the interest of the same class does not rule on it.
public struct RuleOnInterest: RoundAct {
    public static let name = "ruleOnInterest"

    public var round: Slug
    public var ruling: InterestRuling
    /// The member who rules.
    public var chair: Slug

    public init(round: Slug, ruling: InterestRuling, chair: Slug) {
        self.round = round
        self.ruling = ruling
        self.chair = chair
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "rule on an interest")
        guard let interest = round.interests.first(where: { $0.id == ruling.interest }) else {
            throw Refusal(
                .usage, code: "no-such-interest", "No interest “\(ruling.interest)” has been declared.",
                remedy: "Declare it first.")
        }
        guard try round.requireMember(chair).isChair else {
            throw Refusal(
                .permission, code: "not-chair", "“\(chair)” is not a chair of this panel.",
                remedy: "Let a chair rule.")
        }
        guard chair != interest.member else {
            throw Refusal(
                .permission, code: "own-interest", "“\(chair)” cannot rule on an interest of one’s own.",
                remedy: "Let another chair rule; seat a deputy chair where there is none.")
        }
        let isShared = interest.sharedClass.map { shared in
            round.interests.contains { $0.member == chair && $0.sharedClass == shared }
        }
        guard isShared != true else {
            throw Refusal(
                .permission, code: "shared-interest",
                "“\(chair)” has declared the interest “\(interest.id)” too, as one of the same class.",
                remedy: "Let a chair who does not share it rule; seat a deputy chair where there is none.")
        }
        try refuseBlank(reason: ruling.reason, for: "the ruling on the interest “\(interest.id)”")
        for option in ruling.options { try round.requireOption(option) }
        if let twice = twice(ruling.options) {
            throw Refusal(
                .input, code: "option-twice", "The ruling names the option “\(twice)” twice.",
                remedy: "Name it once.")
        }
        if let other = ruling.options.first(where: { !interest.options.isEmpty && !interest.options.contains($0) }) {
            throw Refusal(
                .input, code: "ruling-beyond-interest",
                "The interest “\(interest.id)” does not touch the option “\(other)” that the ruling names.",
                remedy: "Rule on what was declared, or have the wider interest declared first.")
        }
        guard !ruling.isExcluded || !ruling.options.isEmpty || !interest.options.isEmpty else {
            throw Refusal(
                .input, code: "ruling-touches-nothing",
                "The ruling leaves “\(interest.member)” out and names no option.",
                remedy: "Name the options of which the member is left out.")
        }
        let standing = round.standing(interest.member)
        round.rulings.append(ruling)
        round.follow(
            standingOf: interest.member, from: standing,
            reason: "“\(chair)” ruled on the interest “\(interest.id)”: \(ruling.reason)", on: moment)
        return round
    }
}
