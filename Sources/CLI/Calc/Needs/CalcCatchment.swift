import Methods
import Rulebook
import Vocabulary

/// What people can reach, given who else reaches it.
enum CalcCatchment: CalcMethod {
    static let name = "access.catchment"
    static let title =
        "Floating catchments: supply within reach for each person of an area, in one, two or three steps."
    static let working = "FloatingCatchment"

    static let input = Shape.object(
        CatchmentDocument.fields(
            .init(
                "steps", .choice(FloatingCatchment.Steps.allCases.map(\.rawValue)),
                "one: supply within reach; two: shared among all who reach it; three: people divide themselves too"),
            .init("decay", CatchmentDocument.decay, "none where nothing is said", isOptional: true),
            .init(
                "choice", .choice(FloatingCatchment.Choice.allCases.map(\.rawValue)),
                "in three steps, among which sites people divide themselves: those reached, where nothing is said, or "
                    + "all given with costs", isOptional: true)))

    static let examples = [
        CalcExample(
            name: "FCA-01: three hospitals with queues on the roads, two steps",
            input: hospitals(.init("steps", "two")),
            expected: [
                "areas": .list(
                    [0.3314441169802766, 0.5798281320669381, 7.286418169862544].map { ["access": .decimal($0)] }),
                "supplyReached": 135, "supplyShared": 135,
            ], tolerance: 1e-6, source: hospitalsSource),
        CalcExample(
            name: "FCA-05: the same in three steps",
            input: hospitals(.init("steps", "three"), .init("choice", "given")),
            expected: [
                "areas": .list(
                    [0.15625658829061984, 0.4062164524508606, 9.906351854839498].map { ["access": .decimal($0)] })
            ], tolerance: 1e-6, source: hospitalsSource),
    ]

    private static let hospitalsSource =
        "PySAL access (BSD-3 licence), test_hospital_example.py, its reference function"

    private static func hospitals(_ besides: JSONValue.Member...) -> JSONValue {
        let costs: [(String, String, Int)] = [
            ("1", "1", 1), ("2", "2", 1), ("3", "3", 1), ("1", "3", 40), ("2", "3", 40), ("3", "1", 40), ("3", "2", 40),
            ("1", "2", 80), ("2", "1", 80),
        ]
        var members: [JSONValue.Member] = [
            .init(
                "areas",
                [["area": "1", "population": 100], ["area": "2", "population": 50], ["area": "3", "population": 10]]),
            .init(
                "sites", [["site": "1", "supply": 15], ["site": "2", "supply": 20], ["site": "3", "supply": 100]]),
            .init(
                "costs",
                .list(costs.map { ["area": .text($0.0), "site": .text($0.1), "cost": .integer($0.2)] })),
            .init("reach", 61), .init("decay", ["kind": "gravity", "scale": 1, "exponent": -1]),
        ]
        members.append(contentsOf: besides)
        return .object(members)
    }

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let areas = try NamedList(distinct: input["areas"].list.map { $0["area"].text }, of: "areas")
        let sites = try NamedList(distinct: input["sites"].list.map { $0["site"].text }, of: "sites")
        guard let steps = FloatingCatchment.Steps(rawValue: input["steps"].text) else {
            preconditionFailure("the shape has the steps")
        }
        let choice = input["choice"].present.flatMap { FloatingCatchment.Choice(rawValue: $0.text) } ?? .reached
        guard choice == .reached || !input["costs"].isAbsent else {
            throw Refusal(
                .input, code: "no-costs", "Among all sites that are given people can only divide themselves by costs.",
                remedy: "Give costs, or let them choose among those reached.")
        }
        let table = try CatchmentDocument.table(input, areas: areas, sites: sites, by: rulebook)
        var decay = Decay.none
        if let given = input["decay"].present { decay = try CatchmentDocument.decay(given, by: rulebook) }
        let found = try FloatingCatchment(
            table, population: input["areas"].list.map { $0["population"].number },
            supply: input["sites"].list.map { $0["supply"].number }
        ).access(steps: steps, decay: decay, choice: choice)
        let ratios = found.ratios.isEmpty ? sites.names.map { _ in nil } : found.ratios
        let without = found.access.count { $0 == nil }
        return CalcAnswer(
            .object(
                [
                    .init(
                        "areas",
                        .list(
                            zip(areas.names, found.access).map {
                                ["area": .text($0), "access": .optional($1) { .decimal($0) }]
                            })),
                    .init(
                        "sites",
                        .list(
                            zip(sites.names, ratios).map {
                                ["site": .text($0), "ratio": .optional($1) { .decimal($0) }]
                            })), .init("supplyReached", .decimal(found.supplyReached)),
                    .init("supplyShared", .decimal(found.supplyShared)),
                    .init("unreached", sites.json(found.unreached)),
                    .init("pairs", .integer(table.pairs)),
                ], by: found.method),
            steps: [
                Working.Step(
                    "\(table.pairs) pairs of an area and a site lie within reach; \(without) areas reach no site."),
                Working.Step(
                    "The sites that somebody reaches supply \(found.supplyReached), and \(found.supplyShared) of it is "
                        + "shared out."),
            ])
    }
}
