import Files
package import Needs
import Pages
package import Vocabulary

/// A map of access to care as an SVG file.
package enum AccessMapFile {
    /// What is on the map.
    package enum Subject {
        case access(AccessAnswer, AccessQuestion, CareAccessTables)
        case change(AccessComparison, AccessQuestion, CareAccessTables)
        case siting(AccessSiting, PlaceSites, AccessQuestion)

        var map: AreaMap? {
            switch self {
            case .access(let answer, let question, let tables): AreaMap(answer, question, tables)
            case .change(let found, let question, let tables): AreaMap(found, question, tables)
            case .siting(let siting, let placing, let question): AreaMap(siting, placing, question)
            }
        }
    }

    /// - Throws: `Refusal` of kind `input`, `nothing-to-draw` where no area asked about has a place; what writing refuses.
    package static func bytes(_ subject: Subject) throws(Refusal) -> [UInt8] {
        guard let map = subject.map else {
            throw Refusal(.input, code: "nothing-to-draw", "No area asked about has a place, so there is no map.")
        }
        return map.file()
    }

    /// Writes the map, in place of what stands there.
    package static func write(_ subject: Subject, to path: String) throws {
        try WholeFile.write(try bytes(subject), to: path, replacing: true)
    }
}
