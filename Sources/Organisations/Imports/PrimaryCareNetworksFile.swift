public import Tabular
public import Vocabulary

/// The ODS workbook of primary care networks (ePCN): the networks on one sheet, their partner practices on another.
///
/// Titles may hold line breaks. Other sheets are passed over, and noted.
public enum PrimaryCareNetworksFile {
    /// The sheet of networks.
    public static let networks = Layout(
        name: "the sheet of primary care networks",
        required: [
            "PCN Code", "PCN Name", "Current Sub ICB Loc Code", "Sub ICB Location", "Open Date", "Close Date",
            "Postcode",
        ],
        optional: [
            "Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5",
        ])

    /// The sheet of partner practices.
    public static let partners = Layout(
        name: "the sheet of partner practices",
        required: [
            "Partner Organisation Code", "Partner Name", "Practice Parent Sub ICB Loc Code",
            "Practice Parent Sub ICB Loc Name", "PCN Code", "PCN Name", "PCN Parent Sub ICB Loc Code",
            "PCN Parent Sub ICB Loc Name", "Practice to PCN Relationship Start Date",
            "Practice to PCN Relationship End Date",
        ],
        optional: ["Practice Sub ICB Loc and PCN Sub ICB Loc Match"])

    /// - Parameter sheets: those of the workbook that are seen and hold something.
    /// - Returns: rows of both sheets, the networks' first, with each sheet's own row numbers; a problem's column begins
    ///   with its sheet. Rows are refused with `blank`, `unreadable-code`, `unreadable-day`, `ends-before-it-begins`,
    ///   `duplicate-row`.
    /// - Throws: `Refusal` of kind `input`: `not-this-layout` where one of the two sheets is missing or its header
    ///   stands elsewhere than in its first row, and as `Sheet.reading`.
    public static func read(
        _ sheets: [Sheet], named name: String, dropping: [String] = []
    ) throws(Refusal) -> DirectoryReading {
        var said = SaidOnce()
        let details = try sheet(of: networks, among: sheets, named: name)
        let members = try sheet(of: partners, among: sheets, named: name)
        var rows = named(
            try details.reading(
                as: networks, dropping: dropping,
                each: distinct { row throws(RowFault) in
                    try network(row, said: &said)
                }), "networks")
        let second = named(
            try members.reading(
                as: partners, dropping: dropping,
                each: distinct { row throws(RowFault) in
                    try partner(row, said: &said)
                }), "partners")
        rows.values += second.values
        rows.problems += second.problems
        rows.rowsRead += second.rowsRead
        for other in sheets where other.name != details.name && other.name != members.name {
            rows.problems.append(
                Problem(row: nil, column: nil, code: "other-sheet", "\(other.name) was not read.", effect: .noted))
        }
        return DirectoryReading(kind: .primaryCareNetworks, statedOn: rows.latestBeginning, rows: rows)
    }

    /// The same reader, refusing a row that says what an earlier one said.
    private static func distinct(
        _ read: @escaping (SheetRow) throws(RowFault) -> DirectoryRow
    ) -> (SheetRow) throws(RowFault) -> DirectoryRow {
        var seen: [String: Int] = [:]
        return { row throws(RowFault) in
            let value = try read(row)
            let first = value.relationships[0]
            let key = "\(first.code) \(first.target) \(first.start?.description ?? "") \(first.end?.description ?? "")"
            if let first = seen[key] {
                throw RowFault(column: nil, code: "duplicate-row", "The same stands in row \(first) already.")
            }
            seen[key] = row.number
            return value
        }
    }

    private static func network(_ row: SheetRow, said: inout SaidOnce) throws(RowFault) -> DirectoryRow {
        let code = try DirectoryFields.code(try row.required("PCN Code"), in: "PCN Code")
        let opened = try DirectoryFields.day(row["Open Date"] ?? "", in: "Open Date")
        let closed = try DirectoryFields.day(row["Close Date"] ?? "", in: "Close Date")
        try DirectoryFields.order(opened, closed, in: "Close Date")
        let column = "Current Sub ICB Loc Code"
        let parent = try DirectoryFields.code(try row.required(column), in: column)
        var value = DirectoryRow()
        value.organisations.append(
            ListedOrganisation(
                code: code, name: try row.required("PCN Name"), role: .primaryCareNetwork,
                status: closed == nil ? .active : .closed, opened: opened, closed: closed, postcode: row["Postcode"]))
        value.relationships.append(ListedRelationship(code, .inGeographyOf, parent, end: closed))
        if let location = row["Sub ICB Location"] {
            said.add(ListedOrganisation(code: parent, name: location, role: .subICB), to: &value)
        }
        return value
    }

    private static func partner(_ row: SheetRow, said: inout SaidOnce) throws(RowFault) -> DirectoryRow {
        let (practiceColumn, parentColumn) = ("Partner Organisation Code", "Practice Parent Sub ICB Loc Code")
        let practice = try DirectoryFields.code(try row.required(practiceColumn), in: practiceColumn)
        let network = try DirectoryFields.code(try row.required("PCN Code"), in: "PCN Code")
        let (from, to) = ("Practice to PCN Relationship Start Date", "Practice to PCN Relationship End Date")
        let (start, end) = (
            try DirectoryFields.day(row[from] ?? "", in: from), try DirectoryFields.day(row[to] ?? "", in: to)
        )
        try DirectoryFields.order(start, end, in: to)
        var value = DirectoryRow()
        value.relationships.append(ListedRelationship(practice, .partnerOf, network, start: start, end: end))
        if let parent = try DirectoryFields.optionalCode(row[parentColumn] ?? "", in: parentColumn) {
            said.add(ListedRelationship(practice, .commissionedBy, parent), to: &value)
            if let name = row["Practice Parent Sub ICB Loc Name"] {
                said.add(ListedOrganisation(code: parent, name: name, role: .subICB), to: &value)
            }
        }
        return value
    }

    private static func sheet(
        of layout: Layout, among sheets: [Sheet], named name: String
    ) throws(Refusal) -> Sheet {
        let found = sheets.first { sheet in
            let keys = Set(sheet.header.map { TrimmedText.headerKey($0) })
            return layout.required.allSatisfy { keys.contains(TrimmedText.headerKey($0)) }
        }
        guard let found else {
            throw Refusal(
                .input, code: "not-this-layout",
                "\(name) has no sheet whose first row is that of \(layout.name).",
                remedy: "It needs the columns \(layout.required.prefix(4).joined(separator: ", ")) and others, in the "
                    + "first row of a sheet.")
        }
        return found
    }

    private static func named(_ reading: Reading<DirectoryRow>, _ sheet: String) -> Reading<DirectoryRow> {
        var reading = reading
        reading.problems = reading.problems.map { problem in
            Problem(
                row: problem.row, column: problem.column.map { "\(sheet): \($0)" } ?? sheet, code: problem.code,
                problem.explanation, effect: problem.effect)
        }
        return reading
    }
}
