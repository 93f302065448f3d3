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
        guard let market = HerfindahlHirschman(sizes: input["sizes"].list.map(\.count)) else {
            throw Refusal(
                .input, code: "empty-market", "The sizes are empty or all zero, so there is no market to measure.")
        }
        return CalcAnswer([
            "index": .decimal(market.index), "effectiveNumber": .decimal(market.effectiveNumber),
            "topFourPercent": .decimal(market.topFour), "parts": .integer(market.parts),
        ])
    }
}
