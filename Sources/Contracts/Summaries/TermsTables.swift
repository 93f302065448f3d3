public import Tabular
import Vocabulary

/// A contract's terms as the annual file has them.
public enum TermsTables {
    /// One row for each row of the file.
    public static func rows(_ terms: [TermsHeld], _ context: TableContext) -> Table {
        var table = Table(
            key: "terms", caption: "Terms in the annual contract file",
            columns: [
                .init("asOf", "As of"), .init("start", "Start"), .init("end", "End"), .init("isRecurring", "Recurring"),
                .init("totalPence", "Value"), .init("flags", "Unclear for"),
            ], notes: ["The file has no column for the kind of agreement (GDS or PDS)."])
        for held in terms {
            let row = held.terms
            table.append([
                .month(row.asOf), .optional(row.start, else: "not given"), .optional(row.end, else: "open-ended"),
                .flag(row.isRecurring), .money(row.total),
                held.flags.isEmpty ? .absent("nothing") : .text(held.flags.joined(separator: ", ")),
            ])
        }
        return table
    }

    /// One row for each line of service, over all rows of the contract.
    public static func lines(_ terms: [TermsHeld], _ context: TableContext) -> Table {
        var table = Table(
            key: "lines", caption: "Money and units by line of service",
            columns: [
                .init("line", "Service line"), .init("isRecurring", "Recurring"), .init("valuePence", "Value"),
                .init("units", "Units contracted"), .init("kind", "Kind of unit"),
            ])
        for held in terms {
            for line in held.terms.lines {
                let units: (amount: Units, kind: String)? =
                    switch line.units {
                    case .uda(let units)?: (units, "UDA")
                    case .uoa(let units)?: (units, "UOA")
                    case .cot(let units)?: (units, "course of treatment")
                    case .local(let units)?: (units, "locally determined")
                    case nil: nil
                    }
                table.append([
                    .text(line.service.title), .flag(held.terms.isRecurring), .money(line.value),
                    .optional(units?.amount, else: "none"), .optional(units?.kind, else: "none"),
                ])
            }
        }
        return table
    }
}
