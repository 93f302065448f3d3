import Rulebook
import Testing
import Vocabulary

@testable import Challenges

struct BundleTaskTests {
    private let deadlines = ChallengeDeadlines(rulebook: .shipped, calendar: Sample.calendar)

    private func task(_ bundle: ChallengeBundle, on text: String = "2025-11-12") -> BundleTask? {
        BundleTask(of: bundle, on: Sample.day(text), deadlines: deadlines)
    }

    @Test func `each state waits for somebody, but a closed bundle for nobody`() throws {
        #expect(task(try Sample.raisedBundle())?.party == .commissioner)
        let sent = try #require(task(try Sample.sentBundle()))
        #expect(sent.party == .provider && sent.until == Sample.day("2025-11-17") && !sent.isLate)
        #expect(sent.what == "answer 6 challenges")
        let late = try #require(task(try Sample.sentBundle(), on: "2025-11-18"))
        #expect(late.isLate && late.party == .both)
        let concluded = try #require(task(try Sample.concludedBundle(), on: "2025-12-05"))
        #expect(concluded.what == "credit £83.00" && concluded.until == Sample.day("2025-12-04") && concluded.isLate)
        let closed = try Sample.done(
            CloseBundle(bundle: Sample.bundle, on: Sample.day("2025-12-05"), reason: "Offset."),
            Sample.concludedBundle())
        #expect(task(closed) == nil)
        let answered = try Sample.done(
            Sample.answering([.init(number: 4, kind: .accepted), .init(number: 6, kind: .accepted)], file: 21),
            Sample.answeredBundle())
        #expect(task(answered)?.until == Sample.day("2025-11-24") && task(answered)?.party == .commissioner)
        let disputed = try Sample.done(
            DisputeBundle(bundle: Sample.bundle, step: .negotiation, on: Sample.day("2025-11-24"), words: "Row 2."),
            Sample.concludedBundle())
        #expect(task(disputed)?.what == "settle the dispute (negotiation)" && task(disputed)?.party == .both)
    }

    @Test func `the earliest day comes first, and what has none last`() throws {
        let tasks = BundleTask.all(
            of: [try Sample.raisedBundle(), try Sample.concludedBundle(), try Sample.sentBundle()],
            on: Sample.day("2025-11-18"), deadlines: deadlines)
        #expect(tasks.map(\.until) == [Sample.day("2025-11-17"), Sample.day("2025-12-04"), nil])
    }
}
