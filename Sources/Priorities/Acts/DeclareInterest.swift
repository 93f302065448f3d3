public import Vocabulary

/// Puts a member's interest on the record: the member is left out of the options that it touches, not of the round.
///
/// One that a whole class shares is noted and the chair decides. Scores that the member has given on the options are
/// set aside, visibly; where the scores had closed they are open again. A result and a ballot are set aside whether or
/// not the member had scored, for the result shows what leaving the member out did.
public struct DeclareInterest: RoundAct {
    public static let name = "declareInterest"

    public var round: Slug
    public var interest: Interest

    public init(round: Slug, interest: Interest) {
        self.round = round
        self.interest = interest
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "declare an interest")
        _ = try round.requireMember(interest.member)
        try refuseBlank(interest.nature, "What the interest “\(interest.id)” is")
        guard !round.interests.contains(where: { $0.id == interest.id }) else {
            throw Refusal(
                .rule, code: "interest-exists", "An interest “\(interest.id)” is on the record already.",
                remedy: "Declare this one under another short name; what was declared is never overwritten.")
        }
        guard !interest.options.isEmpty || interest.sharedClass != nil else {
            throw Refusal(
                .input, code: "interest-touches-nothing",
                "The interest “\(interest.id)” names neither an option nor a class that shares it.",
                remedy: "Name the options that it touches, or the class.")
        }
        if let twice = twice(interest.options) {
            throw Refusal(
                .input, code: "option-twice", "The interest “\(interest.id)” names the option “\(twice)” twice.",
                remedy: "Name it once.")
        }
        for option in interest.options { try round.requireOption(option) }
        let before = round.standing(interest.member)
        round.interests.append(interest)
        round.follow(
            standingOf: interest.member, from: before,
            reason: "“\(interest.member)” declared the interest “\(interest.id)”", on: moment)
        return round
    }
}
