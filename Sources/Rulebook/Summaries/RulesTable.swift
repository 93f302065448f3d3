public import Tabular
public import Vocabulary

extension Rulebook {
    /// What `remit rules list --json` prints: every rule, or those in force on a day; the day is null for
    /// every rule.
    public func json(on day: Day?) -> JSONValue {
        ["on": .optional(day, JSONValue.day), "rules": .list((day.map(all) ?? rules).map(\.json))]
    }

    /// Every rule, or those in force on a day; the unverified stand first.
    public func table(on day: Day?) -> Table {
        let listed = day.map(all) ?? rules
        var table = Table(
            key: "rules", caption: day.map { "Rules in force on \($0.inWords)" } ?? "Rules and their days",
            columns: [
                .init("verified", "Read at its source"), .init("id", "Rule"), .init("value", "Value"),
                .init("validFrom", "From"), .init("validTo", "Until, not including"),
                .init("source", "Source"),
                .init("note", "Note"), .init("owner", "Owner"), .init("reviewBy", "Review by"),
            ])
        for rule in listed.filter({ !$0.isVerified }) + listed.filter(\.isVerified) {
            table.append([
                .flag(rule.isVerified), .text(rule.id), .text(rule.value.inWords), .day(rule.period.start),
                .optional(rule.period.end, else: "still in force"), .text(rule.source),
                rule.note.isEmpty ? .absent("none") : .text(rule.note),
                rule.owner.isEmpty ? .absent("nobody") : .text(rule.owner),
                .optional(rule.reviewBy, else: "not set"),
            ])
        }
        let unread = listed.count { !$0.isVerified }
        table.notes = [
            "\(unread) of \(listed.count) rules have not been read at a source and stand first; check them before "
                + "relying on a figure that uses them."
        ]
        return table
    }
}
