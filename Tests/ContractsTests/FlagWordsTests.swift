import Contracts
import Tabular
import Testing
import Vocabulary

struct FlagWordsTests {
    /// Rows of every kind that a rule might stop at, judged by the rules that flag.
    private static func codes() -> Set<String> {
        var codes: Set<String> = []
        let amounts = [0, 100, 150_000, 300_000, 100_000_000]
        for target in [Units.zero, Units(1), Units(100), Units(3_000)] {
            for pence in amounts + [target.hundredths / 100] {
                for delivered in [Units(-1), .zero, Units(10)] {
                    let month = DentalMonth(
                        month: Month("2019-12")!, commissioner: OrganisationCode("QYG")!,
                        commissionerName: "Wexbourne", contract: ContractNumber("1000080000")!, providerName: "",
                        postcode: "", lsoa: "", target: target, value: Money(pence: pence),
                        activity: DentalActivity(
                            delivered: delivered, lateClaims: 0, foundation: .zero,
                            bands: BandCounts(one: 3, two: .whole(1), three: 1, urgent: 0, other: 0)),
                        children: nil, adults: nil, generalValue: .zero)
                    let found = DentalMonthFlags.problems(of: month, row: 2, limits: DentalMonthFileTests.limits)
                    codes.formUnion(found.filter { $0.effect == .flagged }.map(\.code))
                }
            }
        }
        return codes
    }

    private static func codesOfTheFile() throws -> Set<String> {
        let good = DentalMonthFileTests.good
        let other = good.replacing("QYG,Wexbourne ICB", with: "QE1,Other ICB")
        let problems = try DentalMonthFileTests.read([good, other]).reading.problems
        return Set(problems.filter { $0.effect == .flagged }.map(\.code))
    }

    @Test func `every code that flags a month's row has words of its own`() throws {
        let codes = try Self.codes().union(Self.codesOfTheFile())
        #expect(
            codes == [
                "nominal-target", "nominal-value", "pence-as-units", "unit-value-low", "unit-value-high",
                "negative-delivery", "two-commissioners",
            ])
        for code in codes {
            let words = FlagWords.explanation(of: code)
            #expect(!words.contains(code), "\(code) has no words of its own")
            #expect(words.hasSuffix("."))
        }
        #expect(Set(codes.map { FlagWords.explanation(of: $0) }).count == codes.count)
    }

    @Test func `a code without words is named`() {
        #expect(FlagWords.explanation(of: "a-later-rule") == "A rule flags the row: a-later-rule.")
    }
}
