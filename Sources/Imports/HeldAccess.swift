import Contracts
import Needs
import Organisations
package import Store
import Tabular
package import Vocabulary

/// Access to care from the files that are held: the last of each kind that was taken in.
package struct HeldAccess: Sendable {
    /// With the last dental month alone.
    package let material: AccessMaterial

    /// What must be held, in words, with what is not.
    package static func missing(_ held: HeldNeeds, in store: Store) throws -> [String] {
        var missing: [String] = []
        for kind in [NeedsFile.areaPopulations, .areaCentroids, .areaDeprivation]
        where !held.files.contains(where: { $0.kind == kind }) {
            missing.append(kind.inWords)
        }
        if held.directoryFiles(.areaLookup).isEmpty { missing.append("a lookup from small areas to boards") }
        if try HeldDentalMonth.last(in: store) == nil { missing.append("a month of NHSBSA's dental contractor file") }
        return missing
    }

    /// Reads all of them; some seconds for England.
    ///
    /// - Throws: `Refusal`: `file-not-held`, what each reader refuses, `bytes-missing`, `bytes-altered`.
    package init(_ held: HeldNeeds, in store: Store, at moment: Moment) throws {
        let missing = try HeldAccess.missing(held, in: store)
        guard missing.isEmpty, let month = try HeldDentalMonth.last(in: store) else {
            throw Refusal(
                .wanting, code: "file-not-held",
                "Access to care needs files that were not taken in yet: \(missing.joined(separator: "; ")).",
                remedy: "Take them in with remit import FILE, or on the page of imports.")
        }
        var material = AccessMaterial()
        var sources: [FigureSource] = []
        var areas: Set<String> = []
        for kind in [NeedsFile.areaPopulations, .areaCentroids, .areaDeprivation] {
            guard let (file, reading) = try HeldAccess.best(kind, of: held, among: areas) else { continue }
            try material.take(reading, named: file.name)
            if kind == .areaPopulations { areas = Set(material.populations.map(\.area)) }
            sources.append(FigureSource(name: file.name, digest: file.digest))
        }
        // The last lookup that places areas in boards, and the last that says what became of those of 2011.
        var (hasBoards, hasChanges) = (false, false)
        for file in held.directoryFiles(.areaLookup) where !(hasBoards && hasChanges) {
            let found = try held.reading(file).rows.values.compactMap(\.value.area)
            let boards = found.contains { $0.icb != nil && $0.lsoa2021 != nil }
            let changes = found.contains { $0.lsoa2011 != nil && $0.lsoa2021 != nil }
            guard boards && !hasBoards || changes && !hasChanges else { continue }
            (hasBoards, hasChanges) = (hasBoards || boards, hasChanges || changes)
            material.lookups += found
            sources.append(FigureSource(name: file.name, digest: file.digest))
        }
        let (rows, source) = try HeldAccess.read(month, in: store, at: moment)
        material.dental = rows
        sources.append(source)
        material.sources = sources
        self.material = material
    }

    /// The same with every month that is held of the last one's financial year: for what was delivered.
    ///
    /// - Throws: as `init`.
    package func withYear(in store: Store, at moment: Moment) throws -> AccessMaterial {
        var material = material
        let held = Set(material.sources.map(\.digest))
        for month in try HeldDentalMonth.ofLastYear(in: store) where !held.contains(month.digest) {
            let (rows, source) = try HeldAccess.read(month, in: store, at: moment)
            material.dental += rows
            material.sources.append(source)
        }
        return material
    }

    private static func read(
        _ month: HeldDentalMonth, in store: Store, at moment: Moment
    ) throws -> ([DentalMonth], FigureSource) {
        let reader = DentalMonthReader(try DentalIntake.conditions(at: moment, dropping: []), under: .shipped)
        let outcome = try reader.read(try KeptSource.bytes(of: month.digest, in: store), named: month.name)
        return (
            outcome.reading.values.map(\.value).filter { $0.month == month.month },
            FigureSource(name: month.name, digest: month.digest)
        )
    }

    /// The last file of a kind that has most of some areas, else the last.
    private static func best(
        _ kind: NeedsFile, of held: HeldNeeds, among areas: Set<String>
    ) throws -> (HeldFile<NeedsFile>, NeedsReading)? {
        var first: (HeldFile<NeedsFile>, NeedsReading)?
        for file in held.files where file.kind == kind {
            let reading = try held.reading(file)
            if areas.isEmpty || reading.areas.intersection(areas).count * 2 > areas.count { return (file, reading) }
            first = first ?? (file, reading)
        }
        return first
    }
}
