import Rulebook
import TestSupport
import Testing
import Vocabulary

@testable import Performance

struct SettleSchemeTests {
    private func level(_ value: Double) -> IndicatorLevel { IndicatorLevel(tenThousandths: Int(value * 10_000)) }

    private func indicator(
        _ id: String, _ minimum: Double, _ maximum: Double, _ result: Double?, weight: Int = 1,
        kind: QualityScheme.Kind = .national
    ) -> QualityScheme.Indicator {
        .init(
            id: id, title: "Indicator \(id)", kind: kind, minimum: level(minimum), maximum: level(maximum),
            weight: weight, result: result.map(level))
    }

    private func national(
        _ indicators: [QualityScheme.Indicator], in year: Int = 2022, contract: Int? = nil
    ) -> QualityScheme {
        QualityScheme(
            title: "CQUIN", provider: Sample.provider, year: FinancialYear(startingIn: year), kind: .national,
            fixedElement: Money(pence: 10_000_000_00), contractValue: contract.map { Money(pence: $0 * 100) },
            indicators: indicators)
    }

    private func settled(_ scheme: QualityScheme) throws(Refusal) -> SchemeResult {
        try SettleScheme.result(of: scheme, under: .shipped)
    }

    @Test(arguments: [(70.0, 0), (69.0, 0), (80.0, 6_250_000), (90.0, 12_500_000), (99.0, 12_500_000)])
    func `an indicator of 70 to 90 earns in a straight line, nothing below and all above`(result: Double, pence: Int)
        throws
    {
        let found = try settled(national([indicator("A", 70, 90, result)]))
        #expect(found.whole == Money(pence: 12_500_000))
        #expect(found.earned == Money(pence: pence))
        #expect(found.earned + found.withheld == found.whole)
    }

    @Test(arguments: [(10.0, 0), (12.0, 0), (6.0, 10_000_000), (5.0, 12_500_000), (0.0, 12_500_000)])
    func `where lower is better the minimum is the higher number`(result: Double, pence: Int) throws {
        #expect(try settled(national([indicator("A", 10, 5, result)])).earned == Money(pence: pence))
    }

    @Test func `minimum and maximum at one level are a fault of the scheme`() {
        #expect(Sample.code { _ = try settled(national([indicator("A", 70, 70, 70)])) } == "threshold-flat")
    }

    @Test func `five indicators have a fifth each, and what is not measured is neither earned nor withheld`() throws {
        let found = try settled(
            national(["A", "B", "C", "D"].map { indicator($0, 0, 100, 100) } + [indicator("E", 0, 100, nil)]))
        #expect(found.indicators.map(\.value.pence) == Array(repeating: 2_500_000, count: 5))
        #expect(found.open == Money(pence: 2_500_000))
        #expect(found.withheld == .zero)
    }

    @Test func `the rules of the year hold: how many, how heavy, local ones, the contract's value`() {
        func code(_ scheme: QualityScheme) -> String? { Sample.code { _ = try settled(scheme) } }
        let three = ["A", "B", "C"].map { indicator($0, 0, 1, 1) }
        #expect(code(national((1...6).map { indicator("\($0)", 0, 1, 1) })) == "too-many-indicators")
        #expect(code(national([indicator("A", 0, 1, 1), indicator("B", 0, 1, 1, weight: 2)])) == "weights-not-equal")
        #expect(code(national(three + [indicator("L", 0, 1, 1, kind: .local)])) == "local-beside-national")
        #expect(code(national(Array(three.prefix(2)) + [indicator("L", 0, 1, 1, kind: .local)])) == nil)
        #expect(code(national(three, in: 2023)) == "contract-value-missing")
        #expect(code(national(three, in: 2023, contract: 9_999_999)) == "contract-too-small")
        #expect(code(national(three, in: 2023, contract: 10_000_000)) == nil)
    }

    @Test(arguments: [
        (2020, "scheme-not-running"), (2021, "scheme-not-running"), (2024, "scheme-not-running"), (2025, "no-rule"),
    ])
    func `a year without a national scheme has none, and one without rules is not judged`(year: Int, refused: String) {
        #expect(Sample.code { _ = try settled(national([indicator("A", 0, 1, 1)], in: year)) } == refused)
    }

    @Test func `a local scheme has its own money in any year`() throws {
        var scheme = national([indicator("A", 0, 3, 1, weight: 1), indicator("B", 0, 3, 2, weight: 2)], in: 2025)
        scheme.kind = .local
        #expect(Sample.code { _ = try settled(scheme) } == "scheme-value")
        (scheme.value, scheme.fixedElement) = (Money(pence: 100), nil)
        let found = try settled(scheme)
        #expect(found.indicators.map(\.value.pence) == [33, 67])
        #expect(found.indicators.map(\.earned?.pence) == [11, 45])
    }

    @Test func `an indicator twice, without a title or without weight is refused`() {
        func code(_ indicators: [QualityScheme.Indicator]) -> String? {
            Sample.code { _ = try settled(national(indicators)) }
        }
        #expect(code([]) == "no-indicators")
        #expect(code([indicator("A", 0, 1, 1), indicator("A", 0, 1, 1)]) == "indicator-twice")
        #expect(code([indicator("A", 0, 1, 1, weight: 0)]) == "weight-not-positive")
    }

    @Test(arguments: 0..<50)
    func `earned, withheld and open sum to the whole of a random scheme, and more never earns less`(seed: UInt64) throws
    {
        var draws = SeededNumbers(seed: seed)
        func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &draws) }
        let indicators = (0..<draw(1...9)).map { place in
            let minimum = draw(0...1_000_000)
            return QualityScheme.Indicator(
                id: "\(place)", title: "T", minimum: IndicatorLevel(tenThousandths: minimum),
                maximum: IndicatorLevel(
                    tenThousandths: minimum + (draw(0...1) == 0 ? draw(1...99_999) : -draw(1...99_999))),
                weight: draw(1...9),
                result: draw(0...4) == 0 ? nil : IndicatorLevel(tenThousandths: draw(0...1_000_000)))
        }
        let scheme = QualityScheme(
            title: "Local", provider: Sample.provider, year: Sample.year, kind: .local,
            value: Money(pence: draw(1...99_999_999)), indicators: indicators)
        let found = try settled(scheme)
        #expect(found.earned + found.withheld + found.open == found.whole, "seed \(seed)")
        for one in found.indicators {
            let better = one.indicator.isLowerBetter ? -1 : 1
            let earned = stride(from: -200_000, through: 200_000, by: 20_000).map { step in
                SettleScheme.earned(
                    one.value, by: IndicatorLevel(tenThousandths: one.indicator.minimum.tenThousandths + better * step),
                    of: one.indicator)
            }
            #expect(earned == earned.sorted(), "seed \(seed)")
            #expect(earned.first == .zero && earned.last == one.value, "seed \(seed)")
        }
    }
}
