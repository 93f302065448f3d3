public import Rulebook
public import Vocabulary

/// Every act of governance by its name, so that a journal can be read and decided again.
public enum GovernanceActs {
    /// By record: the register, committees, meetings, decision rights, accountability.
    public static let all: [any GovernanceAct.Type] =
        registerActs + committeeActs + meetingActs + rightsActs + accountabilityActs

    /// The act that a line of the journal holds.
    ///
    /// - Throws: `Refusal` of kind `input`: `no-such-act`, or what `JSONValue.decoded` refuses.
    public static func decode(name: String, _ json: JSONValue) throws(Refusal) -> any GovernanceAct {
        guard let type = all.first(where: { $0.name == name }) else {
            throw .unknownAct(name, "act of governance", known: all.map { $0.name })
        }
        func read<Kind: GovernanceAct>(_ kind: Kind.Type) throws(Refusal) -> any GovernanceAct {
            try json.decoded(as: kind, named: name)
        }
        return try read(type)
    }
}

extension GovernanceBook {
    /// The book that a list of acts makes, decided again in order; `start` is the book before the first of them.
    ///
    /// - Throws: the refusal of the first act that cannot be.
    public static func replaying(
        _ lines: [(act: any GovernanceAct, author: Author, moment: Moment)], rulebook: Rulebook,
        from start: GovernanceBook = GovernanceBook()
    ) throws(Refusal) -> GovernanceBook {
        var book = start
        for line in lines {
            book = try line.act.decide(
                GovernanceBefore(book: book, rulebook: rulebook), by: line.author, at: line.moment)
        }
        return book
    }
}
