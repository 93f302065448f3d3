import Methods
public import Rulebook
public import Vocabulary

extension WorkOutIndicator.Terms {
    /// What the Rulebook says on a day.
    ///
    /// - Throws: `Refusal` where a rule is missing on the day.
    public init(_ rulebook: Rulebook, on day: Day) throws(Refusal) {
        var levels: [ConfidenceLevel] = []
        for percent in try rulebook.text("needs.confidence.usual", on: day).split(separator: "; ") {
            if let number = Double(String(percent)) { levels.append(try ConfidenceLevel(percent: number)) }
        }
        self.init(
            levels: levels, leastEvents: Double(try rulebook.count("needs.rate.leastEvents", on: day)),
            exactBelow: Double(try rulebook.count("needs.rate.exactBelow", on: day)))
    }
}

extension WorkOutInequality.Terms {
    /// The same for inequality.
    ///
    /// - Throws: `Refusal` where a rule is missing on the day.
    public init(_ rulebook: Rulebook, on day: Day) throws(Refusal) {
        self.init(
            groups: try rulebook.count("needs.inequality.groups", on: day),
            draws: try rulebook.count("needs.inequality.draws", on: day), seed: WorkOutInequality.usualSeed,
            indicator: try WorkOutIndicator.Terms(rulebook, on: day))
    }
}
