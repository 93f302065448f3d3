import Methods
import Rulebook
import Solver
import Vocabulary

/// Where further sites do most.
enum CalcSiting: CalcMethod {
    static let name = "access.siting"
    static let title =
        "Where so many further sites bring most people within reach, or make ways shortest; needs the solver."
    static let working = "SitingQuestion"

    static let input = Shape.object(
        CatchmentDocument.fields(
            site: [
                .init(
                    "candidate", .flag, "true where it might be opened; a site is there where nothing is said",
                    isOptional: true)
            ],
            .init("further", .whole, "how many may be opened at most"),
            .init(
                "aim", .choice(SitingQuestion.Aim.allCases.map(\.rawValue)),
                "covering: most people within reach; distance: the ways of all people shortest together (p-median)"),
            .init(
                "seconds", .number, "after how many the best so far is taken; 60 where nothing is said",
                isOptional: true)))

    static let examples = [
        CalcExample(
            name: "a road with four villages, one further practice", input: road(.init("aim", "distance")),
            expected: [
                "opened": ["at 9"], "status": "optimal", "before": ["travelled": 1_200],
                "after": ["travelled": 390],
            ], tolerance: 1e-9, source: worked),
        CalcExample(
            name: "the same: most people within 2 miles", input: road(.init("aim", "covering"), .init("reach", 2)),
            expected: [
                "opened": ["at 9"], "status": "optimal", "before": ["within": 100], "after": ["within": 180],
            ], tolerance: 1e-9, source: worked),
    ]

    private static let worked =
        "Worked by hand: 50 × 4 + 80 × 10 + 10 × 20 person-miles without, 50 × 4 + 80 × 1 + 10 × 11 with a practice at 9"

    private static func road(_ besides: JSONValue.Member...) -> JSONValue {
        func place(_ kind: String, _ at: Int, _ key: String, _ value: JSONValue) -> JSONValue {
            .object([
                .init(kind, .text("at \(at)")), .init("first", .integer(at)), .init("second", 0), .init(key, value),
            ])
        }
        var members: [JSONValue.Member] = [
            .init(
                "areas",
                [
                    place("area", 0, "population", 100), place("area", 4, "population", 50),
                    place("area", 10, "population", 80), place("area", 20, "population", 10),
                ]),
            .init(
                "sites",
                [
                    place("site", 0, "candidate", false), place("site", 5, "candidate", true),
                    place("site", 9, "candidate", true), place("site", 19, "candidate", true),
                ]),
            .init("coordinates", "plane"), .init("further", 1),
        ]
        members.append(contentsOf: besides)
        return .object(members)
    }

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let areas = try NamedList(distinct: input["areas"].list.map { $0["area"].text }, of: "areas")
        let sites = try NamedList(distinct: input["sites"].list.map { $0["site"].text }, of: "sites")
        guard let aim = SitingQuestion.Aim(rawValue: input["aim"].text) else {
            preconditionFailure("the shape has the aims")
        }
        let question = try SitingQuestion(
            CatchmentDocument.table(input, areas: areas, sites: sites, by: rulebook),
            population: input["areas"].list.map { $0["population"].number },
            isCandidate: input["sites"].list.map { $0["candidate"].json == .flag(true) },
            further: input["further"].whole, aim: aim)
        let solver = HighsSolver(try HighsLibrary.installed())
        let found = try PortfolioDocument.solve(
            question.model, by: solver, seconds: input["seconds"].present?.number ?? 60)
        guard let siting = question.siting(found) else {
            throw Refusal(
                .engine, code: "nothing-found", "In this time no choice was found.", remedy: "Give it more seconds.")
        }
        return CalcAnswer(
            .object(
                [
                    .init("opened", sites.json(siting.opened)), .init("status", .text(found.status.rawValue)),
                    .init("gap", .optional(siting.gap) { .decimal($0) }),
                    .init("before", effect(siting.before)), .init("after", effect(siting.after)),
                ], by: siting.method),
            steps: [
                Working.Step(
                    "\(question.model.names.count) yes-or-no decisions under \(question.model.rows.count) rules, solved "
                        + "by \(solver.name) \(solver.version)."),
                Working.Step(
                    siting.isProved
                        ? "No other choice gains more: proved."
                        : "The best that was found in this time; it is not proved that none gains more."),
            ])
    }

    private static func effect(_ effect: Siting.Effect) -> JSONValue {
        [
            "within": .decimal(effect.within), "people": .decimal(effect.people),
            "travelled": .decimal(effect.travelled), "way": .optional(effect.way) { .decimal($0) },
        ]
    }
}
