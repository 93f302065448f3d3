import Tabular
public import Vocabulary

/// The reports that ODS publishes as CSV, by the names of their files.
public enum OdsReport: String, Hashable, Sendable, CaseIterable {
    case generalPractices = "epraccur"
    case dentalPractices = "egdpprac"
    case authorities = "eauth"
    case commissioningGroups = "eccg"
    case trusts = "etr"

    /// By the beginning of a file's name: `epraccur_2024.csv`.
    public init?(fileName: String) {
        let name = fileName.lowercased()
        guard let found = OdsReport.allCases.first(where: { name.hasPrefix($0.rawValue) }) else { return nil }
        self = found
    }

    /// The kinds of organisation (column 14) that the report has; nil where they do not tell it from others.
    var subtypes: Set<String>? {
        switch self {
        case .generalPractices: ["B", "Z"]
        case .dentalPractices: ["D", "P"]
        case .authorities, .commissioningGroups, .trusts: nil
        }
    }

    func role(setting: String) -> OrganisationRole {
        switch self {
        case .generalPractices: setting == OdsReportFile.practiceSetting ? .generalPractice : .prescribingCostCentre
        case .dentalPractices: .dentalPractice
        case .authorities: .authority
        case .commissioningGroups: .commissioningGroup
        case .trusts: .trust
        }
    }
}

/// A report of ODS: 27 columns (trusts also 24) without a header, of which the file's name says what they list.
///
/// Kept: code, name, region (3rd), board (4th), postcode (10th), first and last day (11th, 12th), status (13th), the
/// commissioner with its days (15th to 17th). The address and the telephone number are not.
public enum OdsReportFile {
    /// The prescribing setting of a general practice (26th column).
    static let practiceSetting = "4"

    /// True where a first row has the shape of a report: 27 or 24 cells, a code, a day and a mark of 0 or 1.
    public static func hasShape(_ row: [String]) -> Bool {
        (row.count == 27 || row.count == 24) && OrganisationCode(row[0]) != nil && row[10].utf8.count == 8
            && PublishedDay.read(row[10]) != nil && (row[21] == "0" || row[21] == "1")
    }

    /// - Parameter name: the file's, which says the report.
    /// - Returns: rows refused with `blank`, `unreadable-code`, `unreadable-day`, `unknown-status`,
    ///   `ends-before-it-begins`, `duplicate-row`, `ragged-row`.
    /// - Throws: `Refusal` of kind `input`: `not-this-report` (another name, another shape, or what the file lists is
    ///   not what its name says), `patient-identifying`, and as `RowReader`.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> DirectoryReading {
        var reader = try RowReader(bytes, named: name, delimiter: UInt8(ascii: ","))
        guard let report = OdsReport(fileName: name) else {
            throw notThis(name, "its name begins with none of \(names)")
        }
        guard hasShape(reader.header) else {
            throw notThis(name, "its first row has \(reader.header.count) cells, or they are not those of a report")
        }
        let titles = (1...reader.header.count).map { "\($0)" }
        // The telephone number may have ten digits.
        let scan = PatientIdentifierScan(file: name, titles: titles, known: Set(titles.indices), exempt: [17])
        var (rows, said) = (Reading<DirectoryRow>(), SaidOnce())
        var (seen, foreign): ([OrganisationCode: Int], Int) = ([:], 0)
        repeat {
            rows.rowsRead += 1
            if let refusal = scan.refusal(for: reader) { throw refusal }
            if let ragged = reader.raggedness {
                rows.problems.append(ragged)
                continue
            }
            let cells = reader.cells.indices.map { reader.text(at: $0) }
            if let subtypes = report.subtypes, !subtypes.contains(cells[13]) { foreign += 1 }
            do throws(RowFault) {
                let row = try self.row(of: cells, in: report, said: &said)
                let code = row.organisations[0].code
                if let first = seen[code] {
                    throw RowFault(
                        column: "1", code: "duplicate-row", "\(code) stands in row \(first) already.")
                }
                seen[code] = reader.row
                rows.values.append(.init(row: reader.row, value: row))
            } catch {
                rows.problems.append(
                    Problem(
                        row: reader.row, column: error.column, code: error.code, error.explanation, effect: .refused))
            }
        } while reader.next()
        if foreign * 2 > rows.rowsRead {
            throw notThis(name, "\(foreign) of its \(rows.rowsRead) rows are not of what \(report.rawValue) lists")
        }
        rows.problems += try reader.finish()
        return DirectoryReading(kind: .odsReport, statedOn: rows.latestBeginning, rows: rows)
    }

    private static func row(
        of cells: [String], in report: OdsReport, said: inout SaidOnce
    ) throws(RowFault) -> DirectoryRow {
        let code = try DirectoryFields.code(cells[0], in: "1")
        guard !cells[1].isEmpty else { throw RowFault(column: "2", code: "blank", "The name is blank.") }
        let (opened, closed) = (
            try DirectoryFields.day(cells[10], in: "11"), try DirectoryFields.day(cells[11], in: "12")
        )
        try DirectoryFields.order(opened, closed, in: "12")
        var row = DirectoryRow()
        row.organisations.append(
            ListedOrganisation(
                code: code, name: cells[1], role: report.role(setting: cells.count > 25 ? cells[25] : ""),
                status: try status(cells[12], closed: closed), opened: opened, closed: closed,
                postcode: cells[9].isEmpty ? nil : cells[9]))
        let region = try DirectoryFields.optionalCode(cells[2], in: "3")
        let board = try DirectoryFields.optionalCode(cells[3], in: "4")
        if let board {
            row.relationships.append(ListedRelationship(code, .inGeographyOf, board))
            if let region { said.add(ListedRelationship(board, .inGeographyOf, region), to: &row) }
        } else if let region {
            row.relationships.append(ListedRelationship(code, .inGeographyOf, region))
        }
        if let parent = try DirectoryFields.optionalCode(cells[14], in: "15") {
            let (joined, left) = (
                try DirectoryFields.day(cells[15], in: "16"), try DirectoryFields.day(cells[16], in: "17")
            )
            try DirectoryFields.order(joined, left, in: "17")
            row.relationships.append(ListedRelationship(code, .commissionedBy, parent, start: joined, end: left))
        }
        return row
    }

    private static func status(_ text: String, closed: Day?) throws(RowFault) -> ListedOrganisation.Status? {
        switch text {
        case "A": return .active
        case "C": return .closed
        case "D": return .dormant
        case "P": return .proposed
        case "": return closed == nil ? nil : .closed
        default:
            throw RowFault(
                column: "13", code: "unknown-status", "\(TrimmedText.quoted(text)) is none of A, C, D and P.")
        }
    }

    private static var names: String { OdsReport.allCases.map(\.rawValue).joined(separator: ", ") }

    private static func notThis(_ name: String, _ why: String) -> Refusal {
        Refusal(
            .input, code: "not-this-report", "\(name) is not read as a report of ODS: \(why).",
            remedy: "Keep the name that ODS gave the file, and give it as it was published, without a header.")
    }
}
