import Methods
import Rulebook
import Vocabulary

/// Who lies beyond what chance allows.
enum CalcFunnel: CalcMethod {
    static let name = "funnel"
    static let title = "Funnel limits about the average, and which areas lie beyond them."
    static let working = "Funnel"

    static let input = Shape.object([
        NeedsDocument.areas(
            .init("numerator", .number, "people or events"),
            .init("denominator", .number, "people; of a ratio, the events that were expected")),
        .init("kind", .choice(Funnel.Kind.allCases.map(\.rawValue)), "what the figures are"),
        .init("per", .number, "100 for per cent, 100000 for a rate; 1 where nothing is said", isOptional: true),
        .init("denominators", .list(.number), "sizes at which to give the limits besides: the curve", isOptional: true),
        NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "half of a thousand, and one area far from it",
            input: [
                "areas": [
                    ["area": "A", "numerator": 50, "denominator": 100],
                    ["area": "B", "numerator": 30, "denominator": 100],
                    ["area": "C", "numerator": 420, "denominator": 800],
                ], "kind": "proportion", "per": 100, "denominators": [400], "confidence": [95, .decimal(99.8)],
            ],
            expected: [
                "average": 50,
                "areas": [
                    ["area": "A", "side": "within", "level": .null],
                    ["area": "B", "side": "low", "level": .decimal(99.8)],
                    ["area": "C", "side": "within"],
                ],
                "curve": [
                    [
                        "denominator": 400,
                        "limits": [
                            ["level": 95, "low": .decimal(45.1001), "high": .decimal(54.8999)],
                            ["level": .decimal(99.8), "low": .decimal(42.2744), "high": .decimal(57.7256)],
                        ],
                    ]
                ],
            ], tolerance: 0.0001,
            source: "By hand: 50 ± z × 2.5; the method is of Spiegelhalter, Statistics in Medicine 24 (2005) 1185")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        guard let kind = Funnel.Kind(rawValue: input["kind"].text) else {
            preconditionFailure("the shape has the kinds")
        }
        let areas = try document.areas().map { name, area in
            Funnel.Area(name: name, numerator: area["numerator"].number, denominator: area["denominator"].number)
        }
        let funnel = try Funnel(
            areas, kind: kind, per: document.number("per", or: 1), at: document.levels,
            exactBelow: document.count("needs.rate.exactBelow"))
        let flags = funnel.flags.map { flag -> JSONValue in
            [
                "area": .text(flag.area), "value": .decimal(flag.value), "limits": .intervals(flag.limits),
                "side": .text(flag.side.rawValue), "level": .optional(flag.level) { .decimal($0.percent) },
            ]
        }
        var curve: [JSONValue] = []
        for size in input["denominators"].present?.list.map(\.number) ?? [] {
            guard size > 0 else {
                throw Refusal(.input, code: "zero-denominator", "There are no limits for a size of \(size).")
            }
            curve.append(["denominator": .decimal(size), "limits": .intervals(funnel.limits(denominator: size))])
        }
        return CalcAnswer(
            .object(
                [
                    .init("average", .decimal(funnel.averagePer)), .init("areas", .list(flags)),
                    .init("curve", .list(curve)),
                ], by: funnel.method))
    }
}
