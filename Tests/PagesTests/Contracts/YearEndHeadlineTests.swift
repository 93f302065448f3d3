import Pages
import Testing
import Vocabulary

@Suite struct YearEndHeadlineTests {
    @Test func `the first sentences say who misses, what it frees and until when`() {
        #expect(Sample.headline.missing == "Of 612 contracts, 143 are expected to miss 96 % of their targets.")
        #expect(
            Sample.headline.freeing
                == "That would free £12.3m (90 %: £8.6m to £16.5m), usable only if committed by 31 March 2025.")
    }

    @Test func `one and none are said as people say them`() {
        var headline = Sample.headline
        headline.expectedToMiss = 1
        #expect(headline.missing == "Of 612 contracts, 1 is expected to miss 96 % of its target.")
        headline.expectedToMiss = 0
        #expect(headline.missing == "None of 612 contracts is expected to miss 96 % of its target.")
    }
}
