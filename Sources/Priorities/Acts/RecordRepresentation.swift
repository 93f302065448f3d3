public import Vocabulary

/// Puts pressure on an option on the record: who asked for what, and what was answered; also after the decision.
public struct RecordRepresentation: RoundAct {
    public static let name = "recordRepresentation"

    public var round: Slug
    public var representation: Representation

    public init(round: Slug, representation: Representation) {
        self.round = round
        self.representation = representation
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireOption(representation.option)
        try refuseBlank(representation.who, "The office or group that made the representation")
        try refuseBlank(representation.asked, "What was asked for")
        if let answer = representation.answer { try refuseBlank(answer, "The answer to the representation") }
        try refuseFuture(representation.day, "The day of the representation", at: moment)
        guard !round.representations.contains(representation) else {
            throw Refusal(
                .rule, code: "recorded-already", "This representation is on the record already.",
                remedy: "Nothing needs to be done.")
        }
        round.representations.append(representation)
        return round
    }
}
