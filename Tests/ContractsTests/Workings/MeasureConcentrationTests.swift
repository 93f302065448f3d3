import Contracts
import TestSupport
import Testing
import Vocabulary

struct MeasureConcentrationTests {
    static func holding(_ provider: String, _ target: Int, code: String = "QXX") -> Holding {
        Holding(
            contract: TestYears.number, commissioner: OrganisationCode(code)!, commissionerName: "\(code) ICB",
            providerName: provider,
            target: Units(target), value: Money(pence: target * 3_000), delivered: .zero)
    }

    @Test func `a name in another case or with spaces around it is the same provider`() throws {
        let all = try #require(
            MeasureConcentration.measure([Self.holding("Acme Ltd", 5), Self.holding(" ACME LTD ", 5)]).first)
        #expect(all.index == 10_000)
        #expect(all.providers == 1)
        #expect(all.contracts == 2)
    }

    @Test func `a group stands for its members`() throws {
        let holdings = [Self.holding("Acme", 5), Self.holding("Bolt", 5)]
        let apart = try #require(MeasureConcentration.measure(holdings).first)
        let together = try #require(
            MeasureConcentration.measure(holdings, group: { _ in "Holdings" }).first)
        #expect(apart.index == 5_000)
        #expect(together.index == 10_000)
    }

    @Test func `commissioners that became one are measured as one`() {
        let one = OrganisationCode("Q1")!
        let lines = MeasureConcentration.measure(
            [Self.holding("A", 1, code: "QXX"), Self.holding("B", 1, code: "QYY")], place: { _ in one })
        #expect(lines.count == 2)
        #expect(lines[1].effectiveNumber == 2)
    }

    @Test func `without a target there is no index`() {
        let lines = MeasureConcentration.measure([Self.holding("A", 0)])
        #expect(lines[0].index == nil)
        #expect(lines[0].averageValue == nil)
        #expect(MeasureConcentration.measure([]).isEmpty)
    }

    static let derived = "data/nhsbsa_dental/derived_by_icb_202312.csv"

    @Test(
        .enabled(
            if: SharedData.has(derived) && SharedData.has(PublishedMonth.path), "the real data are not here"))
    func `every commissioner has the published index, average value and sums`() throws {
        let lines = MeasureConcentration.measure(try PublishedMonth.rows().map(Holding.init))
        let text = String(decoding: try SharedData.bytes(Self.derived), as: UTF8.self)
        let printed = text.split(whereSeparator: \.isNewline).dropFirst().map(PublishedMonth.fields)
        #expect(printed.count == 42 && lines.count == 43)
        for cells in printed {
            let code = try #require(OrganisationCode(cells[0]))
            let line = try #require(lines.first { $0.commissioner == code })
            let index = try #require(line.index)
            let average = try #require(line.averageValue)
            #expect(line.contracts == Int(cells[2]))
            #expect(line.target.hundredths == PublishedMonth.hundredths(cells[3]))
            #expect(line.value.pence == PublishedMonth.hundredths(cells[4]))
            #expect(abs(average - Double(cells[5])!) <= 0.000_050_001)
            #expect(line.delivered.hundredths == PublishedMonth.hundredths(cells[6]))
            #expect(abs(index - Double(cells[8])!) <= 0.000_500_001, "\(code)")
        }
    }
}
