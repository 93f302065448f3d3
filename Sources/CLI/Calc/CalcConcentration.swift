import Methods
import Rulebook
import Vocabulary

/// How concentrated a market is.
enum CalcConcentration: CalcMethod {
    static let name = "concentration"
    static let title = "Concentration of a market: Herfindahl-Hirschman index, effective number, four largest."
    static let working = "HerfindahlHirschman"

    static let input = Shape.object([
        .init("sizes", .list(.count), "the size of each provider, in any unit")
    ])

    static let examples = [
        CalcExample(
            name: "four firms with 30, 30, 20 and 20 per cent", input: ["sizes": [30, 30, 20, 20]],
            expected: ["index": 2_600, "parts": 4], tolerance: 0.001,
            source: "United States Department of Justice, Herfindahl-Hirschman Index (the example on its page)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let sizes = input["sizes"].list.map(\.count)
        guard sizes.allSatisfy({ $0 <= 1_000_000_000_000_000 }), sizes.count <= 1_000 else {
            throw Refusal(
                .input, code: "too-large", "A size above 10^15, or more than 1,000 of them, cannot be summed exactly.")
        }
        guard let market = HerfindahlHirschman(sizes: sizes) else {
            throw Refusal(
                .input, code: "empty-market", "The sizes are empty or all zero, so there is no market to measure.")
        }
        return CalcAnswer([
            "index": .decimal(market.index), "effectiveNumber": .decimal(market.effectiveNumber),
            "topFourShare": .decimal(market.topFour), "parts": .integer(market.parts),
        ])
    }
}
