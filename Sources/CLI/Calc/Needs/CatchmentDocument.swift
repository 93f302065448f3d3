import Methods
import Rulebook
import Vocabulary

/// Areas, sites, what lies between them and how it counts, as a document has them.
enum CatchmentDocument {
    static let decay = Shape.object([
        .init(
            "kind", .choice(["none", "zones", "gaussian", "gravity", "exponential"]), "how weights fall with distance"),
        .init(
            "zones",
            .list(
                .object([
                    .init("to", .number, "the furthest distance of the zone, that included"),
                    .init("weight", .number, "what a site counts there"),
                ])), "of zones, the nearest first; those of the rules where nothing is said", isOptional: true),
        .init("width", .number, "of gaussian: the distance at which a site counts 0.61", isOptional: true),
        .init("scale", .number, "of gravity: the distance at which a site counts 1", isOptional: true),
        .init("exponent", .number, "of gravity: negative where weights fall", isOptional: true),
        .init("least", .number, "of gravity: in place of smaller distances; 0 where nothing is said", isOptional: true),
        .init("rate", .number, "of exponential", isOptional: true),
    ])

    private static let place: [Shape.Field] = [
        .init("first", .number, "easting, or latitude", isOptional: true),
        .init("second", .number, "northing, or longitude", isOptional: true),
    ]

    /// What every method on access reads, and what one reads besides.
    ///
    /// - Parameter site: what it reads of each site.
    static func fields(
        site: [Shape.Field] = [.init("supply", .number, "what it supplies")], _ besides: Shape.Field...
    ) -> [Shape.Field] { shared(site) + besides }

    private static func shared(_ site: [Shape.Field]) -> [Shape.Field] {
        [
            .init(
                "areas",
                .list(
                    .object(
                        [
                            .init("area", .text, "its name or code"), .init("population", .number, "its people"),
                            .init(
                                "reach", .number, "how far its people go, in place of the document's", isOptional: true),
                        ] + place)), "where people live"),
            .init(
                "sites",
                .list(
                    .object(
                        [.init("site", .text, "its name or code")] + site + [
                            .init(
                                "reach", .number, "from how far people come, in place of the document's",
                                isOptional: true)
                        ] + place)), "where care is"),
            .init(
                "costs",
                .list(
                    .object([
                        .init("area", .text, "from here"), .init("site", .text, "to there"),
                        .init("cost", .number, "minutes, or in any unit"),
                    ])), "travel times or costs, in place of places; a pair that is not here cannot be travelled",
                isOptional: true),
            .init(
                "coordinates", .choice(MapPoint.System.allCases.map(\.rawValue)),
                "of places: metres of the National Grid, degrees (latitude first; distances are kilometres), or a plane of "
                    + "one's own", isOptional: true),
            .init(
                "detour", .number, "how much longer the way is than the straight line; 1 where nothing is said",
                isOptional: true),
            .init(
                "anywhere", .flag, "true takes places outside England; false where nothing is said", isOptional: true),
            .init("reach", .number, "how far people go, that included; nothing said: any distance", isOptional: true),
        ]
    }

    static func decay(_ value: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> Decay {
        func number(_ key: String) throws(Refusal) -> Double {
            if let number = value[key].present?.number { return number }
            throw Refusal(
                .input, code: "no-parameter", "A decay that is \(value["kind"].text) needs “\(key)”.")
        }
        let decay: Decay
        switch value["kind"].text {
        case "zones":
            let usual = try NeedsRule.zones(rulebook)
            decay = .zones(
                value["zones"].present?.list.map { Decay.Zone(to: $0["to"].number, weight: $0["weight"].number) }
                    ?? usual)
        case "gaussian": decay = .gaussian(width: try number("width"))
        case "gravity":
            decay = .gravity(
                scale: try number("scale"), exponent: try number("exponent"), least: value["least"].present?.number ?? 0
            )
        case "exponential": decay = .exponential(rate: try number("rate"))
        default: decay = .none
        }
        try decay.check()
        return decay
    }

    static func table(
        _ input: ShapedValue, areas: NamedList, sites: NamedList, by rulebook: Rulebook
    ) throws(Refusal) -> ReachTable {
        let reach = try reach(input)
        guard let costs = input["costs"].present else {
            guard let system = input["coordinates"].present.flatMap({ MapPoint.System(rawValue: $0.text) }) else {
                throw Refusal(
                    .input, code: "no-distances", "There are neither costs nor coordinates.",
                    remedy: "Give costs, or coordinates and the places of areas and sites.")
            }
            let (froms, tos) = (try points(input["areas"], areas), try points(input["sites"], sites))
            if input["anywhere"].json != .flag(true), let extent = try NeedsRule.extent(rulebook, of: system) {
                try extent.check(froms, names: areas.names)
                try extent.check(tos, names: sites.names)
            }
            return try ReachTable(
                areas: froms, sites: tos, system: system, detour: input["detour"].present?.number ?? 1, reach: reach)
        }
        let (areaPlaces, sitePlaces) = (areas.places, sites.places)
        var pairs: [ReachTable.Cost] = []
        for pair in costs.list {
            guard let area = areaPlaces[pair["area"].text], let site = sitePlaces[pair["site"].text] else {
                throw Refusal(
                    .input, code: "no-such-name",
                    "The costs have “\(pair["area"].text)” to “\(pair["site"].text)”, and one of them is not listed.")
            }
            pairs.append(ReachTable.Cost(area: area, site: site, cost: pair["cost"].number))
        }
        return try ReachTable(areas: areas.count, sites: sites.count, costs: pairs, reach: reach)
    }

    /// One reach for all, or one for each area or each site, the document's where one has none of its own.
    private static func reach(_ input: ShapedValue) throws(Refusal) -> Reach {
        let usual = input["reach"].present?.number ?? .infinity
        func own(_ list: String) -> [Double]? {
            let reaches = input[list].list.map { $0["reach"].present?.number }
            return reaches.contains { $0 != nil } ? reaches.map { $0 ?? usual } : nil
        }
        switch (own("areas"), own("sites")) {
        case (let areas?, nil): return .byArea(areas)
        case (nil, let sites?): return .bySite(sites)
        case (nil, nil): return .same(usual)
        default:
            throw Refusal(
                .input, code: "bad-reach", "Areas and sites both have reaches of their own.",
                remedy: "Give them to the one or to the other.")
        }
    }

    private static func points(_ list: ShapedValue, _ names: NamedList) throws(Refusal) -> [MapPoint] {
        var points: [MapPoint] = []
        for (place, name) in zip(list.list, names.names) {
            guard let first = place["first"].present?.number, let second = place["second"].present?.number else {
                throw Refusal(.input, code: "no-place", "“\(name)” has no coordinates.")
            }
            points.append(MapPoint(first, second))
        }
        return points
    }
}

/// Rules on access to care in the newest form.
enum NeedsRule {
    static func zones(_ rulebook: Rulebook) throws(Refusal) -> [Decay.Zone] {
        try NeedsRule.text("needs.access.zones", rulebook).split(separator: ";").compactMap { words in
            let numbers = words.split(separator: " ").compactMap { Double($0) }
            return numbers.count == 2 ? Decay.Zone(to: numbers[0], weight: numbers[1]) : nil
        }
    }

    /// Where places of England lie; nil of a plane of one's own.
    static func extent(_ rulebook: Rulebook, of system: MapPoint.System) throws(Refusal) -> MapExtent? {
        switch system {
        case .metres: try MapExtent(text: text("needs.coordinates.grid", rulebook))
        case .degrees: try MapExtent(text: text("needs.coordinates.degrees", rulebook))
        case .plane: nil
        }
    }

    private static func text(_ id: String, _ rulebook: Rulebook) throws(Refusal) -> String {
        try rulebook.text(id, on: rulebook.newestDay { $0 == id })
    }
}

extension NamedList {
    /// The place of each name.
    var places: [String: Int] { Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first }) }
}
