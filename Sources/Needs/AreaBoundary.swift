public import Methods

/// The outline of a small area, of one part or several, with its holes.
public struct AreaBoundary: Hashable, Sendable {
    public let area: String
    /// Of all parts, outer and inner alike: each closed, latitude and longitude.
    public let rings: [[MapPoint]]

    public init(area: String, rings: [[MapPoint]]) {
        self.area = area
        self.rings = rings
    }
}
