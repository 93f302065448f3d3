public import Methods
public import Vocabulary

/// What is asked about access to care: who lives where, what is given where, and how it is reckoned.
public struct AccessQuestion: Sendable {
    /// Of whom the answer is: `NHS Derby and Derbyshire ICB (QJ2)`.
    public var asked: String
    /// Those asked about, and those beyond their border whose people come for the same sites.
    public var areas: [AccessArea]
    public var sites: [AccessSite]
    public var method: AccessMethod
    /// What is supplied, in the plural: `UDAs`.
    public var unit: String
    /// Access is told for so many people.
    public var per: Int
    /// Travel times or costs in place of straight lines; nil for lines.
    public var travel: TravelTable?

    /// Times or costs from areas to sites; what is not in it cannot be travelled.
    public struct TravelTable: Sendable {
        /// Of times or costs: `minutes`.
        public let unit: String
        public let ways: [TravelCost]

        public init(unit: String, ways: [TravelCost]) {
            self.unit = unit
            self.ways = ways
        }
    }

    /// - Precondition: `per` is above 0.
    public init(
        asked: String, areas: [AccessArea], sites: [AccessSite], method: AccessMethod, unit: String, per: Int,
        travel: TravelTable? = nil
    ) {
        precondition(per > 0, "access is told for some people")
        self.asked = asked
        self.areas = areas
        self.sites = sites
        self.method = method
        self.unit = unit
        self.per = per
        self.travel = travel
    }

    /// The unit of distances.
    public var distanceUnit: String { travel?.unit ?? "km" }
}

/// What it takes to go from an area to a site, as one row of a table of travel says.
public struct TravelCost: Hashable, Sendable {
    public let area: String
    public let site: String
    public let cost: Double

    public init(area: String, site: String, cost: Double) {
        self.area = area
        self.site = site
        self.cost = cost
    }
}

/// What somebody would change of the sites.
public enum AccessChange: Hashable, Sendable {
    case close(String)
    /// It has so much supply afterwards.
    case supply(String, Double)
    case move(String, to: MapPoint)
    case add(AccessSite)
}

extension AccessQuestion {
    /// The same question after changes, in their order.
    ///
    /// - Throws: `Refusal` of kind `input`: `no-such-site`, `site-twice`, `negative-supply`, `no-changes`; `no-way-known`
    ///   where a site would come to a place from which a table of travel has no ways.
    public func changed(by changes: [AccessChange]) throws(Refusal) -> AccessQuestion {
        guard !changes.isEmpty else {
            throw Refusal(
                .usage, code: "no-changes", "Nothing is said of what would change.",
                remedy: "Say which site closes, moves, changes its supply, or is added.")
        }
        var question = self
        for change in changes { try question.make(change) }
        return question
    }

    private mutating func make(_ change: AccessChange) throws(Refusal) {
        switch change {
        case .close(let code): sites.remove(at: try place(of: code))
        case .supply(let code, let supply):
            try AccessQuestion.check(supply, of: code)
            sites[try place(of: code)].supply = supply
        case .move(let code, let point):
            let place = try place(of: code)
            try needsNoTable(code)
            sites[place].place = point
            sites[place].placing = nil
        case .add(let site):
            if let supply = site.supply { try AccessQuestion.check(supply, of: site.code) }
            guard !sites.contains(where: { $0.code == site.code }) else {
                throw Refusal(
                    .input, code: "site-twice", "There is a site \(site.code.printable) already.",
                    remedy: "Give the new one another name.")
            }
            if travel?.ways.contains(where: { $0.site == site.code }) != true { try needsNoTable(site.code) }
            sites.append(site)
        }
    }

    private static func check(_ supply: Double, of code: String) throws(Refusal) {
        guard supply >= 0, supply.isFinite else {
            throw Refusal(.input, code: "negative-supply", "Site \(code.printable) cannot supply \(shown(supply)).")
        }
    }

    private func place(of code: String) throws(Refusal) -> Int {
        guard let place = sites.firstIndex(where: { $0.code == code }) else {
            throw Refusal(
                .input, code: "no-such-site", "There is no site \(code.printable).",
                remedy: "See the table of sites for their codes.")
        }
        return place
    }

    private func needsNoTable(_ code: String) throws(Refusal) {
        guard travel == nil else {
            throw Refusal(
                .input, code: "no-way-known",
                "The table of travel does not say how people would come to site \(code.printable) there.",
                remedy: "Add its rows to the table, or ask by straight lines.")
        }
    }
}
