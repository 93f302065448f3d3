import Methods
import Rulebook
import Vocabulary

/// What measurements are worth.
enum CalcValueFunction: CalcMethod {
    static let name = "values.function"
    static let title =
        "What measurements on a criterion's natural scale are worth, by straight lines between points."
    static let working = "ValueFunction"

    static let input = Shape.object([
        .init("cutoffs", .list(.number), "points of the natural scale, increasing"),
        .init(
            "values", .list(.number),
            "what each cut-off is worth, usually 0 to 1; rising or falling, not both"),
        .init("measurements", .list(.number), "what is to be valued"),
        .init(
            "beyond", .choice(ValueFunction.Beyond.allCases.map(\.rawValue)),
            "for a measurement outside the cut-offs: refuse it (where nothing is said), clip it to the nearest, or "
                + "extend the outermost line", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "minutes to a surgery, falling in two pieces",
            input: ["cutoffs": [0, 30, 60], "values": [1, .decimal(0.4), 0], "measurements": [0, 15, 45]],
            expected: ["values": [1, .decimal(0.7), .decimal(0.2)]], tolerance: 1e-12,
            source:
                "Belton and Stewart, Multiple Criteria Decision Analysis (2002), section 5.2 (numbers ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let function = try ValueFunction(
            cutoffs: input["cutoffs"].list.map(\.number), values: input["values"].list.map(\.number))
        let beyond = input["beyond"].present.flatMap { ValueFunction.Beyond(rawValue: $0.text) } ?? .refuse
        var values: [Double] = []
        for measurement in input["measurements"].list {
            values.append(try function.value(at: measurement.number, beyond: beyond))
        }
        return CalcAnswer(["values": .decimals(values)])
    }
}
