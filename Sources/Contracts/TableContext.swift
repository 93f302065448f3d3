import Tabular
public import Vocabulary

/// What every table of contracts is told besides its figures.
public struct TableContext: Sendable {
    /// The last month that the figures rest on.
    public var dataTo: Month
    /// One sentence: the publisher, the file, its licence; or that the figures are invented.
    public var source: String
    /// True shows sole traders' names, in a column marked as personal; false withholds them.
    public var showsPersonalNames: Bool
    /// Months of the year up to `dataTo` whose files are not held.
    public var monthsMissing: [Month]

    public init(dataTo: Month, source: String, showsPersonalNames: Bool = false, monthsMissing: [Month] = []) {
        self.dataTo = dataTo
        self.source = source
        self.showsPersonalNames = showsPersonalNames
        self.monthsMissing = monthsMissing
    }

    var providerColumn: Table.Column {
        Table.Column("providerName", "Provider", isPersonal: showsPersonalNames)
    }

    func provider(_ name: String) -> Cell { .text(showsPersonalNames ? name : ProviderName(name).shown) }

    /// "Data to" first, then who is held out, then what the table itself says, then the source.
    func notes(heldOut: PositionTotals.HeldOut? = nil, _ own: [String] = []) -> [String] {
        var notes = ["Data to \(dataTo.inWords)."]
        if !monthsMissing.isEmpty {
            notes.append(
                "Not held: \(monthsMissing.map(\.inWords).joined(separator: ", ")). Deliveries lack them, so nothing is "
                    + "judged or forecast.")
        }
        if let heldOut, heldOut.contracts > 0 {
            let contracts = heldOut.contracts == 1 ? "1 contract is" : "\(heldOut.contracts) contracts are"
            notes.append(
                "\(contracts) held out of totals until a person accepts the flagged rows: \(heldOut.contracted) UDAs "
                    + "contracted, \(heldOut.delivered) delivered, \(heldOut.value).")
        }
        return notes + own + [source]
    }
}

extension ContractNumber {
    /// The cell that leads to the contract's own page.
    var cell: Cell { .link(description, path: "/contracts/\(description)") }
}

extension OrganisationCode {
    /// The cell that leads to the commissioner's own page.
    var commissionerCell: Cell { .link(description, path: "/commissioners/\(description)") }
}
