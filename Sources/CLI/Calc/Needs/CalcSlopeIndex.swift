import Methods
import Rulebook
import Vocabulary

/// How far a measure goes with disadvantage.
enum CalcSlopeIndex: CalcMethod {
    static let name = "inequality"
    static let title = "Slope and relative index of inequality of areas, with limits by simulation."
    static let working = "SlopeIndex"

    static let input = Shape.object([
        NeedsDocument.areas(
            .init(
                "groups",
                .list(
                    .object([
                        .init("group", .text, "such as 1 for the most deprived tenth"),
                        .init("population", .number, "people of the group"),
                        .init("value", .number, "the measure; absent where count is given", isOptional: true),
                        .init(
                            "count", .number, "of a proportion, in place of value: how many of the population",
                            isOptional: true),
                        .init("low", .number, "lower limit at 95 per cent", isOptional: true),
                        .init("high", .number, "upper limit at 95 per cent", isOptional: true),
                        .init(
                            "standardError", .number,
                            "in place of low and high; of the logarithm for a rate, of the logit for a proportion",
                            isOptional: true),
                    ])), "from the least to the most advantaged")),
        .init(
            "kind", .choice(SlopeIndex.Kind.allCases.map(\.rawValue)),
            "what the measure is: a rate varies by its logarithm, a proportion by its logit, anything else as it stands"
        ),
        .init(
            "transform", .flag, "true fits the line on the logarithm or logit; false where nothing is said",
            isOptional: true),
        .init(
            "multiplier", .number, "1 where nothing is said; 100 for per cent; negative where less is better",
            isOptional: true),
        .init("draws", .count, "for the limits; those of the rules where nothing is said", isOptional: true),
        .init("seed", .count, "1 where nothing is said; the same seed gives the same limits", isOptional: true),
        NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "four equal groups on a straight line",
            input: [
                "areas": [
                    [
                        "area": "A",
                        "groups": .list(
                            (1...4).map { group in
                                [
                                    "group": .text("\(group)"), "population": 100, "value": .integer(group),
                                    "standardError": 0,
                                ]
                            }),
                    ]
                ], "kind": "plain", "draws": 1_000, "confidence": [95],
            ],
            expected: [
                "areas": [
                    [
                        "slope": ["value": 4, "intervals": [["level": 95, "low": 4, "high": 4]]],
                        "relative": ["value": 9], "intercept": .decimal(0.5),
                    ]
                ]
            ], tolerance: 1e-9,
            source: "By hand: ranks ⅛, ⅜, ⅝, ⅞; the method is of Low and Low, Journal of Public Health 26 (2004) 388")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        guard let kind = SlopeIndex.Kind(rawValue: input["kind"].text) else {
            preconditionFailure("the shape has the kinds")
        }
        let usual = try document.count("needs.inequality.draws")
        let draws = input["draws"].present?.count ?? Int(usual)
        let seed = input["seed"].present?.count ?? 1
        var areas: [JSONValue] = []
        for (name, area) in try document.areas() {
            var groups: [SlopeIndex.Group] = []
            for group in area["groups"].list { groups.append(try self.group(group, of: name, kind: kind)) }
            let index = try SlopeIndex(groups, kind: kind, transform: input["transform"].json == .flag(true))
            let found = try index.result(
                multiplier: document.number("multiplier", or: 1), at: document.levels, draws: draws,
                seed: UInt64(seed))
            areas.append([
                "area": .text(name), "slope": .measured(found.slope), "relative": .measured(found.relative),
                "intercept": .decimal(found.intercept),
            ])
        }
        return CalcAnswer(
            ["draws": .integer(draws), "seed": .integer(seed), "areas": .list(areas)],
            steps: [Working.Step("The limits are those of \(draws) draws with seed \(seed).")])
    }

    private static func group(
        _ group: ShapedValue, of area: String, kind: SlopeIndex.Kind
    ) throws(Refusal) -> SlopeIndex.Group {
        let (name, population) = ("\(area), \(group["group"].text)", group["population"].number)
        let value = try SlopeIndex.value(
            group["value"].present?.number, count: group["count"].present?.number, population: population, of: name)
        switch (group["standardError"].present, group["low"].present, group["high"].present) {
        case (let error?, _, _):
            return SlopeIndex.Group(name: name, population: population, value: value, standardError: error.number)
        case (nil, let low?, let high?):
            return try SlopeIndex.Group(
                name: name, population: population, value: value, low: low.number, high: high.number, kind: kind)
        default:
            throw Refusal(
                .input, code: "no-error", "\(name) has neither limits nor a standard error.",
                remedy: "Give low and high at 95 per cent, or standardError.")
        }
    }
}
