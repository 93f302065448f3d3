package import Needs
package import Organisations
package import Store
import Tabular
package import Vocabulary

/// What is held of populations, deprivation and indicators; read again, from the bytes that are kept, when something is
/// worked out from it.
///
/// A reading costs what the file costs: under half a second for 130,000 rows. Nothing is remembered here.
package struct HeldNeeds: Sendable {
    /// The last that was taken in first.
    package let files: [HeldFile<NeedsFile>]
    private let directory: [HeldFile<DirectoryFileKind>]
    private let store: Store

    package init(_ store: Store) throws {
        self.store = store
        (files, directory) = try store.read { db in
            (try HeldFile<NeedsFile>.all(db), try HeldFile<DirectoryFileKind>.all(db))
        }
    }

    /// Kinds of file that an indicator needs and that nobody took in yet.
    package func missing(for definition: IndicatorDefinition) -> [NeedsFile] {
        definition.files.filter { kind in !files.contains { $0.kind == kind } }
    }

    /// What an indicator is worked out from: the last file of its kind that has the figure, and for an index of deprivation
    /// the last whose areas are those of the population.
    ///
    /// - Parameter larger: areas to add up to; nil for those of the file, as also where figures cannot be added up.
    /// - Throws: `Refusal` of kind `wanting`: `file-not-held`, which says what to take in; `lookup-not-held`.
    package func files(
        for definition: IndicatorDefinition, by larger: NeedsFiles.Larger?
    ) throws -> NeedsFiles {
        if let kind = missing(for: definition).first {
            throw Refusal(
                .wanting, code: "file-not-held",
                "“\(definition.title)” needs a file that was not taken in yet: \(kind.inWords).",
                remedy:
                    "Take it in with remit import FILE, or on the page of imports. Its source is: \(definition.source)."
            )
        }
        var readings: [(name: String, reading: NeedsReading)] = []
        var sources: [FigureSource] = []
        var areas: Set<String> = []
        for kind in definition.files {
            let (file, reading) = try chosen(kind, for: definition, among: areas)
            readings.append((file.name, reading))
            sources.append(FigureSource(name: file.name, digest: file.digest))
            if areas.isEmpty { areas = reading.areas }
        }
        let own = NeedsFiles(readings: readings, grouping: nil, sources: sources)
        guard let larger, definition.method.addsUp else { return own }
        guard let found = try lookup(for: areas, by: larger) else { throw HeldNeeds.noLookup(larger) }
        return own.placed(by: found)
    }

    /// Said where areas cannot be placed.
    package static func noLookup(_ larger: NeedsFiles.Larger) -> Refusal {
        Refusal(
            .wanting, code: "lookup-not-held",
            "No file that was taken in says in which \(larger.inWords) these areas lie.",
            remedy: "Take in a practice mapping file, or a lookup of small areas that names these areas and boards.")
    }

    /// Which of some areas lie in a board, by the lookup that places most of them.
    ///
    /// - Throws: `Refusal`: `lookup-not-held`; `no-such-board` where none of them does.
    package func areas(_ areas: some Sequence<String>, in board: String) throws -> Set<String> {
        let areas = Set(areas)
        guard let grouping = try lookup(for: areas, by: .board)?.grouping else { throw HeldNeeds.noLookup(.board) }
        let found = areas.filter { grouping.groups(of: $0).contains(board) }
        guard !found.isEmpty else {
            throw Refusal(
                .usage, code: "no-such-board", "\(grouping.source) has none of these areas under \(board.printable).",
                remedy: "It has: \(grouping.all.joined(separator: ", ")).")
        }
        return found
    }

    /// Deprivation by practice, higher where it is greater, of the last file that was taken in; nil where none was.
    package func practiceScores() throws -> PracticeScores? {
        guard let file = files.first(where: { $0.kind == .practiceDeprivation }),
            case .indicators(let reading) = try reading(file)
        else { return nil }
        var byArea: [String: Double] = [:]
        for value in reading.values.flatMap(\.value) {
            if let score = value.value.number { byArea[value.area] = score }
        }
        return PracticeScores(byArea: byArea, source: FigureSource(name: file.name, digest: file.digest))
    }

    package func reading(_ file: HeldFile<NeedsFile>) throws -> NeedsReading {
        try NeedsIntake.read(
            try KeptSource.bytes(of: file.digest, in: store), named: file.name, as: file.kind, dropping: file.dropped)
    }

    package func reading(_ file: HeldFile<DirectoryFileKind>) throws -> DirectoryReading {
        try DirectoryIntake.read(
            try KeptSource.bytes(of: file.digest, in: store), named: file.name, as: file.kind, dropping: file.dropped)
    }

    /// Files of the directory of a kind; the last that was taken in first.
    package func directoryFiles(_ kind: DirectoryFileKind) -> [HeldFile<DirectoryFileKind>] {
        directory.filter { $0.kind == kind }
    }

    /// The last file of a kind that has the definition's figure, or most of some areas.
    private func chosen(
        _ kind: NeedsFile, for definition: IndicatorDefinition, among areas: Set<String>
    ) throws -> (HeldFile<NeedsFile>, NeedsReading) {
        var first: (HeldFile<NeedsFile>, NeedsReading)?
        for file in files where file.kind == kind {
            let reading = try reading(file)
            let isOfUse =
                areas.isEmpty
                ? reading.has(definition.figure) : reading.areas.intersection(areas).count * 2 > areas.count
            if isOfUse { return (file, reading) }
            first = first ?? (file, reading)
        }
        guard let first else { preconditionFailure("what is missing was refused before") }
        return first
    }

    /// The lookup that places most of some areas; the last of several that place as many. Nil where none places any.
    package func lookup(for areas: Set<String>, by larger: NeedsFiles.Larger) throws -> HeldLookup? {
        // Small areas and authorities have codes of the Office for National Statistics, practices those of ODS.
        let isOfStatistics = areas.first.map { $0.hasPrefix("E") && $0.count == 9 } ?? false
        var best: (lookup: HeldLookup, covered: Int)?
        let kinds: [DirectoryFileKind] = isOfStatistics ? [.areaLookup] : [.practiceMap, .commissionerLookup]
        for file in kinds.flatMap(directoryFiles) {
            let grouping = NeedsFiles.grouping(try reading(file), named: file.name, by: larger)
            let covered = grouping.covered(areas)
            if covered > (best?.covered ?? 0) {
                let source = FigureSource(name: file.name, digest: file.digest)
                best = (HeldLookup(source: source, grouping: grouping), covered)
            }
            if covered * 100 >= areas.count * 99, covered > 0 { break }
        }
        return best?.lookup
    }
}

/// In which larger areas others lie, by a file that is held.
package struct HeldLookup: Sendable {
    package let source: FigureSource
    package let grouping: AreaGrouping
}

/// How deprived the patients of practices are, by the practices' codes.
package struct PracticeScores: Sendable {
    package let byArea: [String: Double]
    package let source: FigureSource
}

extension NeedsReading {
    /// True where it has an indicator by its publisher's code; an empty one is any.
    fileprivate func has(_ figure: String) -> Bool {
        guard case .indicators(let reading) = self, !figure.isEmpty else { return true }
        return reading.values.contains { $0.value.contains { $0.indicator == figure } }
    }
}
