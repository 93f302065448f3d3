public import Vocabulary

/// What a round's criteria have of a pack's, what they lack and what they add: comply or explain.
public struct PackComparison: Hashable, Sendable {
    /// In the pack's order.
    public let rows: [Row]
    /// The round's criteria that are none of the pack's, in the round's order; a branch on which one of the pack's
    /// hangs is not counted.
    public let added: [Slug]

    /// A criterion of the pack, and the round's own in its place; nil where the round has none.
    public struct Row: Hashable, Sendable {
        public let entry: CriteriaPack.Entry
        public let criterion: Slug?
    }

    /// Criteria are the same where their short names are, or their titles but for capitals and marks.
    public init(_ criteria: [Criterion], with pack: CriteriaPack) {
        var held: [Slug] = []
        rows = pack.criteria.map { entry in
            let own =
                criteria.first { $0.id == entry.id } ?? criteria.first { $0.title.titleKey == entry.title.titleKey }
            if let own { held.append(own.id) }
            return Row(entry: entry, criterion: own?.id)
        }
        let carrying = Set(criteria.filter { held.contains($0.id) }.compactMap(\.parent))
        added = criteria.map(\.id).filter { !held.contains($0) && !carrying.contains($0) }
    }

    public var missing: [CriteriaPack.Entry] { rows.filter { $0.criterion == nil }.map(\.entry) }

    /// True where nothing of the pack is missing and nothing was added.
    public var isSame: Bool { missing.isEmpty && added.isEmpty }
}

extension Round {
    /// The round's criteria beside those of the pack that it names; nil where it names none, or one that does not come
    /// with Remit.
    public func packComparison(among packs: [CriteriaPack] = CriteriaPack.shipped) -> PackComparison? {
        guard let named = pack?.pack, let pack = packs.first(where: { $0.id == named }) else { return nil }
        return PackComparison(criteria, with: pack)
    }
}
