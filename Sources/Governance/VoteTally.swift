public import Vocabulary

/// How a vote came out: those for, against and abstaining, out of those who could vote, and what that makes.
public struct VoteTally: Hashable, Sendable, Codable {
    public var inFavour: Int
    public var against: Int
    /// Counted apart: an abstention is no vote cast.
    public var abstained: Int
    /// How many votes could be given: for, against, abstaining and not given sum to it.
    public var eligible: Int
    public var majority: Majority
    public var outcome: Outcome
    /// The casting vote made the outcome.
    public var isByCastingVote: Bool

    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case carried, notCarried
        /// As many for as against, where more than half carries; the motion is not carried.
        case tied
    }

    enum CodingKeys: String, CodingKey {
        case inFavour = "for"
        case against, abstained, eligible, majority, outcome, isByCastingVote
    }

    /// For and against.
    public var cast: Int { inFavour + against }

    public var notGiven: Int { eligible - cast - abstained }

    /// How many more votes for it would carry the motion, all else as it is; 0 where it is carried.
    public var moreNeeded: Int {
        outcome == .carried ? 0 : majority.moreNeeded(inFavour: inFavour, against: against)
    }

    /// True where votes that have not been given could still carry it.
    public var canStillCarry: Bool { moreNeeded <= notGiven }

    /// Everything, with what follows from the counts: `moreNeeded`, `canStillCarry`, `notGiven` and `inWords`.
    public var json: JSONValue {
        [
            "for": .integer(inFavour), "against": .integer(against), "abstained": .integer(abstained),
            "notGiven": .integer(notGiven), "eligible": .integer(eligible), "majority": .text(majority.rawValue),
            "outcome": .text(outcome.rawValue), "isByCastingVote": .flag(isByCastingVote),
            "moreNeeded": .integer(moreNeeded), "canStillCarry": .flag(canStillCarry), "inWords": .text(inWords),
        ]
    }

    /// `carried, 5 for and 2 against, 1 abstained`.
    public var inWords: String {
        let result =
            switch outcome {
            case .carried: isByCastingVote ? "carried by the casting vote" : "carried"
            case .notCarried: isByCastingVote ? "not carried, by the casting vote" : "not carried"
            case .tied: "tied and so not carried"
            }
        return "\(result), \(inFavour) for and \(against) against" + (abstained > 0 ? ", \(abstained) abstained" : "")
    }
}

extension Majority {
    /// The part of the votes cast that carries: `numerator` in `denominator`, or more than it where `isMoreThan`.
    var part: (numerator: Int, denominator: Int, isMoreThan: Bool) {
        switch self {
        case .simple: (1, 2, true)
        case .twoThirds: (2, 3, false)
        case .fourFifths: (4, 5, false)
        }
    }

    /// Whether so many votes carry a motion; without a vote cast nothing is carried.
    public func isCarried(inFavour: Int, against: Int) -> Bool {
        let (numerator, denominator, isMoreThan) = part
        let (left, right) = (inFavour * denominator, (inFavour + against) * numerator)
        return inFavour > 0 && (isMoreThan ? left > right : left >= right)
    }

    /// How many more votes for a motion carry it where nobody else changes; 0 where it is carried.
    public func moreNeeded(inFavour: Int, against: Int) -> Int {
        let (numerator, denominator, isMoreThan) = part
        guard !isCarried(inFavour: inFavour, against: against) else { return 0 }
        let short = (inFavour + against) * numerator - inFavour * denominator + (isMoreThan ? 1 : 0)
        let step = denominator - numerator
        return max(1, (short + step - 1) / step)
    }

    /// `more than half of the votes cast`.
    public var inWords: String {
        switch self {
        case .simple: "more than half of the votes cast"
        case .twoThirds: "at least two thirds of the votes cast"
        case .fourFifths: "at least four fifths of the votes cast"
        }
    }
}
