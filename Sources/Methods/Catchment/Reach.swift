/// How far people go for care, in the unit of distances, times or costs; the end is within reach.
public enum Reach: Hashable, Sendable {
    /// The same everywhere.
    case same(Double)
    /// One for each area: people of the country go further.
    case byArea([Double])
    /// One for each site: a hospital draws from further than a surgery.
    case bySite([Double])

    func holds(_ cost: Double, area: Int, site: Int) -> Bool {
        switch self {
        case .same(let reach): cost <= reach
        case .byArea(let reaches): cost <= reaches[area]
        case .bySite(let reaches): cost <= reaches[site]
        }
    }

    var furthest: Double {
        switch self {
        case .same(let reach): reach
        case .byArea(let reaches), .bySite(let reaches): reaches.max() ?? 0
        }
    }
}
