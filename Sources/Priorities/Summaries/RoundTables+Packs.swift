public import Tabular
import Vocabulary

extension RoundTables {
    /// The round's criteria beside those of the pack that it names; empty where it names none, or one that does not come
    /// with Remit.
    public func pack(among packs: [CriteriaPack] = CriteriaPack.shipped) -> Table {
        var table = Table(
            key: "packCriteria", caption: "The criteria beside those of the pack",
            columns: [
                .init("packCriterion", "Criterion of the pack"), .init("meaning", "Meaning in the pack"),
                .init("criterion", "Criterion of the round"), .init("difference", "Difference"),
            ])
        guard let use = round.pack else { return table }
        guard let pack = packs.first(where: { $0.id == use.pack }) else {
            table.notes = ["The pack “\(use.pack)” does not come with Remit, so the two cannot be compared."]
            return table
        }
        let comparison = PackComparison(round.criteria, with: pack)
        for row in comparison.rows {
            table.append([
                .text(row.entry.title), .text(row.entry.meaning),
                row.criterion.map { .text(criterionTitle($0)) } ?? .absent("none"),
                .text(row.criterion == nil ? "left out" : "kept"),
            ])
        }
        for criterion in comparison.added {
            table.append([.absent("none"), .absent("none"), .text(criterionTitle(criterion)), .text("added")])
        }
        table.notes = ["\(pack.title): \(pack.source)."]
        if use.use == .adopted, !comparison.isSame {
            table.notes.append("The round says that it adopted the pack, and its criteria are not the pack’s.")
        }
        return table
    }

    /// Each pack that comes with Remit, a row for each of its criteria.
    public static func packs(_ packs: [CriteriaPack] = CriteriaPack.shipped) -> Table {
        var table = Table(
            key: "packs", caption: "Packs of criteria that come with Remit",
            columns: [
                .init("pack", "Pack"), .init("packTitle", "Title"), .init("criterion", "Criterion"),
                .init("title", "Called"), .init("meaning", "Meaning"), .init("source", "Source"),
                .init("isVerified", "Read at its source"), .init("owner", "Looked after by"),
                .init("reviewBy", "To be looked at again by"),
            ])
        for pack in packs {
            for entry in pack.criteria {
                table.append([
                    .text(pack.id.description), .text(pack.title), .text(entry.id.description), .text(entry.title),
                    .text(entry.meaning), .text(pack.source), .flag(pack.isVerified), .text(pack.owner),
                    .day(pack.reviewBy),
                ])
            }
        }
        return table
    }
}
