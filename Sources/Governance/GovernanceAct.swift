public import Rulebook
public import Vocabulary

/// An act on the governance of a body: on its register of interests, a committee, a meeting, a decision right or the
/// accountability map.
///
/// The act is journalled whole, so the book is its acts decided again in order; that is how Store reads it. Names of
/// persons and what they declare stand in an act by their digests only (`Personal`). Facts of other modules (which
/// organisations an option touches, what a round found) stand in the act as they were told on the day.
public protocol GovernanceAct: Act, Codable, Hashable where Before == GovernanceBefore, After == GovernanceBook {
    /// The record that it begins or changes.
    var record: RecordName { get }
}

/// What an act of governance decides from.
public struct GovernanceBefore: Sendable {
    public var book: GovernanceBook
    public var rulebook: Rulebook

    public init(book: GovernanceBook, rulebook: Rulebook) {
        self.book = book
        self.rulebook = rulebook
    }
}

/// A record of governance by what it is and its short name.
public struct RecordName: Hashable, Sendable, Codable, CustomStringConvertible {
    public var kind: Kind
    public var id: Slug

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case person, committee, meeting, decision, right, question, accountability
    }

    public init(_ kind: Kind, _ id: Slug) {
        self.kind = kind
        self.id = id
    }

    /// `meeting/pccc-2026-03`.
    public var description: String { "\(kind.rawValue)/\(id)" }
}

extension GovernanceAct {
    public var journalled: JSONValue { JSONValue(encoding: self) }
}
