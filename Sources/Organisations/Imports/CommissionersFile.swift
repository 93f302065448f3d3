import Tabular
public import Vocabulary

/// The directory of commissioners as people keep it: one row a code and period.
///
/// Columns: `code`, `name`, `kind` (an `Organisation.Kind`), `regionCode` and `regionName` (both or neither),
/// `validFrom`, `validTo` (the first day on which it no longer holds), `source`, `verified`, and, for one
/// that ends, `successors` (`S1Y5D:97;D7T5G:29`, counts of what went to each) with `counted` (what was
/// counted).
public enum CommissionersFile {
    private static let columns = [
        "code", "name", "kind", "regionCode", "regionName", "validFrom", "validTo", "source", "verified",
        "successors", "counted",
    ]

    /// - Throws: `Refusal` of kind `input`: `bad-definitions` with every fault of the file, `bad-directory`
    ///   where it contradicts itself.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> Directory {
        let rows = try Definitions.read(bytes, named: name, columns: columns) { row in
            organisation(of: &row).flatMap { organisation in
                handover(of: organisation, in: &row).map { (organisation, $0) }
            }
        }
        return try Directory(organisations: rows.map(\.0), handovers: rows.flatMap(\.1))
    }

    private static func organisation(of row: inout DefinitionRow) -> Organisation? {
        let code = OrganisationCode(row.text("code"))
        if code == nil { row.fault("code", "is no code of an organisation") }
        let name = row.required("name")
        let kind = Organisation.Kind(rawValue: row.text("kind"))
        if kind == nil { row.fault("kind", "is no kind of organisation") }
        let period = row.period(from: "validFrom", to: "validTo")
        let source = row.required("source")
        let isVerified = row.flag("verified")
        var region: Region?
        if !(row.text("regionCode").isEmpty && row.text("regionName").isEmpty) {
            guard let regionCode = OrganisationCode(row.text("regionCode")), !row.text("regionName").isEmpty
            else {
                row.fault("regionCode", "is no region, or its name is blank")
                return nil
            }
            region = Region(code: regionCode, name: row.text("regionName"))
        }
        guard let code, let name, let kind, let period, let source, let isVerified else { return nil }
        return Organisation(
            code: code, name: name, kind: kind, region: region, period: period, source: source,
            isVerified: isVerified)
    }

    /// One handover, or none where the row names no successors; nil where they are at fault.
    private static func handover(of organisation: Organisation, in row: inout DefinitionRow) -> [Handover]? {
        guard !row.text("successors").isEmpty else { return [] }
        guard let day = organisation.period.end, let counted = row.required("counted") else {
            row.fault("successors", "stands in a row that does not end, or does not say what was counted")
            return nil
        }
        var counts: [OrganisationCode: Int] = [:]
        for part in row.text("successors").split(separator: ";") {
            let halves = part.split(separator: ":", omittingEmptySubsequences: false)
            guard halves.count == 2, let code = OrganisationCode(halves[0]), counts[code] == nil,
                let count = FixedPoint.whole(halves[1]), count > 0
            else {
                row.fault("successors", "is not of the form S1Y5D:97;D7T5G:29")
                return nil
            }
            counts[code] = count
        }
        guard
            let handover = Handover(
                predecessor: organisation.code, day: day, counts: counts, counted: counted)
        else {
            row.fault("successors", "names nobody")
            return nil
        }
        return [handover]
    }
}

extension Directory {
    /// The directory that comes with Remit.
    public static let shipped: Directory = {
        do {
            return try CommissionersFile.read(PackageResources.commissioners_csv, named: "commissioners.csv")
        } catch {
            preconditionFailure("the directory that comes with Remit is at fault: \(error)")
        }
    }()
}
