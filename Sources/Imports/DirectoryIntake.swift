import Files
package import Organisations
package import Store
import Tabular
package import Vocabulary

/// How files of the directory are taken in: ODS's, practice maps, successions and lookups.
package enum DirectoryIntake {
    package static let licence = "Open Government Licence v3.0"

    package static func publisher(of kind: DirectoryFileKind) -> String {
        switch kind {
        case .odsReport, .primaryCareNetworks, .ordPages, .successions: "NHS England, Organisation Data Service"
        case .practiceMap, .commissionerLookup: "NHS England"
        case .areaLookup: "Office for National Statistics"
        case .trustShares: "Office for Health Improvement and Disparities"
        }
    }

    package static func job(
        _ kind: DirectoryFileKind, into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) -> ImportJob<DirectoryReading> {
        ImportJob(
            store: store, publisher: publisher(of: kind), licence: licence, mapping: nil,
            read: { (member: Member) throws(Refusal) -> DirectoryReading in
                try read(member.bytes, named: member.name, as: kind, dropping: dropping)
            },
            perform: { file, source, container, db in
                let act = ImportDirectoryFile(source: source, container: container, dropped: dropping, file: file)
                return act.intake(try Store.perform(act, by: author, at: moment, in: db))
            })
    }

    package static func read(
        _ bytes: [UInt8], named name: String, as kind: DirectoryFileKind, dropping: [String]
    ) throws(Refusal) -> DirectoryReading {
        switch kind {
        case .odsReport:
            try refuseDropping(dropping, of: name)
            return try OdsReportFile.read(bytes, named: name)
        case .ordPages:
            try refuseDropping(dropping, of: name)
            return try OrdPagesFile.read(bytes, named: name)
        case .primaryCareNetworks:
            var sheets: [Sheet] = []
            for sheet in try Workbook.read(bytes, named: name) where !sheet.isHidden && !sheet.rows.isEmpty {
                sheets.append(try sheet.tabular(of: name))
            }
            return try PrimaryCareNetworksFile.read(sheets, named: name, dropping: dropping)
        case .successions, .practiceMap, .commissionerLookup, .areaLookup, .trustShares:
            let (sheet, notes) = try FirstSheet.read(bytes, named: name)
            var reading = try read(sheet, as: kind, dropping: dropping)
            reading.rows.problems = notes + reading.rows.problems
            return reading
        }
    }

    private static func read(
        _ sheet: Sheet, as kind: DirectoryFileKind, dropping: [String]
    ) throws(Refusal) -> DirectoryReading {
        switch kind {
        case .successions: try SuccessionsFile.read(sheet, dropping: dropping)
        case .practiceMap: try PracticeMapFile.read(sheet, dropping: dropping)
        case .commissionerLookup: try CommissionerLookupFile.read(sheet, dropping: dropping)
        case .areaLookup: try AreaLookupFile.read(sheet, dropping: dropping)
        case .trustShares: try TrustSharesFile.read(sheet, dropping: dropping)
        case .odsReport, .ordPages, .primaryCareNetworks: preconditionFailure("\(kind) is no single sheet")
        }
    }

    /// A file without titles has no column that could be named.
    private static func refuseDropping(_ columns: [String], of name: String) throws(Refusal) {
        guard let first = columns.first else { return }
        throw Refusal(
            .usage, code: "unknown-column", "\(name) has no column \(TrimmedText.quoted(first)) to drop.")
    }
}
