public import Vocabulary

/// Says how much money there is, year by year, and which rules any set of funded options must keep to.
///
/// It may be said again until the scores close.
public struct SetEnvelope: RoundAct {
    public static let name = "setEnvelope"

    public var round: Slug
    public var envelope: Envelope
    public var rules: [PortfolioRule]

    public init(round: Slug, envelope: Envelope, rules: [PortfolioRule] = []) {
        self.round = round
        self.envelope = envelope
        self.rules = rules
    }

    enum CodingKeys: String, CodingKey { case round, envelope, rules }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            round: try container.decode(Slug.self, forKey: .round),
            envelope: try container.decode(Envelope.self, forKey: .envelope),
            rules: try container.decodeIfPresent([PortfolioRule].self, forKey: .rules) ?? [])
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "change the envelope")
        try round.requireOpen(.scores, to: "change the envelope")
        try SetEnvelope.check(years: envelope.years)
        try SetEnvelope.check(locks: envelope.locks, years: envelope.years)
        if let twice = twice(rules.map(\.id)) {
            throw Refusal(
                .input, code: "rule-twice", "Two portfolio rules have the short name “\(twice)”.",
                remedy: "Give each rule a short name of its own.")
        }
        for rule in rules { try rule.check() }
        try SetEnvelope.checkContradictions(of: rules)
        round.envelope = envelope
        round.rules = rules
        if !round.options.isEmpty { try round.checkRulesAgainstOptions() }
        if let circle = Option.circle(among: round.options, rules: rules) { throw Option.refusal(circle: circle) }
        try round.checkSums()
        for option in round.options { try option.check(against: round) }
        return round
    }
}
