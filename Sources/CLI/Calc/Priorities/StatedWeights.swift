import Methods
import Vocabulary

/// Statements about weights as a document has them, by the criteria's names.
enum StatedWeights {
    static let criteria = Shape.Field(
        "criteria", .list(.text), "the names of the criteria, in the order of all lists")

    static let statements = Shape.Field(
        "statements", .list(shape),
        "what is known of the weights; atLeast: criterion matters at least as much as other; ratio: criterion is "
            + "low to high times other (no high: no upper end); exactRatio: criterion is times times other; "
            + "range: the weight of criterion is low to high, as shares of the whole",
        isOptional: true)

    private static let shape = Shape.object([
        .init("kind", .choice(["atLeast", "ratio", "exactRatio", "range"]), "what is said"),
        .init("criterion", .text, "of which criterion"),
        .init("other", .text, "beside which; not for range", isOptional: true),
        .init("low", .number, "lower end, for ratio and range", isOptional: true),
        .init("high", .number, "upper end, for ratio and range", isOptional: true),
        .init("times", .number, "for exactRatio", isOptional: true),
    ])

    /// - Throws: `Refusal` for a name that is no criterion's, or a statement that makes no sense.
    static func read(_ input: ShapedValue, criteria: NamedList) throws(Refusal) -> [WeightStatement] {
        var statements: [WeightStatement] = []
        for said in input["statements"].present?.list ?? [] {
            statements.append(try WeightStatement(kind(said, criteria)))
        }
        return statements
    }

    private static func kind(
        _ said: ShapedValue, _ criteria: NamedList
    ) throws(Refusal) -> WeightStatement.Kind {
        func number(_ key: String) throws(Refusal) -> Double {
            if let number = said[key].present?.number { return number }
            throw Refusal(
                .input, code: "missing-key", "A statement of kind \(said["kind"].text) lacks “\(key)”.")
        }
        let criterion = try criteria.place(said["criterion"])
        if said["kind"].text == "range" {
            return .range(criterion, low: try number("low"), high: try number("high"))
        }
        guard let name = said["other"].present else {
            throw Refusal(
                .input, code: "missing-key", "A statement of kind \(said["kind"].text) lacks “other”.")
        }
        let other = try criteria.place(name)
        switch said["kind"].text {
        case "atLeast": return .atLeast(criterion, other)
        case "ratio":
            return .ratio(criterion, other, low: try number("low"), high: said["high"].present?.number)
        default: return .exactRatio(criterion, other, try number("times"))
        }
    }
}
