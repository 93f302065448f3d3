import Methods
public import Vocabulary

/// Access to care, by area and fifth of deprivation, from who lives where and what is given where.
public enum WorkOutAccess {
    /// Reckons access; whatever has no place, no people or no supply is left out and listed.
    ///
    /// Costs some tenths of a second for England's small areas and dental contracts within 10 km.
    /// - Throws: `Refusal`: `nobody-asked` where no area asked about has people and a place, `no-sites` where none has a place
    ///   and a supply, `area-twice`, `site-twice`, and what `ReachTable`, `Decay` and `FloatingCatchment` refuse.
    public static func answer(_ question: AccessQuestion) throws(Refusal) -> AccessAnswer {
        let counted = try Counted(question)
        let (table, reaches) = try counted.table(question)
        let people = counted.areas.map { Double($0.people ?? 0) }
        let supply = counted.sites.map { $0.supply ?? 0 }
        let found = try FloatingCatchment(table, population: people, supply: supply)
            .access(steps: question.method.steps, decay: question.method.decay)
        let nearest = table.nearest()
        let unreached = Set(found.unreached)
        let areas = counted.areas.indices.map { place in
            AccessAnswer.Area(
                area: counted.areas[place], people: counted.areas[place].people ?? 0, access: found.access[place],
                nearest: nearest[place], reach: reaches[place])
        }
        var asked = AccessAnswer.Group()
        var fifths: [Int?: AccessAnswer.Group] = [:]
        for area in areas where area.area.isAsked {
            asked.add(area)
            fifths[area.area.fifth, default: .init()].add(area)
        }
        return AccessAnswer(
            areas: areas,
            sites: counted.sites.indices.map { place in
                AccessAnswer.Site(
                    site: counted.sites[place], supply: supply[place],
                    ratio: found.ratios.isEmpty ? nil : found.ratios[place], isReached: !unreached.contains(place))
            }, asked: asked,
            fifths: fifths.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { ($0.key, $0.value) },
            supplyReached: found.supplyReached, supplyShared: found.supplyShared,
            isShared: question.method.steps != .one, leftOut: counted.leftOut, method: found.method, pairs: table.pairs)
    }

    /// The part of a question that can be reckoned with.
    struct Counted {
        private(set) var areas: [AccessArea] = []
        private(set) var sites: [AccessSite] = []
        private(set) var leftOut: [AccessAnswer.LeftOut] = []
        private var ways: [ReachTable.Cost] = []

        init(_ question: AccessQuestion) throws(Refusal) {
            try takeAreas(of: question)
            try takeSites(of: question)
            takeWays(of: question)
            guard areas.contains(where: \.isAsked) else {
                throw Refusal(
                    .input, code: "nobody-asked", "No area of \(question.asked) has people and a place.",
                    remedy: "Give populations and centroids for the areas of the lookup: all of one census.")
            }
            guard !sites.isEmpty else {
                throw Refusal(
                    .input, code: "no-sites", "No site has a place and a supply.",
                    remedy: "See whether the lookups and centroids have the areas of the sites.")
            }
        }

        private mutating func takeAreas(of question: AccessQuestion) throws(Refusal) {
            var seen: Set<String> = []
            for area in question.areas {
                guard seen.insert(area.code).inserted else {
                    throw Refusal(.input, code: "area-twice", "Area \(area.code.printable) is given twice.")
                }
                func leave(_ why: AccessAnswer.LeftOut.Why, _ words: String) {
                    leftOut.append(
                        .init(
                            why: why, code: area.code, name: area.name, size: area.people.map(Double.init),
                            words: words, isAsked: area.isAsked))
                }
                if area.people == nil {
                    leave(.areaWithoutPeople, "no population in the file")
                } else if area.place == nil, question.travel == nil {
                    leave(.areaWithoutPlace, "no centroid in the file")
                } else {
                    areas.append(area)
                }
            }
        }

        private mutating func takeSites(of question: AccessQuestion) throws(Refusal) {
            var seen: Set<String> = []
            for site in question.sites {
                guard seen.insert(site.code).inserted else {
                    throw Refusal(.input, code: "site-twice", "Site \(site.code.printable) is given twice.")
                }
                func leave(_ why: AccessAnswer.LeftOut.Why, _ words: String) {
                    leftOut.append(
                        .init(
                            why: why, code: site.code, name: site.name, size: site.supply, words: words,
                            isAsked: site.isAsked))
                }
                if site.place == nil, question.travel == nil {
                    var words = "no place"
                    if case .some(.none(let gap)) = site.placing { words = gap.inWords }
                    leave(.siteWithoutPlace, words)
                } else if (site.supply ?? 0) <= 0 {
                    leave(.siteWithoutSupply, site.supply == nil ? "its supply is not known" : "it supplies nothing")
                } else {
                    sites.append(site)
                }
            }
        }

        private mutating func takeWays(of question: AccessQuestion) {
            guard let travel = question.travel else { return }
            let areaPlaces = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1.code, $0) })
            let sitePlaces = Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($1.code, $0) })
            let known = Set(question.areas.map(\.code)).union(question.sites.map(\.code))
            var unknown: Set<String> = []
            for way in travel.ways {
                if let area = areaPlaces[way.area], let site = sitePlaces[way.site] {
                    ways.append(.init(area: area, site: site, cost: way.cost))
                } else if !known.contains(way.area), unknown.insert(way.area).inserted {
                    leftOut.append(
                        .init(
                            why: .wayOfUnknownArea, code: way.area, name: nil, size: nil,
                            words: "the table of travel has it, and no list of areas", isAsked: nil))
                } else if !known.contains(way.site), unknown.insert(way.site).inserted {
                    leftOut.append(
                        .init(
                            why: .wayOfUnknownSite, code: way.site, name: nil, size: nil,
                            words: "the table of travel has it, and no list of sites", isAsked: nil))
                }
            }
        }

        /// What lies within reach, and how far the people of each area go.
        func table(_ question: AccessQuestion) throws(Refusal) -> (table: ReachTable, reaches: [Double]) {
            let method = question.method
            guard method.reach > 0 else {
                throw Refusal(.input, code: "bad-reach", "A reach of \(shown(method.reach)) reaches nothing.")
            }
            let isOwn = sites.contains { $0.reach != nil }
            guard !isOwn || method.shorter.isEmpty else {
                throw Refusal(
                    .input, code: "bad-reach", "Sites have reaches of their own, and so have areas.",
                    remedy: "Give shorter reaches for areas, or reaches of sites, not both.")
            }
            let reach: Reach = isOwn ? .bySite(sites.map { $0.reach ?? method.reach }) : .same(method.reach)
            let table =
                if question.travel == nil {
                    try ReachTable(
                        areas: areas.compactMap(\.place), sites: sites.compactMap(\.place), system: .degrees,
                        detour: method.detour, reach: reach)
                } else {
                    try ReachTable(areas: areas.count, sites: sites.count, costs: ways, reach: reach)
                }
            guard !method.shorter.isEmpty else {
                return (table, [Double](repeating: method.reach, count: areas.count))
            }
            let reaches = try table.growing(
                method.shorter + [method.reach], least: method.enough, supply: sites.map { $0.supply ?? 0 })
            return (try table.narrowed(to: .byArea(reaches)), reaches)
        }
    }
}
