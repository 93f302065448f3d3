public import Rulebook
public import Vocabulary

/// An entry of the register that holds personal texts, and until when they are kept.
public struct RetainedEntry: Hashable, Sendable {
    public let person: Slug
    public let what: What
    /// Those of the entry, by their digests.
    public let texts: [Personal]
    /// The day on which it expired; nil while it stands.
    public let expired: Day?
    /// The last day on which its texts are kept; nil while it stands.
    public let keepUntil: Day?

    public enum What: Hashable, Sendable {
        case name
        case declaration(Slug)
        case gift(Slug)
        case breach(Slug)
    }

    public func hasEnded(by day: Day) -> Bool { keepUntil.map { $0 < day } ?? false }

    /// `the declaration “shares” of “p014”`.
    public var inWords: String {
        switch what {
        case .name: "the name of “\(person)”"
        case .declaration(let id): "the declaration “\(id)” of “\(person)”"
        case .gift(let id): "the gift “\(id)” of “\(person)”"
        case .breach(let id): "the breach “\(id)” of “\(person)”"
        }
    }
}

/// Finds the entries of the register whose retention is over, so that their texts can be disposed of.
///
/// A declaration is kept from its expiry (`PersonFile.expiry`), a gift from its offer, a breach from its
/// settling, and a name from the last day of whatever else of the person is kept; each until the
/// corresponding day so many years later.
public struct FindEndedRetention: Sendable {
    public let rulebook: Rulebook

    public init(rulebook: Rulebook) {
        self.rulebook = rulebook
    }

    /// Entries whose texts are held and may go, by person and kind.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day on which no retention is ruled.
    public func callAsFunction(in book: GovernanceBook, on day: Day) throws(Refusal) -> [RetainedEntry] {
        try entries(of: book, on: day).filter { $0.hasEnded(by: day) }
    }

    /// Every entry whose texts are still held.
    func entries(of book: GovernanceBook, on day: Day) throws(Refusal) -> [RetainedEntry] {
        let years = try rulebook.years(GovernanceRuleID.keepAfterExpiry, on: day)
        return book.people.values.sorted { $0.id < $1.id }.flatMap { entries(of: $0, for: years) }
    }

    private func entries(of person: PersonFile, for years: Int) -> [RetainedEntry] {
        func entry(_ what: RetainedEntry.What, _ texts: [Personal], expired: Day?) -> RetainedEntry {
            RetainedEntry(
                person: person.id, what: what, texts: texts, expired: expired,
                keepUntil: expired?.adding(months: years * 12))
        }
        let declarations = person.declarations.filter { $0.disposedOn == nil }.map { declaration in
            entry(
                .declaration(declaration.id),
                [declaration.description] + [declaration.counterpartyName].compactMap { $0 }
                    + declaration.redactions.map(\.reason), expired: person.expiry(of: declaration))
        }
        let gifts = person.gifts.filter { $0.disposedOn == nil }.map { gift in
            entry(
                .gift(gift.id), [gift.source, gift.description] + gift.redactions.map(\.reason),
                expired: gift.offeredOn)
        }
        let breaches = person.breaches.filter { $0.disposedOn == nil }.map { breach in
            entry(.breach(breach.id), [breach.account], expired: breach.settledOn)
        }
        let others = declarations + gifts + breaches
        guard person.nameDisposedOn == nil else { return others }
        let isOpen = person.left == nil || others.contains { $0.expired == nil }
        let last = isOpen ? nil : (others.compactMap(\.expired) + [person.left].compactMap { $0 }).max()
        return others + [entry(.name, [person.name], expired: last)]
    }
}
