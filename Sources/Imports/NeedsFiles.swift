import Digests
import Files
package import Needs
import Organisations
import Tabular
package import Vocabulary

/// Public files as somebody gives them for one figure: what is counted, and lookups that say where areas lie.
package struct NeedsFiles: Sendable {
    package private(set) var readings: [(name: String, reading: NeedsReading)] = []
    package private(set) var grouping: AreaGrouping?
    /// Every file, in the order in which they were given.
    package private(set) var sources: [FigureSource] = []

    /// Which larger areas a lookup places areas in.
    package enum Larger: String, Sendable, CaseIterable {
        case board, location

        package var inWords: String { self == .board ? "boards" : "sub-ICB locations" }
    }

    /// Reads each file by what it is; nothing is stored.
    ///
    /// - Throws: `Refusal` of kind `input`: `not-known`, what each reader refuses whole, and `not-for-figures` for a file that
    ///   neither counts nor places anything.
    package init(_ paths: [String], by larger: Larger) throws {
        for path in paths {
            try FileSource(path).forEachMember { member in
                sources.append(FigureSource(name: member.name, digest: Digest.of(member.bytes)))
                let kind = try FileKind(member)
                if let needs = kind.needs {
                    readings.append((member.name, try NeedsIntake.read(member.bytes, named: member.name, as: needs)))
                    return
                }
                guard let directory = kind.directory, NeedsFiles.lookups.contains(directory) else {
                    throw Refusal(
                        .input, code: "not-for-figures",
                        "\(member.name) is \(kind.inWords): no figure is worked out from it here.",
                        remedy: "See remit indicators show for what an indicator needs.")
                }
                let reading = try DirectoryIntake.read(member.bytes, named: member.name, as: directory, dropping: [])
                grouping = NeedsFiles.grouping(reading, named: member.name, by: larger)
            }
        }
    }

    /// Files that say in which larger area others lie.
    private static let lookups: Set<DirectoryFileKind> = [.practiceMap, .areaLookup, .commissionerLookup]

    init(readings: [(name: String, reading: NeedsReading)], grouping: AreaGrouping?, sources: [FigureSource]) {
        self.readings = readings
        self.grouping = grouping
        self.sources = sources
    }

    /// Patients registered at each practice, from the one file of them.
    ///
    /// - Throws: `Refusal` of kind `usage`: `file-needed`, `file-twice`; and what the sums of patients refuse.
    package func registeredPatients() throws(Refusal) -> [OrganisationCode: Int] {
        let found = readings.compactMap { if case .patients(let patients) = $0.reading { patients } else { nil } }
        guard found.count == 1, let patients = found.first else {
            throw Refusal(
                .usage, code: found.isEmpty ? "file-needed" : "file-twice",
                "One file is needed of \(NeedsFile.registeredPatients.inWords), and \(found.count) are given.")
        }
        return try CountPatients.byOrganisation(patients.rows.values.map(\.value), level: .practice)
    }

    /// The same files with one that says where their areas lie.
    package func placed(by lookup: HeldLookup) -> NeedsFiles {
        NeedsFiles(readings: readings, grouping: lookup.grouping, sources: sources + [lookup.source])
    }

    static func grouping(_ reading: DirectoryReading, named name: String, by larger: Larger) -> AreaGrouping {
        var grouping = AreaGrouping(source: name, kind: larger.inWords)
        var names: [OrganisationCode: String] = [:]
        for placed in reading.rows.values {
            for organisation in placed.value.organisations { names[organisation.code] = organisation.name }
        }
        let tie: ListedRelationship.Kind = larger == .board ? .inGeographyOf : .commissionedBy
        for placed in reading.rows.values {
            // A practice stands first in its row, a board's own ties follow; a lookup of commissioners lists boards only.
            let isPractice = reading.kind != .commissionerLookup
            let practice =
                isPractice ? placed.value.organisations.first?.code : placed.value.relationships.first?.code
            for relationship in placed.value.relationships
            where relationship.kind == tie && relationship.code == practice {
                grouping.place(
                    relationship.code.description, isPractice ? .practice : .commissioner,
                    in: relationship.target.description,
                    named: names[relationship.target])
            }
            guard let area = placed.value.area, let target = larger == .board ? area.icb : area.subICB else { continue }
            let codes: [(AreaCode?, AreaGrouping.Member)] = [
                (area.lsoa2011, .smallArea2011), (area.lsoa2021, .smallArea2021), (area.localAuthority, .authority),
            ]
            for (code, member) in codes {
                if let code { grouping.place(code.description, member, in: target.nhs.description) }
            }
        }
        return grouping
    }
}
