import Files
package import Needs
package import Pages
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

    /// - Parameter boundaries: of areas that are drawn by their own; the others are circles.
    /// - Throws: `Refusal` of kind `input`, `nothing-to-draw` where no area asked about has a place; `no-area-matches`
    ///   where boundaries are given and none is of an area on the map.
    package static func map(_ subject: Subject, boundaries: [AreaBoundary] = []) throws(Refusal) -> AreaMap {
        guard let map = subject.map else {
            throw Refusal(.input, code: "nothing-to-draw", "No area asked about has a place, so there is no map.")
        }
        guard !boundaries.isEmpty else { return map }
        let outlined = map.outlined(by: boundaries)
        guard outlined.outlinedAreas > 0 else {
            throw Refusal(
                .input, code: "no-area-matches",
                "None of the \(counted(boundaries.count, "boundary", "boundaries")) is of one of the "
                    + "\(counted(map.areas.count, "area", "areas")) on the map.",
                remedy: "Give boundaries of the areas of the lookup: all of one census.")
        }
        return outlined
    }

    /// - Throws: as `map`.
    package static func bytes(
        _ subject: Subject, boundaries: [AreaBoundary] = []
    ) throws(Refusal) -> [UInt8] {
        try map(subject, boundaries: boundaries).file()
    }

    /// Writes the map, in place of what stands there.
    ///
    /// - Returns: how many areas are drawn by their boundary, and of how many.
    /// - Throws: as `map`, and what writing refuses.
    @discardableResult
    package static func write(
        _ subject: Subject, to path: String, boundaries: [AreaBoundary] = []
    ) throws -> (outlined: Int, areas: Int) {
        let map = try map(subject, boundaries: boundaries)
        try WholeFile.write(map.file(), to: path, replacing: true)
        return (map.outlinedAreas, map.areas.count)
    }
}
