import Tabular
import Vocabulary

/// One organisation's whole record from the ODS organisation interface (ORD 2-0-0, `/organisations/CODE`): what it is, its
/// ties, and who came before and after it.
///
/// The organisation is a row, and so is each of its relationships (`Rels`) and successions (`Succs`), in this order.
struct OrdRecord {
    private let record: JSONValue
    private let code: OrganisationCode

    /// Roles that say more than the primary one.
    private static let telling: [String: OrganisationRole] = [
        "RO76": .generalPractice, "RO318": .integratedCareBoard, "RO319": .subICB,
        "RO262": .sustainabilityPartnership,
    ]

    private static let kinds: [String: ListedRelationship.Kind] = [
        "RE4": .commissionedBy, "RE5": .inGeographyOf, "RE8": .partnerOf,
    ]

    /// - Throws: `Refusal` of kind `input`: `not-this-layout`, where the record has no code.
    init(_ record: JSONValue, named name: String) throws(Refusal) {
        guard let code = OrdRecord.text(record["OrgId"]?["extension"]).flatMap({ OrganisationCode($0) }) else {
            throw Refusal(.input, code: "not-this-layout", "\(name) is no record of an organisation: it has no OrgId.")
        }
        (self.record, self.code) = (record, code)
    }

    /// Every row of the record, as a value or as the fault that refuses it.
    func rows(_ roles: [String: OrganisationRole]) -> [Result<DirectoryRow, RowFault>] {
        var rows = [row { () throws(RowFault) in try organisation(roles) }]
        for (place, item) in list("Rels", "Rel").enumerated() {
            rows.append(row { () throws(RowFault) in try relationship(item, "Rels \(place + 1)") })
        }
        for (place, item) in list("Succs", "Succ").enumerated() {
            rows.append(row { () throws(RowFault) in try succession(item, "Succs \(place + 1)") })
        }
        return rows
    }

    /// The day of which it speaks.
    var changed: Day? { OrdRecord.text(record["LastChangeDate"]).flatMap { PublishedDay.read($0) } }

    /// The name, to be looked through for what identifies a patient.
    var name: String { OrdRecord.text(record["Name"]) ?? "" }

    private func row(_ made: () throws(RowFault) -> DirectoryRow) -> Result<DirectoryRow, RowFault> {
        do throws(RowFault) { return .success(try made()) } catch { return .failure(error) }
    }

    private func organisation(_ roles: [String: OrganisationRole]) throws(RowFault) -> DirectoryRow {
        guard !name.isEmpty else { throw RowFault(column: "Name", code: "blank", "Name is blank.") }
        let held = list("Roles", "Role")
        let active = held.filter { OrdRecord.text($0["Status"]) != "Inactive" }
        let primary = held.first { $0["primaryRole"] == .flag(true) }.flatMap { OrdRecord.text($0["id"]) } ?? ""
        let said = active.lazy.compactMap { OrdRecord.text($0["id"]).flatMap { OrdRecord.telling[$0] } }.first
        guard let role = said ?? roles[primary] else {
            throw RowFault(
                column: "Roles", code: "unknown-role", "\(TrimmedText.quoted(primary)) is no role that is read.")
        }
        let status: ListedOrganisation.Status
        switch OrdRecord.text(record["Status"]) ?? "" {
        case "Active": status = .active
        case "Inactive": status = .closed
        case let other:
            throw RowFault(
                column: "Status", code: "unknown-status", "\(TrimmedText.quoted(other)) is neither Active nor Inactive."
            )
        }
        let (opened, closed) = try days(of: record, in: "Date")
        var value = DirectoryRow()
        value.organisations.append(
            ListedOrganisation(
                code: code, name: name, role: role, status: status, opened: opened, closed: closed,
                postcode: OrdRecord.text(record["GeoLoc"]?["Location"]?["PostCode"])))
        return value
    }

    private func relationship(_ item: JSONValue, _ column: String) throws(RowFault) -> DirectoryRow {
        let id = OrdRecord.text(item["id"]) ?? ""
        guard let kind = OrdRecord.kinds[id] else {
            throw RowFault(
                column: column, code: "unknown-relationship",
                "\(TrimmedText.quoted(id)) is no relationship that is read.")
        }
        let target = try target(of: item, column)
        let (start, end) = try days(of: item, in: column)
        var value = DirectoryRow()
        value.relationships.append(ListedRelationship(code, kind, target, start: start, end: end))
        return value
    }

    private func succession(_ item: JSONValue, _ column: String) throws(RowFault) -> DirectoryRow {
        let target = try target(of: item, column)
        guard let day = try days(of: item, in: column).start else {
            throw RowFault(column: column, code: "blank", "The succession has no day.")
        }
        var value = DirectoryRow()
        switch OrdRecord.text(item["Type"]) ?? "" {
        case "Predecessor":
            value.succession = Succession(predecessor: target, successor: code, day: day, isDerived: false)
        case "Successor":
            value.succession = Succession(predecessor: code, successor: target, day: day, isDerived: false)
        case let other:
            throw RowFault(
                column: column, code: "unknown-succession",
                "\(TrimmedText.quoted(other)) is neither Predecessor nor Successor.")
        }
        return value
    }

    private func target(of item: JSONValue, _ column: String) throws(RowFault) -> OrganisationCode {
        try DirectoryFields.code(OrdRecord.text(item["Target"]?["OrgId"]?["extension"]) ?? "", in: column)
    }

    /// Operational days where there are some, else legal ones.
    private func days(of item: JSONValue, in column: String) throws(RowFault) -> (start: Day?, end: Day?) {
        guard case .list(let dates)? = item["Date"] else { return (nil, nil) }
        let operational = dates.first { OrdRecord.text($0["Type"]) == "Operational" }
        guard let chosen = operational ?? dates.first else { return (nil, nil) }
        let start = try DirectoryFields.day(OrdRecord.text(chosen["Start"]) ?? "", in: column)
        let end = try DirectoryFields.day(OrdRecord.text(chosen["End"]) ?? "", in: column)
        try DirectoryFields.order(start, end, in: column)
        return (start, end)
    }

    private func list(_ outer: String, _ inner: String) -> [JSONValue] {
        if case .list(let items)? = record[outer]?[inner] { items } else { [] }
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard case .text(let text)? = value, !TrimmedText.trim(text).isEmpty else { return nil }
        return TrimmedText.trim(text)
    }
}
