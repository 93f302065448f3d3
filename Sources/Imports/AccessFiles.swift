import Contracts
import Digests
import Files
import Methods
package import Needs
import Organisations
import Store
package import Tabular
package import Vocabulary

/// Files that somebody gives for a question on access to care, each read by what it is; nothing is stored.
package enum AccessFiles {
    /// - Throws: `Refusal` of kind `input`: `not-known`, `not-for-access`, and what each reader refuses whole; of kind
    ///   `usage`, `file-twice`: two files of one kind would count the same people twice.
    package static func material(_ paths: [String], by rules: AccessDefaults, at moment: Moment) throws
        -> AccessMaterial
    {
        var material = AccessMaterial()
        let months = DentalMonthReader(try DentalIntake.conditions(at: moment, dropping: []), under: .shipped)
        for path in paths {
            try FileSource(path).forEachMember { member in
                try material.take(member, by: rules, months)
                material.sources.append(FigureSource(name: member.name, digest: Digest.of(member.bytes)))
            }
        }
        return material
    }

    /// Boundaries for a map, with the faults of features that are left out.
    ///
    /// - Parameter areas: codes that are known.
    /// - Throws: `Refusal` of kind `input`: what `AreaBoundariesFile` refuses.
    package static func boundaries(
        _ path: String, of areas: Set<String>, by rules: AccessDefaults
    ) throws -> (boundaries: [AreaBoundary], problems: [(problem: Problem, file: String)]) {
        var (boundaries, problems): ([AreaBoundary], [(problem: Problem, file: String)]) = ([], [])
        try FileSource(path).forEachMember { member in
            let reading = try AreaBoundariesFile.read(
                member.bytes, named: member.name, areas: areas, extent: rules.extent)
            boundaries += reading.values.map(\.value)
            problems += reading.problems.map { ($0, member.name) }
        }
        return (boundaries, problems)
    }
}

extension AccessMaterial {
    fileprivate mutating func take(_ member: Member, by rules: AccessDefaults, _ months: DentalMonthReader) throws {
        guard !AreaBoundariesFile.recognises(member.bytes) else {
            throw Refusal(
                .usage, code: "boundaries-for-a-map", "\(member.name) holds boundaries, which are for a map.",
                remedy: "Give it with --boundaries, and say with --map FILE where the map is to be written.")
        }
        if !member.isWorkbook, !AreaCentroidsFile.recognises(member.bytes), try takeLocal(member, by: rules) { return }
        let kind = try FileKind(member)
        if let needs = kind.needs {
            try take(try NeedsIntake.read(member.bytes, named: member.name, as: needs), named: member.name)
        } else if kind == .dentalMonth {
            let outcome = try months.read(member.bytes, named: member.name)
            let held = Set(dental.map(\.month))
            guard held.isDisjoint(with: outcome.months) else { throw AccessMaterial.twice(member.name, kind.inWords) }
            dental += outcome.reading.values.map(\.value)
            note(outcome.reading.rowsRead - outcome.reading.values.count, of: member.name)
        } else if kind == .areaLookup {
            let rows = try DirectoryIntake.read(member.bytes, named: member.name, as: .areaLookup, dropping: []).rows
            lookups += rows.values.compactMap(\.value.area)
            note(rows.rowsRead - rows.values.count, of: member.name)
        } else {
            throw AccessMaterial.notNeeded(member.name, kind.inWords)
        }
    }

    /// - Returns: false where it is neither a list of sites nor a table of travel.
    private mutating func takeLocal(_ member: Member, by rules: AccessDefaults) throws -> Bool {
        let header = try LocalIntake.header(member.bytes, named: member.name)
        let titles = Set(header.map { TrimmedText.headerKey($0) })
        func isOf(_ layout: Tabular.Layout) -> Bool {
            layout.required.allSatisfy { titles.contains(TrimmedText.headerKey($0)) }
        }
        if isOf(SitesFile.layout) {
            guard sites.isEmpty else { throw AccessMaterial.twice(member.name, SitesFile.layout.name) }
            let (sheet, _) = try FirstSheet.read(member.bytes, named: member.name)
            let reading = try SitesFile.read(sheet, extent: rules.extent)
            sites = reading.values.map(\.value)
            note(reading.rowsRead - reading.values.count, of: member.name)
            problems += reading.problems.map { ($0, member.name) }
            return true
        }
        guard isOf(TravelTableFile.layout) else { return false }
        guard travel == nil else { throw AccessMaterial.twice(member.name, TravelTableFile.layout.name) }
        let (rows, unit) = try TravelTableFile.read(member.bytes, named: member.name)
        travel = .init(unit: unit, ways: rows.values.map(\.value))
        note(rows.rowsRead - rows.values.count, of: member.name)
        problems += rows.problems.map { ($0, member.name) }
        return true
    }

    mutating func take(_ reading: NeedsReading, named name: String) throws(Refusal) {
        switch reading {
        case .populations(let rows):
            guard populations.isEmpty else { throw AccessMaterial.twice(name, "populations of small areas") }
            populations = rows.values.map(\.value).filter { $0.part == nil }
        case .centroids(let rows):
            guard centroids.isEmpty else { throw AccessMaterial.twice(name, "centroids of small areas") }
            centroids = rows.values.map(\.value)
        case .deprivation(let rows):
            guard deprivation.isEmpty else { throw AccessMaterial.twice(name, "deprivation by small area") }
            deprivation = rows.values.map(\.value)
        case .sites(let rows):
            guard listed.isEmpty else { throw AccessMaterial.twice(name, "dental contracts and practices") }
            listed = rows.values.map(\.value)
        case .patients, .indicators: throw AccessMaterial.notNeeded(name, "figures of another kind")
        }
        note(reading.rowsRead - reading.rowsKept, of: name)
    }

    private mutating func note(_ rows: Int, of name: String) {
        if rows > 0 { refused.append((name, rows)) }
    }

    private static func twice(_ name: String, _ kind: String) -> Refusal {
        Refusal(
            .usage, code: "file-twice", "\(name) is a second file of one kind: \(kind).",
            remedy: "Give one: their sum might count the same twice.")
    }

    private static func notNeeded(_ name: String, _ kind: String) -> Refusal {
        Refusal(
            .input, code: "not-for-access", "\(name) is no file for access to care: \(kind).",
            remedy:
                "Needed are populations, centroids and deprivation of small areas, lookups, and dental months or a list "
                + "of sites.")
    }
}
