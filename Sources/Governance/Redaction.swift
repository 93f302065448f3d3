public import Vocabulary

/// A wish that the details of an entry be withheld from what is published, and what was decided of it.
public struct Redaction: Hashable, Sendable, Codable {
    public var askedOn: Day
    public var reason: Personal
    public var decidedBy: Slug?
    public var decidedOn: Day?
    /// Nil until it is decided; meanwhile the entry is withheld.
    public var isGranted: Bool?

    public init(askedOn: Day, reason: Personal) {
        self.askedOn = askedOn
        self.reason = reason
    }
}

/// An entry of the register whose details may be withheld from publication: a declaration or a gift.
public protocol WithheldEntry {
    /// In order; only the last can be undecided.
    var redactions: [Redaction] { get }
}

extension WithheldEntry {
    /// The last wish that the entry be withheld, and what was decided of it.
    public var redaction: Redaction? { redactions.last }

    /// True while a wish to withhold the entry is undecided or granted: only that details are withheld is published.
    public var isWithheld: Bool { redaction.map { $0.isGranted != false } ?? false }
}

extension Declaration: WithheldEntry {}
extension Gift: WithheldEntry {}

extension PersonFile {
    /// The entry that a wish is about: when it was declared, and where its wishes stand.
    ///
    /// - Throws: `Refusal`: `entry-missing` where not one of the two is named; `no-such-declaration`,
    ///   `declaration-superseded`; `no-such-gift`; `texts-disposed`.
    func withholding(
        declaration: Slug?, gift: Slug?, to doing: String
    ) throws(Refusal) -> (id: Slug, declaredOn: Day, wishes: WritableKeyPath<PersonFile, [Redaction]>) {
        switch (declaration, gift) {
        case (let id?, nil):
            let place = try requireStanding(id, to: doing)
            return (id, declarations[place].declaredOn, \.declarations[place].redactions)
        case (nil, let id?):
            guard let place = gifts.firstIndex(where: { $0.id == id }) else {
                throw Refusal(
                    .usage, code: "no-such-gift", "“\(self.id)” has declared no gift “\(id)”.",
                    remedy: gifts.isEmpty ? "None was declared." : "There are \(named(gifts.map(\.id))).")
            }
            guard gifts[place].disposedOn == nil else {
                throw Refusal(
                    .rule, code: "texts-disposed",
                    "It is too late to \(doing): the texts of “\(id)” were disposed of when its retention ended.")
            }
            return (id, gifts[place].declaredOn, \.gifts[place].redactions)
        default:
            throw Refusal(
                .input, code: "entry-missing", "Either a declaration or a gift is to be named, and not both.",
                remedy: "Give its short name as “declaration” or as “gift”.")
        }
    }
}
