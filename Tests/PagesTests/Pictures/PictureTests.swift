import Markup
import Pages
import Tabular
import Testing
import Vocabulary

@Suite struct PictureTests {
    private func read(_ picture: some PictureWithTable) -> ReadPage {
        ReadPage("<!>" + picture.figure(in: Sample.shell).rendered)
    }

    @Test func `the bar's segments take the whole width and its table sums to the penny`() {
        let shares = MoneyShares(
            locked: Money(pence: 70_001), unclear: Money(pence: 9_999), recurrent: Money(pence: 5_000),
            nonRecurrent: Money(pence: 15_000))
        let bar = MoneyBar(title: "All", shares: shares)
        let widths = read(bar).all("rect").filter { ($0.attributes["height"] ?? "") == "56" }
            .compactMap { $0.attributes["width"].flatMap { Double($0.dropLast()) } }
        #expect(widths.count == 4)
        #expect(abs(widths.reduce(0, +) - 100) < 0.05)
        #expect(bar.table().rows.last?[1] == .money(Money(pence: 100_000)))
        #expect(
            bar.description == """
                locked £700 (70.0 %); unclear £100 (10.0 %); recurrent, from a day £50 (5.0 %); \
                non-recurrent, this year £150 (15.0 %).
                """)
    }

    @Test func `no money draws no bar and divides by nothing`() {
        let shares = MoneyShares(locked: .zero, unclear: .zero, recurrent: .zero, nonRecurrent: .zero)
        let bar = MoneyBar(title: "None", shares: shares)
        #expect(bar.table().rows.last?[2] == .absent("no money"))
        #expect(read(bar).all("table").count == 1)
    }

    @Test func `commissioners stand by size and no bar is longer than the first`() {
        let map = MoneyMap(commissioners: Sample.map.commissioners.reversed())
        let totals = map.commissioners.map(\.shares.total)
        #expect(totals == totals.sorted(by: >))
    }

    @Test func `the forecast says where the year will end, with both intervals`() {
        #expect(
            Sample.forecast.description == """
                8,308 UDAs delivered to December 2024, 67.0 % of the year’s 12,400. Expected at the year’s end: \
                11,487 UDAs, 92.6 % of target. With 50 % probability from 90.1 % to 95.2 %. With 90 % probability \
                from 86.3 % to 98.9 %.
                """)
        let table = Sample.forecast.table()
        #expect(table.rows.count == 12)
        #expect(table.rows[11][4] == .units(Units(11_487)))
        #expect(table.rows[0][4] == .absent("delivered"))
    }

    @Test func `a contract without delivery, last year or forecast is drawn all the same`() {
        let bare = ForecastPicture(
            year: Sample.year, target: .zero, delivered: [], scheduled: Array(repeating: .zero, count: 12),
            band: Share(percent: 96)...Share(percent: 102))
        #expect(read(bare).faults.isEmpty)
        #expect(bare.description == "No month of the year is held.")
    }

    @Test func `a year below its own threshold is short in words, not by colour alone`() {
        let texts = read(Sample.history).all("text").map(\.text)
        #expect(texts.contains("94.3 % short") && texts.contains("87.2 % short"))
        #expect(texts.contains("96.1 %") && texts.contains("pandemic rules"))
    }

    @Test func `every contract is counted once in the distribution`() {
        let strip = YearEndStrip(
            expected: [0, 95, 96, 99, 100, 102, 103, 250].map { Share(percent: $0) },
            lines: [102, 96, 100].map { Share(percent: $0) })
        let counted = strip.table().rows.reduce(0) { sum, row in
            if case .count(let count) = row[1] { sum + count } else { sum }
        }
        #expect(counted == 8)
        #expect(
            strip.description == """
                Of 8 contracts, 2 are expected to end below 96 % of target, 4 from 96 % to 102 %, and 2 above 102 %.
                """)
    }

    @Test func `exactly 96 per cent is not below 96 per cent`() {
        let just = Share(95_999, of: 100_000)!
        let strip = YearEndStrip(expected: [just, Share(percent: 96)], lines: [Share(percent: 96)])
        #expect(strip.description.contains("1 are expected to end below 96 %"))
    }

    @Test func `what lapses stands by amount, each with its interval`() {
        let rows = read(Sample.spendBy).all("li").map(\.text)
        #expect(rows.contains { $0.contains("£3.1m, 90 %: £2.2m to £4.2m") })
        #expect(Sample.spendBy.table().rows.count == 8)
    }

    @Test func `years of inertia stand in order and an unknown one has no point`() {
        let line = InertiaLine(years: [
            .init(year: FinancialYear(startingIn: 2019), rankCorrelation: 0.98, almostUnchanged: nil),
            .init(year: FinancialYear(startingIn: 2018), rankCorrelation: nil, almostUnchanged: nil),
        ])
        #expect(line.years.map(\.year.start) == [2018, 2019])
        #expect(read(line).all("circle").count == 1)
    }
}
