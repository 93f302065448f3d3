import Contracts
package import Methods
package import Needs
import Organisations
package import Vocabulary

extension AccessMaterial {
    /// A question with what the joins have to say of it.
    package struct Joined: Sendable {
        package var question: AccessQuestion
        /// A sentence each: areas of no board, months, rows that were refused.
        package var notes: [String]
        let placer: SitePlacer
    }

    /// Joins people, places, deprivation and sites by their codes; what does not join is counted and said.
    ///
    /// - Parameters:
    ///   - supply: of dental care by NHSBSA's months; nil to take the local list of sites, or of dental contracts.
    ///   - unit: of the local list.
    ///   - per: access is told for so many people.
    ///   - showsPersonalNames: false withholds names of contractors that may be people's.
    /// - Throws: `Refusal`: `file-needed`, `no-such-area`.
    package func question(
        of asked: Asked, supply: Supply?, method: AccessMethod, unit: String, per: Int, showsPersonalNames: Bool
    ) throws(Refusal) -> Joined {
        let places = try self.places(of: asked)
        let placer = SitePlacer(
            centroids: centroidsByArea, lookups: lookups, people: peopleByArea, isAsked: { places[$0]?.isAsked })
        var notes: [String] = []
        let areas = try areas(in: places, &notes)
        let sites: [AccessSite]
        if let supply {
            guard !dental.isEmpty else { throw AccessMaterial.needed("a month of NHSBSA's dental contractor file") }
            sites = contracts(supply, placer, showsPersonalNames, &notes)
        } else if self.sites.isEmpty, !listed.isEmpty {
            sites = listedSites(placer, showsPersonalNames, &notes)
        } else {
            guard !self.sites.isEmpty else {
                throw AccessMaterial.needed(
                    "a list of sites (site, name, lsoa or latitude and longitude, supply), or of dental contracts")
            }
            sites = self.sites.map(placer.placed)
        }
        for file in refused where file.rows > 0 {
            notes.append(
                "\(counted(file.rows, "row", "rows")) of \(file.name) \(file.rows == 1 ? "was" : "were") refused; nothing "
                    + "of \(file.rows == 1 ? "it" : "them") is counted.")
        }
        return Joined(
            question: AccessQuestion(
                asked: name(of: asked), areas: areas, sites: sites, method: method,
                unit: supply?.unit ?? (self.sites.isEmpty && !listed.isEmpty ? Supply.contracted.unit : unit),
                per: per,
                travel: travel), notes: notes, placer: placer)
    }

    static func needed(_ file: String) -> Refusal {
        Refusal(
            .usage, code: "file-needed", "Access to care is worked out from a file that was not given: \(file).",
            remedy: "See docs/needs.md for the files, and give it too.")
    }

    private var centroidsByArea: [String: MapPoint] {
        Dictionary(
            centroids.map { ($0.area, MapPoint($0.latitude, $0.longitude)) }, uniquingKeysWith: { first, _ in first })
    }

    private var peopleByArea: [String: AreaPopulation] {
        Dictionary(
            populations.lazy.filter { $0.part == nil }.map { ($0.area, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Of each small area of the lookup, whether it lies in the area asked about.
    private func places(of asked: Asked) throws(Refusal) -> [String: (isAsked: Bool, codes: String)] {
        var places: [String: (isAsked: Bool, codes: String)] = [:]
        var codes: Set<String> = []
        for lookup in lookups {
            guard let names = asked.names(lookup), let area = lookup.lsoa2021 ?? lookup.lsoa2011 else { continue }
            let own = [names.nhs.description, names.ons.description]
            codes.insert(own[0])
            places[area.description] = (own.contains(asked.code), own[0])
        }
        guard !places.isEmpty else {
            throw AccessMaterial.needed("a lookup from small areas to each \(asked.inWords)")
        }
        guard places.values.contains(where: \.isAsked) else {
            throw Refusal(
                .input, code: "no-such-area", "The lookup has no \(asked.inWords) \(asked.code.printable).",
                remedy: "It has \(named(codes.sorted())).")
        }
        return places
    }

    private func areas(
        in places: [String: (isAsked: Bool, codes: String)], _ notes: inout [String]
    ) throws(Refusal) -> [AccessArea] {
        guard !populations.isEmpty else { throw AccessMaterial.needed("populations of small areas") }
        guard !centroids.isEmpty || travel != nil else { throw AccessMaterial.needed("centroids of small areas") }
        let (people, points, fifths) = (peopleByArea, centroidsByArea, fifthsByArea)
        let areas = places.sorted { $0.key < $1.key }.map { code, place in
            AccessArea(
                code: code, name: people[code]?.name, place: points[code], people: people[code]?.people,
                fifth: fifths[code], isAsked: place.isAsked)
        }
        let outside = people.values.filter { places[$0.area] == nil }
        if !outside.isEmpty {
            let count = outside.reduce(0) { $0 + $1.people }
            notes.append(
                "\(counted(outside.count, "area", "areas")) with \(counted(count, "person", "people")) "
                    + "\(outside.count == 1 ? "is" : "are") not in the lookup (Wales, as a rule): neither "
                    + "\(outside.count == 1 ? "it" : "they") nor sites there are counted, so figures beside that border "
                    + "are too kind or too harsh."
            )
        }
        let unranked = areas.filter { $0.isAsked && $0.fifth == nil }
        if !unranked.isEmpty {
            notes.append("The index of deprivation does not have \(grouped(unranked.count)) of the areas asked about.")
        }
        return areas
    }

    /// By area of 2021; where the index is of areas of 2011, that of the area which it was, if all agree.
    private var fifthsByArea: [String: Int] {
        var fifths = Dictionary(deprivation.map { ($0.area, $0.fifth) }, uniquingKeysWith: { first, _ in first })
        var before: [String: Set<Int?>] = [:]
        for lookup in lookups {
            guard let old = lookup.lsoa2011?.description, let new = lookup.lsoa2021?.description else { continue }
            before[new, default: []].insert(fifths[old])
        }
        for (area, found) in before where fifths[area] == nil {
            if found.count == 1, case let fifth?? = found.first { fifths[area] = fifth }
        }
        return fifths
    }

    private func name(of asked: Asked) -> String {
        let named = dental.first { $0.commissioner.description == asked.code && !$0.commissionerName.isEmpty }
        if let named { return "\(named.commissionerName) (\(asked.code))" }
        if case .location = asked { return "\(asked.inWords) \(asked.code)" }
        return asked.code
    }
}

extension AccessMaterial.Supply {
    var unit: String {
        switch self {
        case .contracted: "UDAs contracted"
        case .delivered: "UDAs delivered"
        }
    }
}

extension AccessMaterial.Joined {
    /// Rows of a local list, each in its place.
    package func placed(_ entries: [SitesFile.Entry]) -> [AccessSite] { entries.map(placer.placed) }

    /// A place that somebody names: the centroid of a small area by its code or name, or latitude and longitude with a
    /// comma between.
    ///
    /// - Throws: `Refusal` of kind `input`: `no-such-place`, `coordinates-swapped`, `coordinates-outside`.
    package func place(_ text: String, within extent: MapExtent) throws(Refusal) -> MapPoint {
        if let place = placer.place(of: area(text)).place { return place }
        let numbers = text.split(separator: ",").map { Double($0.filter { $0 != " " }) }
        guard numbers.count == 2, let first = numbers[0], let second = numbers[1] else {
            throw Refusal(
                .input, code: "no-such-place", "“\(text.printable)” is no small area with a centroid.",
                remedy: "Give its code or name, or latitude and longitude with a comma between them.")
        }
        let point = MapPoint(first, second)
        try extent.check([point], names: [text.printable])
        return point
    }

    /// A site in a place that somebody names.
    ///
    /// - Throws: as `place`.
    package func site(
        _ code: String, supply: Double, at text: String, within extent: MapExtent
    ) throws(Refusal) -> AccessSite {
        let known = placer.placed(AccessSite(code: code, name: "", place: nil, supply: supply), in: area(text))
        if known.place != nil { return known }
        return AccessSite(code: code, name: "", place: try place(text, within: extent), supply: supply)
    }

    /// The code of the small area that is called so; what is no name stays as it is.
    private func area(_ text: String) -> String {
        let name = text.lowercased()
        return question.areas.first { $0.name?.lowercased() == name }?.code ?? text
    }

    /// What somebody asks for, with every place found.
    ///
    /// - Throws: as `place`.
    package func changes(_ asked: [AskedChange], within extent: MapExtent) throws(Refusal) -> [AccessChange] {
        var changes: [AccessChange] = []
        for change in asked {
            switch change {
            case .close(let site): changes.append(.close(site))
            case .capacity(let site, let supply): changes.append(.supply(site, supply))
            case .move(let site, let text): changes.append(.move(site, to: try place(text, within: extent)))
            case .add(let site, let supply, let text):
                changes.append(.add(try self.site(site, supply: supply, at: text, within: extent)))
            }
        }
        return changes
    }
}
