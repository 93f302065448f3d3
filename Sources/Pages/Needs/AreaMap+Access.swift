import Methods
public import Needs
import Vocabulary

/// Maps of access to care.
extension AreaMap {
    /// What each area asked about has; nil where none has a place.
    public init?(_ answer: AccessAnswer, _ question: AccessQuestion, _ tables: CareAccessTables) {
        self.init(
            key: "mapAreas", title: "Where access is least: \(question.asked)", valueTitle: tables.accessTitle,
            places: 2,
            absent: "no site in reach",
            areas: answer.areas.compactMap { AreaMap.area($0, $0.access.map { $0 * Double(question.per) }) },
            sites: AreaMap.sites(answer.sites.map(\.site)))
    }

    /// What each area asked about would lose or gain.
    public init?(_ found: AccessComparison, _ question: AccessQuestion, _ tables: CareAccessTables) {
        let before = Dictionary(
            found.before.sites.map { ($0.site.code, $0.site) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(
            found.after.sites.map { ($0.site.code, $0.site) }, uniquingKeysWith: { first, _ in first })
        let marked = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let all = before.merging(after) { _, new in new }.values.sorted { $0.code < $1.code }
        self.init(
            key: "mapAreas", title: "Where people would lose and gain: \(question.asked)",
            valueTitle: "more or less \(tables.accessTitle)", places: 3, absent: "no site in reach",
            areas: found.areas.compactMap {
                AreaMap.area($0.before, $0.fate == .same ? 0 : $0.change * Double(question.per))
            }, sites: AreaMap.sites(all, marked: marked), grouping: .change)
    }

    /// How far it is to the nearest site, with the places that were found.
    public init?(_ siting: AccessSiting, _ placing: PlaceSites, _ question: AccessQuestion) {
        self.init(
            key: "mapAreas", title: "The best places for more sites: \(question.asked)",
            valueTitle: "km to the nearest site that is there", places: 1, absent: "no site in reach",
            areas: zip(placing.areas, placing.waysBefore).compactMap { area, way in
                area.place.map { place in
                    Area(
                        code: area.code, name: area.name, latitude: place.first, longitude: place.second,
                        people: area.people ?? 0, value: way)
                }
            }, sites: AreaMap.sites(placing.existing) + AreaMap.sites(siting.opened, marked: nil),
            grouping: .fifthsFromMost)
    }

    private static func area(_ area: AccessAnswer.Area, _ value: Double?) -> Area? {
        guard area.area.isAsked, let place = area.area.place else { return nil }
        return Area(
            code: area.area.code, name: area.area.name, latitude: place.first, longitude: place.second,
            people: area.people, value: value)
    }

    /// - Parameter marked: codes of those that stand out; nil for all.
    private static func sites(_ sites: [AccessSite], marked: Set<String>? = []) -> [Site] {
        sites.compactMap { site in
            site.place.map { place in
                let supply = site.supply.map { ", \(grouped(Int($0.rounded())))" } ?? ""
                return Site(
                    words: "\(site.code)\(site.name.isEmpty ? "" : " \(site.name)")\(supply)", latitude: place.first,
                    longitude: place.second,
                    kind: marked?.contains(site.code) ?? true ? .marked : site.isAsked == false ? .beyond : .usual)
            }
        }
    }
}
