import Contracts
import Rulebook
import Vocabulary

/// A contract's year end by the rules of its year.
enum CalcYearEnd: CalcMethod {
    static let name = "dental.yearEnd"
    static let title = "A dental contract's year end: recovery, carry-forward or unpaid excess, by the year's rules."
    static let working = "JudgeYearEnd"

    static let input = Shape.object([
        .init("financialYear", .financialYear, "whose rules apply"),
        .init("contractedUnits", .units, "UDAs contracted for the year"),
        .init("deliveredUnits", .units, "UDAs delivered in the year"),
        .init("carriedInUnits", .units, "UDAs carried in; negative for a shortfall owed", isOptional: true),
        .init("valuePence", .pence, "money of the UDA line for the year"),
        .init("agreedLimitPercent", .count, "agreed limit of over-delivery, per cent of the target", isOptional: true),
        .init("agreedExcess", .text, "paid or carried: what was agreed about it", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "a year below the threshold is recovered to the whole target",
            input: [
                "financialYear": "2024/25", "contractedUnits": 30_000, "deliveredUnits": 20_000,
                "valuePence": 60_000_000,
            ],
            expected: ["recoveryPence": 20_000_000, "carriedForwardUnits": 0, "band": "belowThreshold"], tolerance: 0,
            source: "Densura, The curse of clawback: practice A, 30,000 UDAs at £20, delivers 20,000 (a trade page)"),
        CalcExample(
            name: "exactly 96 % is met, and the shortfall is carried",
            input: [
                "financialYear": "2024/25", "contractedUnits": 10_000, "deliveredUnits": 9_600,
                "valuePence": 28_000_000,
            ],
            expected: ["recoveryPence": 0, "carriedForwardUnits": -400, "band": "shortfallCarried"], tolerance: 0,
            source: "NHSBSA knowledge base KA-01672 (the rule; the numbers are ours)"),
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let year = input["financialYear"].financialYear
        let rules = try DentalYearRules(rulebook, .shipped, year: year)
        var agreement: AgreedOverDelivery?
        if !input["agreedLimitPercent"].isAbsent {
            let words = input["agreedExcess"].isAbsent ? "paid" : input["agreedExcess"].text
            guard let settlement = AgreedOverDelivery.Settlement(rawValue: words) else {
                throw Refusal(
                    .input, code: "wrong-shape", "agreedExcess is “\(words)”, and paid or carried is expected.")
            }
            agreement = AgreedOverDelivery(
                contract: ContractNumber("0000000000")!, year: year,
                limit: Share(percent: input["agreedLimitPercent"].count), settlement: settlement)
        }
        let outcome = try JudgeYearEnd.judge(
            contracted: input["contractedUnits"].units, delivered: input["deliveredUnits"].units,
            carriedIn: input["carriedInUnits"].isAbsent ? .zero : input["carriedInUnits"].units,
            value: input["valuePence"].money, by: rules.yearEnd, agreement: agreement)
        return CalcAnswer(
            [
                "adjustedUnits": .units(outcome.adjusted),
                "achievedPercent": .optional(outcome.achieved) { JSONValue.decimal($0.percentNumber) },
                "band": .text(outcome.band.rawValue), "recoveryPence": .money(outcome.recovery),
                "breachNotice": .flag(outcome.breachNotice), "carriedForwardUnits": .units(outcome.carriedForward),
                "unpaidExcessUnits": .units(outcome.unpaidExcess),
                "overDeliveryPaymentPence": .money(outcome.overDeliveryPayment),
            ], steps: outcome.steps)
    }
}
