public import Rulebook
public import Vocabulary

/// An act on one round: decided from the round as it stands, giving the round as it then is.
///
/// The act is journalled whole, so a round is its acts decided again in order; that is how Store reads it and how
/// an outsider proves it. Personal texts stand in an act by their digests only (`Personal`).
public protocol RoundAct: Act, Codable, Hashable where Before == RoundBefore, After == Round {
    /// The round that it changes or begins.
    var round: Slug { get }
}

/// What an act on a round decides from.
public struct RoundBefore: Sendable {
    /// Nil where there is no such round yet.
    public var round: Round?
    public var rulebook: Rulebook

    public init(round: Round?, rulebook: Rulebook) {
        self.round = round
        self.rulebook = rulebook
    }

    /// - Throws: where the round has not been begun.
    func found(_ id: Slug) throws(Refusal) -> Round {
        guard let round, round.id == id else {
            throw Refusal(
                .usage, code: "no-such-round", "There is no round “\(id)”.",
                remedy: "List the rounds with: remit round list")
        }
        return round
    }
}

extension RoundAct {
    public var journalled: JSONValue { JSONValue(encoding: self) }
}
