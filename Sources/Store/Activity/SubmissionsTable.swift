package import Tabular
import Vocabulary

/// Submissions of contract monitoring, as a table.
package enum SubmissionsTable {
    /// - Parameter submissions: in the order in which the rows are to stand.
    package static func table(of submissions: [HeldSubmission]) -> Table {
        var table = Table(
            key: "submissions", caption: "Submissions of contract monitoring",
            columns: [
                .init("file", "File"), .init("digest", "Digest"), .init("layout", "Kind"),
                .init("providers", "Providers"), .init("providerMonths", "Provider's months"),
                .init("providerMonthsStanding", "Of them the latest"), .init("rowsKept", "Rows kept"),
                .init("rowsRefused", "Refused"), .init("costKeptPence", "Cost kept"),
                .init("costRefusedPence", "Cost refused"), .init("costsUnreadable", "Costs unreadable"),
                .init("at", "Registered"),
            ], notes: ["A later submission of a provider's month stands in place of an earlier one, which remains."])
        for one in submissions {
            table.append([
                .text(one.name), .text(one.digest.short), .text(one.layout), .count(one.providers), .count(one.slices),
                .count(one.slicesStanding), .count(one.rowsKept), .count(one.rowsRefused), .money(one.costKept),
                .money(one.costRefused), .count(one.rowsOfUnreadableCost), .text(one.at),
            ])
        }
        return table
    }
}
