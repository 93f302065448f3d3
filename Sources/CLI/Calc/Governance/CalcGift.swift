import Governance
import Rulebook
import Vocabulary

/// What the rules of the day say of a gift or hospitality.
enum CalcGift: CalcMethod {
    static let name = "governance.gift"
    static let title = "What the rules of the day say of a gift or hospitality, with what one source gave before."
    static let working = "JudgeGift"

    static let input = Shape.object([
        .init("kind", .choice(Gift.Kind.allCases.map(\.rawValue)), "what was offered"),
        .init("valuePence", .pence, "what it would cost"),
        .init("offeredOn", .day, "whose rules apply"),
        .init("isSupplier", .flag, "the source supplies the body, or wishes to", isOptional: true),
        .init("isPromotional", .flag, "an article of low value with the supplier's name", isOptional: true),
        .init("isBeyondModest", .flag, "travel beyond what is modest", isOptional: true),
        .init(
            "earlier", .list(.written("id, offeredOn, valuePence, isDeclared")), "what the same source gave before",
            isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "exactly £50 from another source: the text leaves it open",
            input: ["kind": "gift", "valuePence": 5_000, "offeredOn": "2026-01-12"],
            expected: ["answer": "ask", "totalPence": 5_000], tolerance: 0,
            source:
                "NHS England, Managing conflicts of interest in the NHS (2017): gifts from other sources under £50 and "
                + "over £50"),
        CalcExample(
            name: "hospitality of £25 to £75 is declared",
            input: ["kind": "hospitality", "valuePence": 7_500, "offeredOn": "2026-01-12"],
            expected: ["answer": "acceptAndDeclare"], tolerance: 0,
            source: "NHS England, Managing conflicts of interest in the NHS (2017): hospitality £25 and £75"),
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let question: GiftQuestion = try input.json.writtenDocument(named: name, manual: "docs/governance.md")
        let judgement = try JudgeGift(rulebook: rulebook)(question)
        return CalcAnswer(
            JSONValue(encoding: judgement),
            steps: [
                judgement.reasons.map { Working.Step($0, rule: judgement.rules.first) },
                judgement.readings.map { Working.Step("One reading: \($0)") },
            ].flatMap(\.self))
    }
}
