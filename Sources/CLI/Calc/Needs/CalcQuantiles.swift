import Methods
import Rulebook
import Vocabulary

/// Areas in groups of equal number.
enum CalcQuantiles: CalcMethod {
    static let name = "quantiles"
    static let title = "Areas put into groups of equal number by the order of a value, such as tenths by deprivation."
    static let working = "QuantileGroups"

    static let input = Shape.object([
        NeedsDocument.areas(
            .init("value", .number, "absent where there is none", isOptional: true),
            .init("within", .text, "of which larger area it is part; each is grouped apart", isOptional: true),
            .init(
                "highestFirst", .flag, "in place of the document's; the same for all within one",
                isOptional: true)),
        .init("groups", .count, "how many: 10 for tenths"),
        .init(
            "highestFirst", .flag, "true, where nothing is said: the highest values are group 1", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "ten areas in fifths, two of them alike",
            input: [
                "areas": .list(
                    [3, 9, 1, 7, 5, 10, 2, 7, 4, 6].enumerated().map { place, value in
                        ["area": .text("\(place)"), "value": .integer(value)]
                    }), "groups": 5, "highestFirst": false,
            ],
            expected: ["quantiles": [2, 5, 1, 4, 3, 5, 1, 4, 2, 3]], tolerance: 0,
            source: "By hand, by the rule of the Fingertips technical guidance on deprivation categories")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let areas = try NeedsDocument(input, by: rulebook).areas()
        let usual = input["highestFirst"].json != .flag(false)
        let found = try QuantileGroups.places(
            of: areas.map { name, area in
                QuantileGroups.Area(
                    name: name, value: area["value"].present?.number, within: area["within"].present?.text,
                    highestFirst: area["highestFirst"].present.map { $0.json == .flag(true) } ?? usual)
            }, count: input["groups"].count)
        let missing = found.count { $0 == nil }
        return CalcAnswer(
            .object(
                [
                    .init("quantiles", .list(found.map { .optional($0) { .integer($0) } })),
                    .init("areas", .list(areas.map { .text($0.name) })),
                ], by: QuantileGroups.method),
            steps: missing == 0
                ? [] : [Working.Step("\(missing) areas have no group: no value, or fewer values than groups.")])
    }
}
