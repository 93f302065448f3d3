import Methods
public import Needs
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Boundaries that somebody gave, in place of circles.
extension AreaMap {
    /// The same map with the areas' outlines, as finely as its drawing can show them; areas without one stay circles.
    public func outlined(by boundaries: [AreaBoundary]) -> AreaMap {
        let rings = Dictionary(boundaries.map { ($0.area, $0.rings) }, uniquingKeysWith: { first, _ in first })
        var map = self
        for place in map.areas.indices {
            map.areas[place].outline = rings[map.areas[place].code].map { $0.map(AreaMap.flat) }
        }
        // Half a unit of the drawing, in degrees north.
        let finest = 0.5 / map.unitsADegree
        let narrowing = map.narrowing
        for place in map.areas.indices {
            map.areas[place].outline = map.areas[place].outline?.compactMap {
                AreaMap.simplified($0, within: finest, narrowing: narrowing)
            }
            if map.areas[place].outline?.isEmpty == true { map.areas[place].outline = nil }
        }
        return map
    }

    /// Areas that are drawn by their outline.
    public var outlinedAreas: Int { areas.count { $0.outline != nil } }

    private static func flat(_ ring: [MapPoint]) -> [Double] { ring.flatMap { [$0.first, $0.second] } }

    /// The ring with points left out that lie nearer to the line between their neighbours than `finest`.
    ///
    /// - Returns: nil of a ring that shrinks to nothing.
    /// - Reference: Douglas and Peucker, Cartographica 10 (1973) 112.
    private static func simplified(_ ring: [Double], within finest: Double, narrowing: Double) -> [Double]? {
        let count = ring.count / 2
        guard count >= 4 else { return nil }
        func x(_ place: Int) -> Double { ring[2 * place + 1] * narrowing }
        func y(_ place: Int) -> Double { ring[2 * place] }
        func distance(_ place: Int, _ first: Int, _ last: Int) -> Double {
            let (dx, dy) = (x(last) - x(first), y(last) - y(first))
            let (px, py) = (x(place) - x(first), y(place) - y(first))
            let length = dx * dx + dy * dy
            guard length > 0 else { return (px * px + py * py).squareRoot() }
            let along = max(0, min(1, (px * dx + py * dy) / length))
            let (ox, oy) = (px - along * dx, py - along * dy)
            return (ox * ox + oy * oy).squareRoot()
        }
        // A ring ends where it begins: its furthest point divides it.
        let far = (1..<count - 1).max { distance($0, 0, 0) < distance($1, 0, 0) } ?? 1
        guard distance(far, 0, 0) > finest else { return nil }
        var isKept = [Bool](repeating: false, count: count)
        for place in [0, far, count - 1] { isKept[place] = true }
        var stretches = [(0, far), (far, count - 1)]
        while let (first, last) = stretches.popLast() {
            guard last - first > 1,
                let furthest = (first + 1..<last).max(by: { distance($0, first, last) < distance($1, first, last) }),
                distance(furthest, first, last) > finest
            else { continue }
            isKept[furthest] = true
            stretches += [(first, furthest), (furthest, last)]
        }
        let kept = (0..<count).filter { isKept[$0] }
        guard kept.count >= 4 else { return nil }
        // A hundred-thousandth of a degree is a metre.
        return kept.flatMap { place in
            [ring[2 * place], ring[2 * place + 1]].map { ($0 * 100_000).rounded() / 100_000 }
        }
    }
}
