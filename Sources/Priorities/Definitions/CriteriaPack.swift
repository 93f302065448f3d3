import Tabular
public import Vocabulary

/// A list of criteria that others drew up: a round adopts it, varies it or leaves it, and says why.
///
/// A pack names what to judge by and not how it is scored: anchors are the panel's own.
public struct CriteriaPack: Hashable, Sendable {
    public let id: Slug
    public let title: String
    public let source: String
    /// False where the source itself has not been read.
    public let isVerified: Bool
    /// Who looks after the entry, and by when it is to be looked at again.
    public let owner: String
    public let reviewBy: Day
    /// In the pack's own order.
    public let criteria: [Entry]

    /// One criterion of a pack.
    public struct Entry: Hashable, Sendable {
        public let id: Slug
        public let title: String
        public let meaning: String
    }

    /// The file of the packs that come with Remit, byte for byte.
    ///
    /// Of the All Wales framework two factors are left out, affordability and cost effectiveness: the envelope and the
    /// costs of the options count them already. Meanings are in our own words.
    public static var shippedFile: [UInt8] { PackageResources.criteria_packs_csv }

    /// The packs that come with Remit.
    public static let shipped: [CriteriaPack] = {
        do throws(Refusal) {
            return try read(shippedFile, named: "criteria-packs.csv")
        } catch {
            preconditionFailure("the packs that come with Remit can be read: \(error.sentence)")
        }
    }()

    private static let columns = [
        "pack", "packTitle", "criterion", "title", "meaning", "source", "verified", "owner", "reviewBy",
    ]

    /// A row for each criterion; what is of the pack stands the same on each of its rows.
    ///
    /// - Throws: `Refusal` of kind `input`, `bad-definitions`, with row and column of every fault.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> [CriteriaPack] {
        var packs: [CriteriaPack] = []
        let rows: [CriteriaPack] = try Definitions.read(bytes, named: name, columns: columns) { row in
            let (pack, criterion) = (row.slug("pack"), row.slug("criterion"))
            let (packTitle, title, meaning) = (
                row.required("packTitle"), row.required("title"), row.required("meaning")
            )
            let (source, isVerified) = (row.required("source"), row.flag("verified"))
            let (owner, reviewBy) = (row.required("owner"), row.day("reviewBy"))
            guard let pack, let criterion, let packTitle, let title, let meaning, let source, let isVerified,
                let owner, let reviewBy
            else { return nil }
            let new = CriteriaPack(
                id: pack, title: packTitle, source: source, isVerified: isVerified, owner: owner, reviewBy: reviewBy,
                criteria: [Entry(id: criterion, title: title, meaning: meaning)])
            let earlier = packs.filter { $0.id == pack }
            if let first = earlier.first, first.with([]) != new.with([]) {
                row.fault("pack", "is not described as on its first row")
            }
            if earlier.contains(where: { $0.criteria[0].id == criterion }) {
                row.fault("criterion", "stands twice in its pack")
            }
            packs.append(new)
            return new
        }
        var order: [Slug] = []
        for row in rows where !order.contains(row.id) { order.append(row.id) }
        return order.map { id in
            let own = rows.filter { $0.id == id }
            return own[0].with(own.flatMap(\.criteria))
        }
    }

    private func with(_ criteria: [Entry]) -> CriteriaPack {
        CriteriaPack(
            id: id, title: title, source: source, isVerified: isVerified, owner: owner, reviewBy: reviewBy,
            criteria: criteria)
    }
}

extension DefinitionRow {
    fileprivate mutating func slug(_ column: String) -> Slug? {
        let slug = Slug(text(column))
        if slug == nil { fault(column, "is no short name") }
        return slug
    }
}
