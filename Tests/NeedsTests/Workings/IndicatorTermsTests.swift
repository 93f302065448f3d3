import Methods
import Needs
import Rulebook
import TestSupport
import Testing
import Vocabulary

struct IndicatorTermsTests {
    @Test func `levels, numbers of events and groups are the Rulebook's of the day`() throws {
        let terms = try WorkOutInequality.Terms(.shipped, on: Day("2026-04-01")!)
        #expect(terms.indicator.levels.map(\.percent) == [95, 99.8])
        #expect(terms.indicator.leastEvents == 10 && terms.indicator.exactBelow == 10)
        #expect(terms.groups == 5 && terms.draws == 100_000)
    }

    @Test func `a day before the rules has none`() {
        #expect(throws: Refusal.self) { try WorkOutIndicator.Terms(.shipped, on: Day("1990-01-01")!) }
    }
}
