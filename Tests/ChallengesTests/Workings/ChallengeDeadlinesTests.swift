import Rulebook
import Testing
import Vocabulary

@testable import Challenges

struct ChallengeDeadlinesTests {
    private let deadlines = ChallengeDeadlines(rulebook: .shipped, calendar: Sample.calendar)

    @Test func `operational days are working days, and the day itself is not counted`() throws {
        let monday = Sample.day("2025-11-03")
        #expect(try deadlines.notice(afterAccountOn: monday) == Sample.day("2025-11-10"))
        #expect(try deadlines.answer(toSendingOn: monday) == Sample.day("2025-11-17"))
        #expect(try deadlines.conclusion(onAnswersOf: monday) == Sample.day("2025-11-17"))
        #expect(try deadlines.credit(afterConclusionOn: monday) == Sample.day("2025-11-17"))
        #expect(try deadlines.end(of: .negotiation, begunOn: monday) == Sample.day("2025-11-24"))
        #expect(try deadlines.end(of: .expert, begunOn: monday) == deadlines.end(of: .mediation, begunOn: monday))
    }

    @Test func `a day for which no rule was in force is refused, and one without a calendar too`() {
        #expect(refused { _ = try deadlines.answer(toSendingOn: Sample.day("2018-01-08")) } == "no-rule")
        #expect(refused { _ = try deadlines.answer(toSendingOn: Sample.day("2027-01-08")) } == "no-calendar")
    }
}
