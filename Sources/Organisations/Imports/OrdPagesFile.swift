import Tabular
public import Vocabulary

/// Pages of the ODS organisation interface (ORD 2-0-0, `/organisations?PrimaryRoleId=…`): one page, or one a line.
///
/// One organisation's whole record (`/organisations/CODE`) is read too, with its relationships and successions: `OrdRecord`.
/// Each organisation of a page is a row, numbered through all pages. The role is that of the page's `PrimaryRoleId`;
/// an organisation of a role that Remit does not know is refused and counted.
public enum OrdPagesFile {
    /// The primary roles that are read.
    private static let roles: [String: OrganisationRole] = [
        "RO110": .dentalPractice, "RO177": .prescribingCostCentre, "RO197": .trust, "RO261": .integratedCareBoard,
        "RO98": .subICB, "RO272": .primaryCareNetwork, "RO209": .region,
    ]

    /// True where the bytes begin as a page does.
    public static func recognises(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        return TrimmedText.trim(head).hasPrefix("{")
            && (head.contains("\"Organisations\"") || head.contains("\"Organisation\""))
    }

    /// - Returns: rows refused with `blank`, `unreadable-code`, `unreadable-day`, `unknown-role`, `unknown-status`,
    ///   `duplicate-row`, of a record also `unknown-relationship`, `unknown-succession`, `ends-before-it-begins`.
    /// - Throws: `Refusal` of kind `input`: `not-this-layout` where a page has no list of organisations and no record,
    ///   `no-data-rows`, `patient-identifying`, and what a document refuses that is no JSON.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> DirectoryReading {
        var rows = Reading<DirectoryRow>()
        var seen: [OrganisationCode: Int] = [:]
        var changed: Day?
        for page in try pages(bytes, named: name) {
            if let record = page["Organisation"] {
                let record = try OrdRecord(record, named: name)
                if PatientIdentifier.holdsNHSNumber(record.name) {
                    throw PatientIdentifier.nhsNumber.refusal(
                        in: name, row: rows.rowsRead + 1, column: "Name", canDrop: false)
                }
                rows.add(record.rows(roles))
                if let day = record.changed, changed.map({ $0 < day }) ?? true { changed = day }
                continue
            }
            guard case .list(let organisations)? = page["Organisations"] else {
                throw Refusal(
                    .input, code: "not-this-layout", "\(name) is no page of organisations: it has no Organisations.")
            }
            for organisation in organisations {
                rows.rowsRead += 1
                let row = rows.rowsRead
                do throws(RowFault) {
                    if case .text(let text)? = organisation["Name"], PatientIdentifier.holdsNHSNumber(text) {
                        throw RowFault(column: "Name", code: "nhs-number", "")
                    }
                    let (listed, day) = try listed(organisation)
                    if let first = seen[listed.code] {
                        throw RowFault(
                            column: "OrgId", code: "duplicate-row", "\(listed.code) stands in row \(first) already.")
                    }
                    seen[listed.code] = row
                    var value = DirectoryRow()
                    value.organisations.append(listed)
                    rows.values.append(.init(row: row, value: value))
                    if let day, changed.map({ $0 < day }) ?? true { changed = day }
                } catch {
                    if error.code == "nhs-number" {
                        throw PatientIdentifier.nhsNumber.refusal(in: name, row: row, column: "Name", canDrop: false)
                    }
                    rows.problems.append(
                        Problem(row: row, column: error.column, code: error.code, error.explanation, effect: .refused))
                }
            }
        }
        guard rows.rowsRead > 0 else {
            throw Refusal(
                .input, code: "no-data-rows", "\(name) lists no organisation.", remedy: "Fetch the pages again.")
        }
        return DirectoryReading(kind: .ordPages, statedOn: changed, rows: rows)
    }

    private static func listed(_ value: JSONValue) throws(RowFault) -> (ListedOrganisation, changed: Day?) {
        func text(_ key: String) -> String {
            if case .text(let text)? = value[key] { TrimmedText.trim(text) } else { "" }
        }
        let code = try DirectoryFields.code(text("OrgId"), in: "OrgId")
        guard !text("Name").isEmpty else { throw RowFault(column: "Name", code: "blank", "Name is blank.") }
        guard let role = roles[text("PrimaryRoleId")] else {
            throw RowFault(
                column: "PrimaryRoleId", code: "unknown-role",
                "\(TrimmedText.quoted(text("PrimaryRoleId"))) is no role that is read.")
        }
        let status: ListedOrganisation.Status
        switch text("Status") {
        case "Active": status = .active
        case "Inactive": status = .closed
        default:
            throw RowFault(
                column: "Status", code: "unknown-status",
                "\(TrimmedText.quoted(text("Status"))) is neither Active nor Inactive.")
        }
        let listed = ListedOrganisation(
            code: code, name: text("Name"), role: role, status: status,
            postcode: text("PostCode").isEmpty ? nil : text("PostCode"))
        return (listed, try DirectoryFields.day(text("LastChangeDate"), in: "LastChangeDate"))
    }

    /// One document, or one a line.
    private static func pages(_ bytes: [UInt8], named name: String) throws(Refusal) -> [JSONValue] {
        let lines = bytes.split(whereSeparator: { $0 == 10 || $0 == 13 })
        if lines.count > 1, let first = lines.first, let second = lines.dropFirst().first,
            first.last == UInt8(ascii: "}"), second.first == UInt8(ascii: "{")
        {
            var pages: [JSONValue] = []
            for (place, line) in lines.enumerated() {
                pages.append(try JSONValue(parsing: Array(line), named: "\(name), line \(place + 1)"))
            }
            return pages
        }
        return [try JSONValue(parsing: bytes, named: name)]
    }
}

extension Reading<DirectoryRow> {
    /// Takes rows in after those that are there, and problems of those that are at fault.
    fileprivate mutating func add(_ rows: [Result<DirectoryRow, RowFault>]) {
        for row in rows {
            rowsRead += 1
            switch row {
            case .success(let value): values.append(.init(row: rowsRead, value: value))
            case .failure(let fault):
                problems.append(
                    Problem(row: rowsRead, column: fault.column, code: fault.code, fault.explanation, effect: .refused))
            }
        }
    }
}
