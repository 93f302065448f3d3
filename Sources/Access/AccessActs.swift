public import Rulebook
public import Vocabulary

/// Every act of access by its name, so that a journal can be read and decided again.
public enum AccessActs {
    /// The account, its roles, its links.
    public static let all: [any AccessAct.Type] = [
        AddAccount.self, ActivateAccount.self, ChangeAccountName.self, ChangeEmail.self, SuspendAccount.self,
        RestoreAccount.self, CloseAccount.self, GrantRole.self, WithdrawRole.self, LinkPerson.self,
        UnlinkPerson.self, TakeSeat.self, LeaveSeat.self,
    ]

    /// The act that a line of the journal holds.
    ///
    /// - Throws: `Refusal` of kind `input`: `no-such-act`, or what `JSONValue.decoded` refuses.
    public static func decode(name: String, _ json: JSONValue) throws(Refusal) -> any AccessAct {
        guard let type = all.first(where: { $0.name == name }) else {
            throw .unknownAct(name, "act of access", known: all.map { $0.name })
        }
        func read<Kind: AccessAct>(_ kind: Kind.Type) throws(Refusal) -> any AccessAct {
            try json.decoded(as: kind, named: name)
        }
        return try read(type)
    }
}

extension AccessBook {
    /// The book that a list of acts makes, decided again in order; `start` is the book before the first of them.
    ///
    /// - Throws: the refusal of the first act that cannot be.
    public static func replaying(
        _ lines: [(act: any AccessAct, author: Author, moment: Moment)], rulebook: Rulebook,
        from start: AccessBook = AccessBook()
    ) throws(Refusal) -> AccessBook {
        var book = start
        for line in lines {
            book = try line.act.decide(
                AccessBefore(book: book, rulebook: rulebook), by: line.author, at: line.moment)
        }
        return book
    }
}
