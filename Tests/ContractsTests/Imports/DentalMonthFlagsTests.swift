import Contracts
import Tabular
import Testing
import Vocabulary

/// Oddities that a person has to look at.
struct DentalMonthFlagsTests {
    private func codes(
        target: Units, pence: Int, delivered: Units = Units(10), foundation: Units = .zero, late: Int = 0
    ) -> [String] {
        problems(target: target, pence: pence, delivered: delivered, foundation: foundation, late: late).map(\.code)
    }

    private func problems(
        target: Units, pence: Int, delivered: Units = Units(10), foundation: Units = .zero, late: Int = 0
    ) -> [(code: String, explanation: String)] {
        let month = DentalMonth(
            month: Month("2019-12")!, commissioner: OrganisationCode("QYG")!, commissionerName: "Wexbourne",
            contract: ContractNumber("1000080000")!, providerName: "", postcode: "", lsoa: "", target: target,
            value: Money(pence: pence),
            activity: DentalActivity(
                delivered: delivered, lateClaims: late, foundation: foundation,
                bands: BandCounts(one: 3, two: .whole(1), three: 1, urgent: 0, other: 0)),
            children: nil, adults: nil, generalValue: .zero)
        return DentalMonthFlags.problems(of: month, row: 9, limits: DentalMonthFileTests.limits)
            .map { ($0.code, $0.explanation) }
    }

    @Test func `pence keyed as UDAs are recognised`() {
        let found = problems(target: Units(41_666_716), pence: 41_666_716)
        #expect(found.map(\.code) == ["pence-as-units"])
        #expect(
            found.first?.explanation
                == "A target of 41,666,716 UDAs on a contract worth £416,667.16: pence keyed as UDAs?")
    }

    @Test(arguments: [
        (100, 149_999, "unit-value-low"), (100, 150_000, ""), (100, 1_000_000, ""), (100, 1_000_001, "unit-value-high"),
    ])
    func `the band's own ends are plausible, a penny beyond is not`(target: Int, pence: Int, code: String) {
        #expect(codes(target: Units(target), pence: pence) == (code.isEmpty ? [] : [code]))
    }

    @Test(arguments: [(1, 2_014), (3, 100_000_000)])
    func `a nominal target is flagged, and the value of its unit is not judged`(target: Int, pence: Int) {
        #expect(codes(target: Units(target), pence: pence) == ["nominal-target"])
    }

    @Test func `a nominal value is flagged, also beside a target of zero`() {
        #expect(codes(target: Units(4_000), pence: 105) == ["nominal-value"])
        #expect(codes(target: .zero, pence: 100) == ["nominal-value"])
        #expect(codes(target: Units(1), pence: 100) == ["nominal-target", "nominal-value"])
    }

    @Test(arguments: [0, 17_058_245])
    func `a target of zero is no flag`(pence: Int) {
        #expect(codes(target: .zero, pence: pence) == [])
    }

    @Test func `a target without money is flagged as too low`() {
        #expect(codes(target: Units(100), pence: 0) == ["unit-value-low"])
    }

    @Test func `negative delivery is flagged, negative foundation units and too many late claims are noted`() {
        #expect(codes(target: Units(100), pence: 300_000, delivered: Units(hundredths: -10)) == ["negative-delivery"])
        #expect(
            codes(target: Units(100), pence: 300_000, foundation: Units(hundredths: -120)) == ["negative-foundation"])
        #expect(codes(target: Units(100), pence: 300_000, late: 6) == ["late-claims-exceed-claims"])
        #expect(codes(target: Units(100), pence: 300_000, late: 5) == [])
    }
}
