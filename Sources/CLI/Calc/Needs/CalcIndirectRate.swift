import Methods
import Rulebook
import Vocabulary

/// What happened beside what the reference's rates would have brought.
enum CalcIndirectRate: CalcMethod {
    static let name = "rate.indirect"
    static let title = "Indirectly standardised ratios and rates of areas, beside the reference's rates by age."
    static let working = "IndirectRate"

    private static let band = Shape.Field("band", .text, "an age band of the reference")

    static let input = Shape.object([
        NeedsDocument.areas(
            .init(
                "observed", .number, "all its events, where they are not known by age", isOptional: true),
            .init(
                "bands",
                .list(
                    .object([
                        band, .init("population", .number, "people of the band"),
                        .init(
                            "count", .number, "events; absent where suppressed or not known by age",
                            isOptional: true),
                    ])), "exactly those of the reference, in any order")),
        .init(
            "reference",
            .list(
                .object([
                    band, .init("count", .number, "events in the reference"),
                    .init("population", .number, "people of the reference"),
                ])), "the rates by age to which areas are compared"),
        .init("ratioPer", .number, "what the ratio is multiplied by: 1 where nothing is said", isOptional: true),
        NeedsDocument.per, NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "36 where 30 were expected",
            input: [
                "areas": [
                    [
                        "area": "A", "observed": 36,
                        "bands": [["band": "young", "population": 1_000], ["band": "old", "population": 500]],
                    ]
                ],
                "reference": [
                    ["band": "young", "count": 100, "population": 10_000],
                    ["band": "old", "count": 400, "population": 10_000],
                ], "per": 1_000, "confidence": [95],
            ],
            expected: [
                "referenceRate": 25,
                "areas": [
                    [
                        "area": "A", "observed": 36, "expected": 30,
                        "ratio": ["value": .decimal(1.2), "method": "Byar"],
                        "rate": ["value": 30],
                    ]
                ],
            ], tolerance: 1e-9, source: "The numbers are ours; the method is of Breslow and Day II (IARC, 1987), 65")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        let reference = try IndirectRate.Reference(bands(input["reference"]))
        let exactBelow = try document.count("needs.rate.exactBelow")
        let per = document.number("per", or: 100_000)
        var areas: [JSONValue] = []
        for (name, area) in try document.areas() {
            let found = try IndirectRate.estimate(
                area: name, bands: bands(area["bands"]), observed: area["observed"].present?.number,
                reference: reference, ratioPer: document.number("ratioPer", or: 1), ratePer: per, at: document.levels,
                exactBelow: exactBelow)
            areas.append([
                "area": .text(name), "observed": .optional(found.observed) { .decimal($0) },
                "expected": .decimal(found.expected), "ratio": .measured(found.ratio), "rate": .measured(found.rate),
            ])
        }
        return CalcAnswer(
            ["referenceRate": .decimal(reference.rate(per: per)), "areas": .list(areas)],
            steps: [
                Working.Step("Limits of fewer than \(exactBelow) events are exact.", rule: "needs.rate.exactBelow")
            ])
    }

    private static func bands(_ list: ShapedValue) -> [IndirectRate.Band] {
        list.list.map {
            IndirectRate.Band(
                $0["band"].text, count: $0["count"].present?.number, population: $0["population"].number)
        }
    }
}
