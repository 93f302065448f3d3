public import Tabular
public import Vocabulary

/// The practice mapping file that is published with "Patients registered at a GP practice".
///
/// Each row is a practice with its network, its commissioner and the areas over it, on the file's day. Until 2022 the
/// headers speak of CCGs and STPs, since then of sub-ICB locations and ICBs.
public enum PracticeMapFile {
    private static let common = [
        "EXTRACT_DATE", "PRACTICE_CODE", "PRACTICE_NAME", "PRACTICE_POSTCODE", "PCN_CODE", "PCN_NAME",
        "ONS_COMM_REGION_CODE", "COMM_REGION_CODE", "COMM_REGION_NAME",
    ]
    private static let groups = [
        "ONS_CCG_CODE", "CCG_CODE", "CCG_NAME", "ONS_STP_CODE", "STP_CODE", "STP_NAME",
    ]
    private static let boards = [
        "ONS_SUB_ICB_LOCATION_CODE", "SUB_ICB_LOCATION_CODE", "SUB_ICB_LOCATION_NAME", "ONS_ICB_CODE", "ICB_CODE",
        "ICB_NAME",
    ]

    public static let layout = Layout(
        name: "a practice mapping file", required: common, alternatives: [groups, boards],
        optional: ["PUBLICATION", "SUPPLIER_NAME"])

    /// What stands in place of a network's code for a practice in none.
    private static let noNetwork = "U"

    /// - Returns: rows refused with `blank`, `unreadable-code`, `unreadable-day`, `other-day` (not that of the first
    ///   row), `duplicate-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> DirectoryReading {
        let isOfBoards = sheet.header.contains { TrimmedText.headerKey($0) == "ICB_CODE" }
        let columns = isOfBoards ? boards : groups
        var said = SaidOnce()
        var statedOn: Day?
        var seen: [OrganisationCode: Int] = [:]
        let rows = try sheet.reading(as: layout, dropping: dropping) { row throws(RowFault) in
            let day = try DirectoryFields.day(try row.required("EXTRACT_DATE"), in: "EXTRACT_DATE")
            if let statedOn, statedOn != day {
                throw RowFault(
                    column: "EXTRACT_DATE", code: "other-day",
                    "The row is of another day than those before, which are of \(statedOn.inWords).")
            }
            let value = try self.row(row, columns, isOfBoards: isOfBoards, said: &said)
            let code = value.organisations[0].code
            if let first = seen[code] {
                throw RowFault(
                    column: "PRACTICE_CODE", code: "duplicate-row", "\(code) stands in row \(first) already.")
            }
            seen[code] = row.number
            statedOn = day
            return value
        }
        return DirectoryReading(kind: .practiceMap, statedOn: statedOn, rows: rows)
    }

    private static func row(
        _ row: SheetRow, _ columns: [String], isOfBoards: Bool, said: inout SaidOnce
    ) throws(RowFault) -> DirectoryRow {
        func listed(_ code: String, _ name: String, _ role: OrganisationRole, ons: String) throws(RowFault)
            -> ListedOrganisation
        {
            ListedOrganisation(
                code: try DirectoryFields.code(try row.required(code), in: code), name: try row.required(name),
                role: role, onsCode: try DirectoryFields.optionalCode(row[ons] ?? "", in: ons))
        }
        let practice = ListedOrganisation(
            code: try DirectoryFields.code(try row.required("PRACTICE_CODE"), in: "PRACTICE_CODE"),
            name: try row.required("PRACTICE_NAME"), role: .generalPractice, status: .active,
            postcode: row["PRACTICE_POSTCODE"])
        let location = try listed(
            columns[1], columns[2], isOfBoards ? .subICB : .commissioningGroup, ons: columns[0])
        let board = try listed(
            columns[4], columns[5], isOfBoards ? .integratedCareBoard : .sustainabilityPartnership, ons: columns[3])
        let region = try listed("COMM_REGION_CODE", "COMM_REGION_NAME", .region, ons: "ONS_COMM_REGION_CODE")
        let networkCode = row["PCN_CODE"] ?? noNetwork
        let network =
            networkCode == noNetwork
            ? nil
            : ListedOrganisation(
                code: try DirectoryFields.code(networkCode, in: "PCN_CODE"), name: try row.required("PCN_NAME"),
                role: .primaryCareNetwork)
        var value = DirectoryRow()
        value.organisations.append(practice)
        for organisation in [network, location, board, region].compactMap(\.self) {
            said.add(organisation, to: &value)
        }
        value.relationships = [
            ListedRelationship(practice.code, .commissionedBy, location.code),
            ListedRelationship(practice.code, .inGeographyOf, board.code),
        ]
        if let network {
            value.relationships.append(ListedRelationship(practice.code, .partnerOf, network.code))
        }
        said.add(ListedRelationship(location.code, .inGeographyOf, board.code), to: &value)
        said.add(ListedRelationship(board.code, .inGeographyOf, region.code), to: &value)
        return value
    }
}
