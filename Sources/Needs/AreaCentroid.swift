/// Where the people of a small area live on average.
public struct AreaCentroid: Hashable, Sendable {
    /// The code as published: `E01000001`.
    public let area: String
    /// Degrees on WGS 84.
    public let latitude: Double
    public let longitude: Double

    public init(area: String, latitude: Double, longitude: Double) {
        self.area = area
        self.latitude = latitude
        self.longitude = longitude
    }
}
