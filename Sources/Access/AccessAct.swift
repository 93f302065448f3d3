public import Rulebook
public import Vocabulary

/// An act on who may sign in and with which roles, on one account.
///
/// The act is journalled whole, so the book is its acts decided again in order. Names and e-mail addresses stand in an
/// act by their digests only (`Personal`); nothing by which somebody signs in stands in one at all. That its author may
/// do it (`AccessRules.mayPerform`) is judged before it is performed.
public protocol AccessAct: Act, Codable, Hashable where Before == AccessBefore, After == AccessBook {
    /// The account that it begins or changes.
    var account: Slug { get }
}

/// What an act of access decides from.
public struct AccessBefore: Sendable {
    public var book: AccessBook
    public var rulebook: Rulebook

    public init(book: AccessBook, rulebook: Rulebook) {
        self.book = book
        self.rulebook = rulebook
    }
}

extension AccessAct {
    public var journalled: JSONValue { JSONValue(encoding: self) }
}
