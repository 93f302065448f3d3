public import Methods
public import Vocabulary

/// Where so many further sites would do most for the people asked about.
public struct PlaceSites: Sendable {
    /// To be solved; the items come first in the order of candidates.
    public let question: SitingQuestion
    /// The areas asked about that have people and a place, in the question's order.
    public let areas: [AccessArea]
    /// Sites that are there, beyond the border too.
    public let existing: [AccessSite]
    public let candidates: [AccessSite]
    public let aim: SitingQuestion.Aim
    private let table: ReachTable

    /// - Parameters:
    ///   - candidates: places where a site might be opened; nil for the centroid of every area asked about.
    ///   - further: how many may be opened at most.
    ///   - aim: most people within the question's reach, or the ways of all people shortest together, at any distance.
    /// - Throws: `Refusal`: `nobody-asked`, `no-sites`, `no-way-known` with a table of travel, `site-twice`, and what
    ///   `SitingQuestion` refuses.
    public init(
        _ question: AccessQuestion, candidates given: [AccessSite]?, further: Int, aim: SitingQuestion.Aim
    ) throws(Refusal) {
        guard question.travel == nil else {
            throw Refusal(
                .input, code: "no-way-known",
                "The best places are looked for by straight lines, not by a table of travel.",
                remedy: "Leave the table out.")
        }
        let counted = try WorkOutAccess.Counted(question)
        let areas = counted.areas.filter(\.isAsked)
        let candidates =
            given
            ?? areas.map { area in
                AccessSite(
                    code: area.code, name: area.name ?? "", place: area.place, supply: nil,
                    placing: .centroid(area.code), isAsked: true)
            }
        let placed = candidates.filter { $0.place != nil }
        guard Set(placed.map(\.code)).count == placed.count else {
            throw Refusal(.input, code: "site-twice", "A candidate is given twice.")
        }
        (self.areas, existing, self.candidates, self.aim) = (areas, counted.sites, placed, aim)
        let reach = aim == .covering ? question.method.reach : .infinity
        table = try ReachTable(
            areas: areas.compactMap(\.place), sites: (placed + counted.sites).compactMap(\.place), system: .degrees,
            detour: question.method.detour, reach: .same(reach))
        self.question = try SitingQuestion(
            table, population: areas.map { Double($0.people ?? 0) },
            isCandidate: placed.map { _ in true } + counted.sites.map { _ in false }, further: further, aim: aim)
    }

    /// What was found; nil where no choice was.
    public func siting(_ solved: SolvedPortfolio) -> AccessSiting? {
        guard let found = question.siting(solved) else { return nil }
        let isOpen = Set(found.opened)
        var fifths: [Int?: AccessSiting.Group] = [:]
        let (before, after) = (waysBefore, ways { $0 >= candidates.count || isOpen.contains($0) })
        for place in areas.indices {
            let people = areas[place].people ?? 0
            var group = fifths[areas[place].fifth] ?? .init()
            group.people += people
            group.withinBefore += before[place] == nil ? 0 : people
            group.withinAfter += after[place] == nil ? 0 : people
            group.travelledBefore += Double(people) * (before[place] ?? 0)
            group.travelledAfter += Double(people) * (after[place] ?? 0)
            fifths[areas[place].fifth] = group
        }
        return AccessSiting(
            opened: found.opened.map { candidates[$0] }, aim: aim, found: found,
            fifths: fifths.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { ($0.key, $0.value) })
    }

    /// The way of each area to the nearest site that is there, in kilometres; nil where none is within reach.
    public var waysBefore: [Double?] { ways { $0 >= candidates.count } }

    /// The way of each area to the nearest of some sites, by their place in the table.
    private func ways(_ isThere: (Int) -> Bool) -> [Double?] { table.nearest(of: isThere) }
}

/// The best places that were found, and what they come to.
public struct AccessSiting: Sendable {
    public let opened: [AccessSite]
    public let aim: SitingQuestion.Aim
    /// Effects before and after, with whether it is proved or the gap.
    public let found: Siting
    public let fifths: [(fifth: Int?, group: Group)]

    /// People by their nearest site.
    public struct Group: Hashable, Sendable {
        public var people = 0
        public var withinBefore = 0
        public var withinAfter = 0
        /// People times the way to the nearest site, of those who have one.
        public var travelledBefore = 0.0
        public var travelledAfter = 0.0

        public init() {}

        mutating func add(_ other: Group) {
            people += other.people
            withinBefore += other.withinBefore
            withinAfter += other.withinAfter
            travelledBefore += other.travelledBefore
            travelledAfter += other.travelledAfter
        }
    }
}
