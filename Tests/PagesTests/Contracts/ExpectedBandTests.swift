import Markup
import Pages
import Testing
import Vocabulary

@Suite struct ExpectedBandTests {
    private let band = Share(percent: 96)...Share(percent: 102)

    @Test(arguments: [
        (95_999, ExpectedBand.below), (96_000, .within), (102_000, .within), (102_001, .above), (0, .below),
    ])
    func `the ends of the band are within it`(thousandths: Int, expected: ExpectedBand) {
        #expect(ExpectedBand(of: Share(thousandths, of: 100_000)!, in: band) == expected)
    }

    @Test func `each band can be asked for, in words`() {
        #expect(ExpectedBand.choices(in: band).map(\.words) == ["Below 96 %", "96 % to 102 %", "Above 102 %"])
        #expect(ExpectedBand.choices(in: band).map(\.value) == ExpectedBand.allCases.map(\.rawValue))
    }
}
