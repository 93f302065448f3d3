import Methods
import Needs
import Organisations
import Vocabulary

/// Where a site lies that is known by its small area, of 2011 or of 2021.
struct SitePlacer: Sendable {
    private let centroids: [String: MapPoint]
    /// The areas of 2021 that each area of 2011 became, with how.
    private let became: [String: [(area: String, change: AreaLookup.Change?)]]
    private let people: [String: Int]
    private let isAsked: @Sendable (String) -> Bool?

    init(
        centroids: [String: MapPoint], lookups: [AreaLookup], people: [String: AreaPopulation],
        isAsked: @escaping @Sendable (String) -> Bool?
    ) {
        self.centroids = centroids
        self.people = people.mapValues(\.people)
        self.isAsked = isAsked
        var became: [String: [(area: String, change: AreaLookup.Change?)]] = [:]
        for lookup in lookups {
            guard let old = lookup.lsoa2011?.description, let new = lookup.lsoa2021?.description else { continue }
            became[old, default: []].append((new, lookup.change))
        }
        self.became = became.mapValues { $0.sorted { $0.area < $1.area } }
    }

    /// A place for an area: its centroid; of one that was split, the middle of the people of its parts.
    func place(of area: String) -> (place: MapPoint?, placing: AccessSite.Placing, areas: [String]) {
        guard !area.isEmpty else { return (nil, .none(.noArea), []) }
        let parts = became[area] ?? []
        if let only = parts.first, parts.count == 1, only.area != area {
            guard let place = centroids[only.area] else { return (nil, .none(.noCentroid), [only.area]) }
            return (place, .merged(area, into: only.area), [only.area])
        }
        if parts.count > 1 {
            let codes = parts.map(\.area)
            guard let place = middle(of: codes) else { return (nil, .none(.noCentroid), codes) }
            return (place, .split(area, parts: codes), codes)
        }
        if let place = centroids[area] { return (place, .centroid(area), [area]) }
        let isKnown = !parts.isEmpty || isAsked(area) != nil
        return (nil, .none(isKnown ? .noCentroid : .unknownArea), isKnown ? [area] : [])
    }

    func placed(_ site: AccessSite, in area: String) -> AccessSite {
        var site = site
        let found = place(of: area)
        (site.place, site.placing) = (found.place, found.placing)
        let asked = found.areas.compactMap(isAsked)
        site.isAsked = asked.isEmpty ? nil : asked.contains(true)
        return site
    }

    /// A row of a local list; one with coordinates is there already.
    func placed(_ entry: SitesFile.Entry) -> AccessSite {
        entry.area.map { placed(entry.site, in: $0) } ?? entry.site
    }

    /// Weighted by people; alike where nobody is counted.
    private func middle(of areas: [String]) -> MapPoint? {
        let known = areas.compactMap { area in centroids[area].map { ($0, Double(people[area] ?? 0)) } }
        guard !known.isEmpty else { return nil }
        let all = known.reduce(0) { $0 + $1.1 }
        let weights = all > 0 ? known.map { $0.1 / all } : known.map { _ in 1 / Double(known.count) }
        var (first, second) = (0.0, 0.0)
        for (place, weight) in zip(known, weights) {
            first += place.0.first * weight
            second += place.0.second * weight
        }
        return MapPoint(first, second)
    }
}
