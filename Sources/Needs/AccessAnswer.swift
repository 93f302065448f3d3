public import Methods
import Vocabulary

/// What people can reach of what is supplied, given who else comes for it.
public struct AccessAnswer: Sendable {
    /// Every area that counts, in the question's order, those beyond the border too.
    public let areas: [Area]
    /// Every site that counts, in the question's order.
    public let sites: [Site]
    /// Of the areas asked about.
    public let asked: Group
    /// The same by fifth of deprivation, 1 the most deprived; last those of which the index says nothing.
    public let fifths: [(fifth: Int?, group: Group)]
    /// What the sites that somebody reaches supply, beyond the border too.
    public let supplyReached: Double
    /// What all people have of it together; the same in two and three steps.
    public let supplyShared: Double
    /// True where supply is shared out, so that the two sums must be one; false of one step.
    public let isShared: Bool
    public let leftOut: [LeftOut]
    public let method: MethodCitation
    /// Pairs of an area and a site within reach.
    public let pairs: Int

    public struct Area: Hashable, Sendable {
        public let area: AccessArea
        public let people: Int
        /// Supply for one person; nil where no site is within reach.
        public let access: Double?
        /// To the nearest site within reach; nil where there is none.
        public let nearest: Double?
        /// How far its people go.
        public let reach: Double
    }

    public struct Site: Hashable, Sendable {
        public let site: AccessSite
        public let supply: Double
        /// For each (weighted) person who reaches it; nil where nobody does, and of one step.
        public let ratio: Double?
        public let isReached: Bool
    }

    /// Several areas taken together.
    public struct Group: Hashable, Sendable {
        public var areas = 0
        public var people = 0
        /// People in areas that reach no site.
        public var peopleWithout = 0
        /// What they have together.
        public var supply = 0.0

        public init() {}

        /// The mean for one person, those without any site counted with nothing; nil of nobody.
        public var access: Double? { people > 0 ? supply / Double(people) : nil }

        mutating func add(_ area: Area) {
            areas += 1
            people += area.people
            if let access = area.access { supply += access * Double(area.people) } else { peopleWithout += area.people }
        }
    }

    /// Something of the question that does not count in the answer.
    public struct LeftOut: Hashable, Sendable {
        public enum Why: String, Sendable, CaseIterable {
            case areaWithoutPlace, areaWithoutPeople, siteWithoutPlace, siteWithoutSupply
            case wayOfUnknownArea, wayOfUnknownSite
        }

        public let why: Why
        /// Of the area or site.
        public let code: String
        public let name: String?
        /// People or supply, where they are known.
        public let size: Double?
        public let words: String
        /// True where it is of the areas asked about; nil where that is not known.
        public let isAsked: Bool?
    }

    /// The areas asked about, the least served first; areas alike by their codes.
    public var leastServed: [Area] {
        areas.filter(\.area.isAsked).sorted { one, other in
            (one.access ?? -1, one.area.code) < (other.access ?? -1, other.area.code)
        }
    }
}

extension AccessAnswer.LeftOut.Why {
    /// For sentences: `3 sites without a place`.
    public func inWords(_ count: Int) -> String {
        let (one, more, rest) =
            switch self {
            case .areaWithoutPlace: ("area", "areas", "without a centroid")
            case .areaWithoutPeople: ("area", "areas", "without people in the file")
            case .siteWithoutPlace: ("site", "sites", "without a place")
            case .siteWithoutSupply: ("site", "sites", "without a supply")
            case .wayOfUnknownArea: ("area", "areas", "of the table of travel that no list has")
            case .wayOfUnknownSite: ("site", "sites", "of the table of travel that no list has")
            }
        return "\(grouped(count)) \(count == 1 ? one : more) \(rest)"
    }
}
