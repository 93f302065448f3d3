import Methods
import Rulebook
import Vocabulary

/// Life expectancy by age.
enum CalcLifeExpectancy: CalcMethod {
    static let name = "lifeExpectancy"
    static let title = "Life expectancy of areas at each age, from an abridged life table."
    static let working = "LifeTable"

    static let input = Shape.object([
        NeedsDocument.areas(
            .init(
                "bands",
                .list(
                    .object([
                        .init("age", .count, "the youngest age of the band: 0, 1, 5, 10 and so on"),
                        .init("population", .number, "people, summed over the years of the deaths"),
                        .init("deaths", .number, "absent where suppressed", isOptional: true),
                    ])), "in any order; the first year of life apart, the last band open")),
        NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "nobody dies before 21, and one in fifty each year from then",
            input: [
                "areas": [
                    [
                        "area": "A",
                        "bands": [
                            ["age": 0, "population": 10_000, "deaths": 0],
                            ["age": 1, "population": 100_000, "deaths": 0],
                            ["age": 21, "population": 10_000, "deaths": 200],
                        ],
                    ]
                ], "confidence": [95],
            ],
            expected: [
                "areas": [
                    [
                        "area": "A",
                        "ages": [
                            ["age": 0, "value": 71, "population": 120_000, "deaths": 200], ["age": 1, "value": 70],
                            [
                                "age": 21, "value": 50,
                                "intervals": [["level": 95, "low": .decimal(43.07048), "high": .decimal(56.92952)]],
                            ],
                        ],
                    ]
                ]
            ], tolerance: 0.00001,
            source: "By hand: one in fifty dies each year from 21, nobody before; Silcocks's error is 50 ÷ √200")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        let limits = LifeTable.Limits(
            leastPopulation: try document.count("needs.lifeExpectancy.leastPopulation"),
            widestInterval: try document.years("needs.lifeExpectancy.widestInterval"))
        var areas: [JSONValue] = []
        for (name, area) in try document.areas() {
            let bands = area["bands"].list.map {
                LifeTable.Band(
                    age: $0["age"].count, population: $0["population"].number, deaths: $0["deaths"].present?.number)
            }
            let found = try LifeTable.expectations(area: name, bands: bands, at: document.levels, limits: limits)
            let ages = found.expectations.map { one in
                JSONValue.measured(
                    one.years,
                    besides: [
                        .init("age", .integer(one.age)), .init("population", .decimal(one.population)),
                        .init("deaths", .decimal(one.deaths)),
                    ])
            }
            areas.append(
                .object(
                    [
                        .init("area", .text(name)), .init("ages", .list(ages)),
                        .init("withheld", .withheld(found.withheld)),
                    ], by: found.method))
        }
        return CalcAnswer(
            ["areas": .list(areas)],
            steps: [
                Working.Step(
                    "Nothing is shown of fewer than \(limits.leastPopulation) people.",
                    rule: "needs.lifeExpectancy.leastPopulation"),
                Working.Step(
                    "A figure whose 95 per cent interval is wider than \(limits.widestInterval) years is not shown.",
                    rule: "needs.lifeExpectancy.widestInterval"),
            ])
    }
}
