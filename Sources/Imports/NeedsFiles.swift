import Digests
import Files
package import Needs
import Organisations
import Tabular
import Vocabulary

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
                    readings.append((member.name, try needs.read(member.bytes, named: member.name)))
                    return
                }
                guard let directory = kind.directory, kind == .practiceMap || kind == .areaLookup else {
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

    init(readings: [(name: String, reading: NeedsReading)], grouping: AreaGrouping?, sources: [FigureSource]) {
        self.readings = readings
        self.grouping = grouping
        self.sources = sources
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
            // A practice stands first in its row; a board's own ties follow.
            let practice = placed.value.organisations.first?.code
            for relationship in placed.value.relationships
            where relationship.kind == tie && relationship.code == practice {
                grouping.place(
                    relationship.code.description, .practice, in: relationship.target.description,
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
