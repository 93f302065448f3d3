import Contracts
import Markup
import Pages
import Tabular
import Vocabulary

/// Figures that look like a real system's, made from a fixed sequence: what the tests and the pictures show.
enum Sample {
    static let year = FinancialYear(startingIn: 2024)
    static let asked = AskedPosition(month: year.month(9))
    static let hostile = "<script>alert(\"x\")</script> & Sons’ \u{202E}Dental\u{200F} 🦷 'Care'"

    static let shell = Shell(
        system: "Wexbourne ICB", isInvented: true, version: "0.1.0", dataTo: year.month(9),
        sources: ["Invented by Exemplar, in the shape of NHSBSA’s contractor files."],
        held: (0..<21).map { year.month(9).adding(months: -$0) }, asked: asked)

    static let emptyShell = Shell(system: "Nowhere yet", isInvented: false, version: "0.1.0", dataTo: nil)

    /// A linear congruential sequence from 0 to 1: the same on every run.
    struct Sequence {
        var state: UInt64

        mutating func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(UInt64(1) << 53)
        }
    }

    static let names = [
        "NHS Wexbourne and the Marches ICB", "NHS Northmoor ICB", "NHS Harrowdale and South Fens ICB",
        "NHS Bath and North East Somerset, Swindon and Wiltshire ICB", "NHS Eastwick ICB", "NHS Tarn Valley ICB",
        "NHS Lowmere ICB", "NHS Great Stanton ICB",
    ]

    static func code(_ place: Int) -> OrganisationCode { OrganisationCode("QX\(place)")! }

    static func contract(_ place: Int) -> ContractNumber { ContractNumber("1000080\(100 + place)")! }

    static func shares(_ size: Int) -> MoneyShares {
        MoneyShares(
            locked: Money(pence: size / 100 * 83 + 17), unclear: Money(pence: size / 100 * 8),
            recurrent: Money(pence: size / 100 * 4), nonRecurrent: Money(pence: size / 100 * 5))
    }

    static func estimate(_ pence: Int) -> Estimate<Money> {
        Estimate(
            value: Money(pence: pence),
            intervals: [
                .init(level: 50, low: Money(pence: pence / 100 * 87), high: Money(pence: pence / 100 * 112)),
                .init(level: 90, low: Money(pence: pence / 100 * 70), high: Money(pence: pence / 100 * 134)),
            ], method: "sample")
    }

    static let bar = MoneyBar(title: "Wexbourne’s dental programme, £170.1m", shares: shares(17_012_345_600))

    static let map = MoneyMap(
        commissioners: names.enumerated().map { place, name in
            .init(code: code(place), name: name, shares: shares(9_800_000_000 / (place + 2)))
        })

    static let headline = YearEndHeadline(
        year: year, contracts: 612, expectedToMiss: 143, threshold: Share(percent: 96), frees: estimate(1_230_000_000),
        commitBy: year.lastDay, notForecast: 17, programme: Money(pence: 17_012_345_600))

    static let strip: YearEndStrip = {
        var sequence = Sequence(state: 7)
        let expected = (0..<612).map { _ -> Share in
            let sum = sequence.next() + sequence.next() + sequence.next()
            let tail = sequence.next() < 0.18 ? -34 * sequence.next() : 0
            return Share(Int((78 + sum * 14 + tail) * 100), of: 10_000)!
        }
        return YearEndStrip(expected: expected, lines: [96, 100, 102].map { Share(percent: $0) })
    }()

    static let forecast: ForecastPicture = {
        let target = Units(12_400)
        let pace = [20, 21, 20, 23, 21, 21, 23, 21, 20, 22, 20, 21]
        let whole = pace.reduce(0, +)
        var done = 0
        let scheduled = pace.map { days -> Units in
            done += days
            return target.scaled(by: done, over: whole)
        }
        let monthly = [812, 930, 905, 1_020, 840, 990, 1_080, 960, 770]
        var sum = 0
        let delivered = monthly.map { units -> Units in
            sum += units
            return Units(hundredths: sum * 100 + 60)
        }
        let last = [700, 1_500, 2_300, 3_350, 4_200, 5_300, 6_400, 7_500, 8_400, 9_600, 10_700, 12_050].map {
            Units($0)
        }
        let fan = (10...12).map { month -> ForecastPicture.FanMonth in
            let middle = sum + (month - 9) * 1_060
            let wide = (month - 9) * 260
            return .init(
                number: month,
                estimate: Estimate(
                    value: Units(middle),
                    intervals: [
                        .init(level: 50, low: Units(middle - wide * 2 / 5), high: Units(middle + wide * 2 / 5)),
                        .init(level: 90, low: Units(middle - wide), high: Units(middle + wide)),
                    ], method: "sample"))
        }
        return ForecastPicture(
            year: year, target: target, delivered: delivered, scheduled: scheduled, lastYear: last, fan: fan,
            band: Share(percent: 96)...Share(percent: 102))
    }()

    static let history = YearHistory(
        years: [
            .init(
                year: FinancialYear(startingIn: 2016), achieved: Share(992, of: 1_000), threshold: Share(percent: 96)),
            .init(
                year: FinancialYear(startingIn: 2017), achieved: Share(961, of: 1_000), threshold: Share(percent: 96)),
            .init(
                year: FinancialYear(startingIn: 2018), achieved: Share(943, of: 1_000), threshold: Share(percent: 96)),
            .init(
                year: FinancialYear(startingIn: 2019), achieved: Share(978, of: 1_000), threshold: Share(percent: 96)),
            .init(year: FinancialYear(startingIn: 2020), achieved: nil, threshold: nil, note: "pandemic rules"),
            .init(year: FinancialYear(startingIn: 2021), achieved: nil, threshold: nil, note: "pandemic rules"),
            .init(
                year: FinancialYear(startingIn: 2022), achieved: Share(872, of: 1_000), threshold: Share(percent: 90)),
            .init(
                year: FinancialYear(startingIn: 2023), achieved: Share(1_034, of: 1_000), threshold: Share(percent: 96)),
        ])

    static let line = InertiaLine(
        years: [
            (2017, 0.981, 742), (2018, 0.978, 731), (2019, 0.984, 768), (2020, 0.991, 902), (2021, 0.99, 888),
            (2022, 0.967, 655), (2023, 0.952, 611), (2024, 0.949, 603),
        ].map {
            .init(year: FinancialYear(startingIn: $0.0), rankCorrelation: $0.1, almostUnchanged: Share($0.2, of: 1_000))
        })

    static let spendBy = SpendByPicture(
        rows: names.enumerated().map {
            .init(code: code($0.offset), name: $0.element, amount: estimate(310_000_000 / ($0.offset + 1)))
        },
        commitBy: year.lastDay)

    static func contracts(_ count: Int) -> Table {
        var sequence = Sequence(state: 11)
        var table = Table(
            key: "contracts", caption: "Contracts and where they are expected to end 2024/25",
            columns: [
                .init("contract", "Contract"), .init("provider", "Provider", isPersonal: true),
                .init("commissioner", "Commissioner"), .init("target", "Target"), .init("delivered", "Delivered"),
                .init("achieved", "Achieved so far"), .init("expected", "Expected at year-end"),
                .init("valuePence", "UDA money"), .init("perUnitPence", "Per UDA"), .init("recoveryPence", "Recovery"),
            ], notes: ["Data to December 2024.", "Rows that a rule flags are left out of totals."])
        for place in 0..<count {
            let target = Units(1_000 + Int(sequence.next() * 24_000))
            let delivered = Units(
                hundredths: Int(Double(target.hundredths) * (0.45 + sequence.next() * 0.35)) / 10 * 10)
            let perUnit = 2_700 + Int(sequence.next() * 1_100)
            let value = Money(pence: perUnit * target.hundredths / 100)
            let provider =
                place == 3
                ? hostile : "\(["Ashdown", "Birchgate", "Castle Street", "Derwent"][place % 4]) Dental \(place)"
            table.append([
                .link(contract(place % 800).description, path: Route.contract(contract(place % 800)).path),
                .text(provider), .link(names[place % 8], path: Route.commissioner(code(place % 8)).path),
                .units(target), place == 5 ? .absent("no claims") : .units(delivered),
                .optional(Share(delivered, of: target), else: "no target"),
                .share(Share(Int(78 + sequence.next() * 28), of: 100)!), .money(value), .money(Money(pence: perUnit)),
                sequence.next() < 0.7 ? .money(.zero) : .money(value.scaled(by: 4, over: 100)),
            ])
        }
        return table
    }
}
