import Methods
import Rulebook
import Vocabulary

/// The areas most like one.
enum CalcNeighbours: CalcMethod {
    static let name = "neighbours"
    static let title = "The areas most like one by variables that are stated, and how its figure stands among theirs."
    static let working = "StatisticalNeighbours"

    static let input = Shape.object([
        .init("variables", .list(.text), "by which areas are alike"),
        NeedsDocument.areas(
            .init("variables", .list(.number), "in the order of the variables"),
            .init("value", .number, "the figure to be compared; absent where there is none", isOptional: true)),
        .init("of", .text, "the area whose neighbours are asked for"),
        .init("number", .count, "of neighbours; that of the rules where nothing is said", isOptional: true),
        .init("weights", .list(.number), "one for each variable; 1 each where nothing is said", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "two variables of one spread",
            input: [
                "variables": ["deprivation", "age"], "of": "A", "number": 2,
                "areas": [
                    ["area": "A", "variables": [0, 0], "value": 10], ["area": "B", "variables": [3, 3], "value": 20],
                    ["area": "C", "variables": [0, 1], "value": 30], ["area": "D", "variables": [1, 0], "value": 5],
                ],
            ],
            expected: [
                "neighbours": [["area": "C", "distance": .decimal(0.7071068)], ["area": "D"]],
                "standing": ["mean": .decimal(17.5), "median": .decimal(17.5), "below": 1, "above": 1],
            ], tolerance: 1e-6, source: "By hand: 0, 3, 0, 1 and 0, 3, 1, 0 have the deviation √2")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        let areas = try document.areas()
        let target = input["of"].text
        let likeness = try StatisticalNeighbours(
            areas: areas.map(\.name), variables: input["variables"].list.map(\.text),
            values: areas.map { $0.document["variables"].list.map(\.number) },
            weights: input["weights"].present?.list.map(\.number))
        let usual = try document.count("needs.neighbours.number")
        let found = try likeness.nearest(input["number"].present?.count ?? Int(usual), to: target)
        let names = Set(found.map(\.area))
        let others = areas.filter { names.contains($0.name) }.compactMap { $0.document["value"].present?.number }
        let own = areas.first { $0.name == target }?.document["value"].present?.number
        let standing = own.flatMap { StatisticalNeighbours.standing(of: $0, among: others) }
        return CalcAnswer(
            .object(
                [
                    .init(
                        "neighbours",
                        .list(
                            found.map {
                                [
                                    "area": .text($0.area), "distance": .decimal($0.distance),
                                    "parts": .decimals($0.parts),
                                ]
                            })),
                    .init(
                        "standing",
                        .optional(standing) {
                            [
                                "value": .decimal($0.value), "mean": .decimal($0.mean), "median": .decimal($0.median),
                                "lowest": .decimal($0.lowest), "highest": .decimal($0.highest),
                                "below": .integer($0.below), "equal": .integer($0.equal), "above": .integer($0.above),
                            ]
                        }),
                ], by: StatisticalNeighbours.method))
    }
}
