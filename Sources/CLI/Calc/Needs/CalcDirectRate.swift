import Methods
import Rulebook
import Vocabulary

/// Rates made comparable by a standard population.
enum CalcDirectRate: CalcMethod {
    static let name = "rate.direct"
    static let title =
        "Directly standardised rates of areas with Dobson's interval; withheld where they rest on too few."
    static let working = "DirectRate"

    static let input = Shape.object([
        NeedsDocument.areas(
            .init(
                "bands",
                .list(
                    .object([
                        .init("band", .text, "an age band of the standard, such as 0-4"),
                        .init(
                            "count", .number, "independent events; absent where suppressed", isOptional: true),
                        .init("population", .number, "people of the band"),
                        .init(
                            "repeated",
                            .list(
                                .object([
                                    .init("times", .number, "events that each of them had"),
                                    .init("people", .number, "how many people had so many"),
                                ])),
                            "in place of count, where one person may have several events", isOptional: true),
                    ])), "exactly those of the standard, in any order")),
        .init(
            "standard", .choice(["esp2013", "esp1976"]), "a standard population of the rules", isOptional: true),
        .init(
            "standardBands",
            .list(
                .object([
                    .init("band", .text, "an age band"), .init("people", .number, "of the standard in the band"),
                ])), "a standard of one's own, in place of standard", isOptional: true),
        NeedsDocument.per, NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "two bands by hand: (3 × 10 + 1 × 40) of 4,000",
            input: [
                "areas": [
                    [
                        "area": "A",
                        "bands": [
                            ["band": "old", "count": 40, "population": 1_000],
                            ["band": "young", "count": 10, "population": 1_000],
                        ],
                    ],
                    [
                        "area": "B",
                        "bands": [
                            ["band": "young", "count": 4, "population": 1_000],
                            ["band": "old", "count": 5, "population": 1_000],
                        ],
                    ],
                ], "standardBands": [["band": "young", "people": 3], ["band": "old", "people": 1]], "per": 1_000,
                "confidence": [95],
            ],
            expected: [
                "areas": [
                    ["area": "A", "events": 50, "population": 2_000, "value": .decimal(17.5), "method": "Dobson"],
                    ["area": "B", "events": 9, "value": .null, "withheld": ["code": "too-few-events"]],
                ]
            ], tolerance: 1e-9, source: "The numbers are ours; the method is of Dobson et al., Stat Med 10 (1991) 457")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        let standard = try document.standard()
        let leastEvents = try document.count("needs.rate.leastEvents")
        let exactBelow = try document.count("needs.rate.exactBelow")
        var areas: [JSONValue] = []
        for (name, area) in try document.areas() {
            var bands: [DirectRate.Band] = []
            for band in area["bands"].list { bands.append(try self.band(band, of: name)) }
            let found = try DirectRate.estimate(
                area: name, bands: bands, standard: standard, per: document.number("per", or: 100_000),
                at: document.levels, leastEvents: leastEvents, exactBelow: exactBelow)
            areas.append(
                .measured(
                    found.rate,
                    besides: [
                        .init("area", .text(name)), .init("events", .optional(found.events) { .decimal($0) }),
                        .init("population", .decimal(found.population)),
                    ]))
        }
        return CalcAnswer(
            ["areas": .list(areas)],
            steps: [
                Working.Step("The standard population is \(standard.name)."),
                Working.Step(
                    "A rate that rests on fewer than \(leastEvents) events is not shown.",
                    rule: "needs.rate.leastEvents"),
            ])
    }

    private static func band(_ band: ShapedValue, of area: String) throws(Refusal) -> DirectRate.Band {
        let count = band["count"].present?.number
        let events: DirectRate.Events
        if let repeated = band["repeated"].present {
            guard count == nil else {
                throw Refusal(
                    .input, code: "count-and-repeated",
                    "\(area), \(band["band"].text) has both a count and people by number of events.")
            }
            events = .repeated(
                repeated.list.map { DirectRate.Repeated(times: $0["times"].number, people: $0["people"].number) })
        } else {
            events = .independent(count)
        }
        return DirectRate.Band(band["band"].text, events: events, population: band["population"].number)
    }
}
