public import Methods
public import Rulebook
public import Vocabulary

/// How access is reckoned: the steps, how sites count by distance, and how far people go.
public struct AccessMethod: Hashable, Sendable {
    public var steps: FloatingCatchment.Steps
    public var decay: Decay
    /// Along the way, in kilometres, or in the unit of the travel table; that distance is within reach.
    public var reach: Double
    /// Shorter reaches for areas that find enough within them, rising; none where the catchment is one for all.
    public var shorter: [Double]
    /// So many sites are enough for a shorter reach.
    public var enough: Int
    /// How much longer the way is than the straight line; it does not count with a travel table.
    public var detour: Double

    public init(
        steps: FloatingCatchment.Steps, decay: Decay, reach: Double, shorter: [Double] = [], enough: Int = 1,
        detour: Double
    ) {
        self.steps = steps
        self.decay = decay
        self.reach = reach
        self.shorter = shorter
        self.enough = enough
        self.detour = detour
    }

    /// The kinds of decay that need no figures besides the reach.
    public enum Falling: String, Sendable, CaseIterable {
        case none, zones, gaussian, exponential

        /// As the Rulebook shapes it for a reach: zones in the proportions of the published ones; a Gaussian or exponential
        /// decay that falls to the weight of the edge at the end of reach.
        ///
        /// - Throws: `Refusal`: code `bad-decay`: the reach is not above 0.
        public func decay(reach: Double, by rules: AccessDefaults) throws(Refusal) -> Decay {
            switch self {
            case .none: .none
            case .zones: try .zones(rules.zones, scaledTo: reach)
            case .gaussian: try .gaussian(fallingTo: rules.edgeWeight, at: reach)
            case .exponential: try .exponential(fallingTo: rules.edgeWeight, at: reach)
            }
        }
    }
}

/// What the Rulebook says of access where nobody says otherwise.
public struct AccessDefaults: Sendable {
    public let detour: Double
    /// Kilometres.
    public let reach: Double
    public let steps: FloatingCatchment.Steps
    public let falling: AccessMethod.Falling
    /// In minutes, as published.
    public let zones: [Decay.Zone]
    /// What a site at the end of reach counts by a smooth decay.
    public let edgeWeight: Double
    /// Where places of England lie, latitude first.
    public let extent: MapExtent
    /// After how many seconds a search for sites takes the best so far.
    public let seconds: Int

    /// - Throws: `Refusal` of kind `rule`: `no-rule`, `rule-unit`, `bad-rule`.
    public init(_ rulebook: Rulebook, on day: Day) throws(Refusal) {
        func number(_ id: String) throws(Refusal) -> Double {
            let text = try rulebook.text(id, on: day)
            guard let number = Double(text), number.isFinite, number > 0 else {
                throw AccessDefaults.bad(id, text)
            }
            return number
        }
        func choice<Choice: RawRepresentable<String>>(_ id: String) throws(Refusal) -> Choice {
            let text = try rulebook.text(id, on: day)
            guard let choice = Choice(rawValue: text) else { throw AccessDefaults.bad(id, text) }
            return choice
        }
        detour = try number("needs.access.detour")
        reach = try number("needs.access.reach")
        steps = try choice("needs.access.steps")
        falling = try choice("needs.access.decay")
        edgeWeight = try number("needs.access.edgeWeight")
        extent = try MapExtent(text: rulebook.text("needs.coordinates.degrees", on: day))
        seconds = try rulebook.count("needs.access.sitingSeconds", on: day)
        let words = try rulebook.text("needs.access.zones", on: day)
        zones = words.split(separator: ";").compactMap { part in
            let numbers = part.split(separator: " ").compactMap { Double($0) }
            return numbers.count == 2 ? Decay.Zone(to: numbers[0], weight: numbers[1]) : nil
        }
        guard !zones.isEmpty else { throw AccessDefaults.bad("needs.access.zones", words) }
    }

    /// The method where nothing is said.
    public func usual() throws(Refusal) -> AccessMethod {
        AccessMethod(
            steps: steps, decay: try falling.decay(reach: reach, by: self), reach: reach, detour: detour)
    }

    private static func bad(_ id: String, _ text: String) -> Refusal {
        Refusal(.rule, code: "bad-rule", "The rule \(id) says “\(text.printable)”, which cannot be used.")
    }
}

extension AccessMethod {
    /// How it was reckoned, a sentence each.
    ///
    /// - Parameter unit: of distances: `km`.
    public func sentences(unit: String, isTable: Bool) -> [String] {
        let way = isTable ? "by the table of travel" : "along the way, \(shown(detour)) times the straight line"
        var said = ["People reach what is at most \(shown(reach)) \(unit) away, \(way)."]
        if !shorter.isEmpty {
            let reaches = shorter.map { shown($0) }.joined(separator: ", ")
            said.append(
                "Where \(enough == 1 ? "a site" : "\(enough) sites") can be found within \(reaches) \(unit), people go no "
                    + "further.")
        }
        switch decay {
        case .none: said.append("All sites within reach count alike.")
        case .zones(let zones):
            let parts = zones.map { "\(PlainNumber.text($0.weight)) up to \(PlainNumber.text($0.bound)) \(unit)" }
            said.append("A site counts \(parts.joined(separator: ", ")).")
        case .gaussian(let width):
            said.append("Sites count less with distance: a Gaussian decay of width \(PlainNumber.text(width)) \(unit).")
        case .gravity(let scale, let exponent, let least):
            said.append(
                "Sites count less with distance: (d ÷ \(PlainNumber.text(scale))) to the power \(PlainNumber.text(exponent)), "
                    + "with \(PlainNumber.text(least)) \(unit) for whatever is nearer.")
        case .exponential(let rate):
            said.append("Sites count less with distance: an exponential decay of \(PlainNumber.text(rate)) a \(unit).")
        }
        return said
    }
}

/// Numbers in sentences: at most three decimals.
enum PlainNumber {
    static func text(_ number: Double) -> String { shown((number * 1_000).rounded() / 1_000) }

    /// With commas: `20,000`, `1,250.5`.
    static func grouped(_ number: Double) -> String {
        let text = text(number)
        let whole = text.prefix { $0 != "." }
        guard let count = Int(whole) else { return text }
        return Vocabulary.grouped(count) + text.dropFirst(whole.count)
    }
}
