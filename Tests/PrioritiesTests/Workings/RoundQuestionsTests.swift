import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundQuestionsTests {
    private func questions(_ change: (inout Round) -> Void = { _ in }) throws -> RoundQuestions {
        var round = DrawnRound.round(seed: 4)
        change(&round)
        return try RoundQuestions(round, settings: DrawnRound.settings)
    }

    @Test func `everything that is asked is asked once`() throws {
        let questions = try questions()
        let subjects = questions.others(after: questions.round.options.map { _ in false }).map(\.subject)
        #expect(Set(subjects).count == subjects.count)
        #expect(subjects.filter { if case .draw = $0 { true } else { false } }.count == DrawnRound.settings.coreDraws)
        #expect(
            subjects.filter { if case .withoutRule = $0 { true } else { false } }.count == questions.round.rules.count)
        #expect(
            subjects.filter { if case .with = $0 { true } else { false } }.count == questions.round.options.count)
        #expect(subjects.contains(.withoutLocks) && subjects.contains(.moreMoney))
    }

    @Test func `without a lock there is nothing to free`() throws {
        let questions = try questions { $0.envelope?.locks = [] }
        #expect(
            !questions.others(after: questions.round.options.map { _ in false }).map(\.subject).contains(.withoutLocks))
    }

    @Test func `the frontier goes from nothing to what all investments need, each year in proportion`() throws {
        let questions = try questions()
        let frontier = questions.frontier
        #expect(frontier.count == DrawnRound.settings.frontierPoints)
        #expect(frontier.first?.subject == .frontier(.zero))
        #expect(frontier.first?.bounds.first?.upper == 0)
        for (less, more) in zip(frontier, frontier.dropFirst()) {
            for (low, high) in zip(less.bounds, more.bounds) { #expect((low.upper ?? 0) <= (high.upper ?? 0)) }
        }
    }

    @Test func `without recurrent money the frontier still has somewhere to go`() throws {
        let questions = try questions { round in
            round.envelope?.locks = []
            for place in DrawnRound.years.indices { round.envelope?.years[place].sources[0].amount = .zero }
        }
        #expect(questions.frontier.last?.bounds.first?.upper ?? 0 > 0)
    }

    @Test func `proportions of any amounts stay within what a row can hold`() throws {
        let questions = try questions { round in
            round.envelope?.locks = []
            round.envelope?.years[0].sources[0].amount = Money(pence: 1 << 50)
            round.envelope?.years[1].sources[0].amount = Money(pence: 1)
        }
        #expect(questions.frontier.allSatisfy { $0.bounds.allSatisfy { ($0.upper ?? 0) < 1 << 53 } })
    }

    @Test func `draws of benefits are about the benefits, and each has its sign`() throws {
        var settings = DrawnRound.settings
        settings.coreDraws = 2_000
        let questions = try RoundQuestions(DrawnRound.round(seed: 4), settings: settings)
        for (place, option) in questions.round.options.enumerated() {
            let drawn = questions.draws.map { $0[place] }
            let mean = drawn.reduce(0, +) / Double(drawn.count)
            // The mean of a triangle is that of its ends and its mode; here they lie within 80 points.
            #expect((mean - questions.benefits[place]).magnitude < 30)
            #expect(drawn.allSatisfy { option.kind.isDisinvestment ? $0 <= 0 : $0 >= 0 })
        }
    }

    @Test(arguments: [
        RoundResult.Settings(draws: 1), RoundResult.Settings(coreDraws: 1), RoundResult.Settings(frontierPoints: 1),
        RoundResult.Settings(gap: 2), RoundResult.Settings(gap: .nan),
    ])
    func `settings out of range are refused`(settings: RoundResult.Settings) {
        let error = #expect(throws: Refusal.self) {
            try RoundQuestions(DrawnRound.round(seed: 1), settings: settings)
        }
        #expect(error?.code == "settings")
    }

    @Test func `a round without options, and one without people where they count, are refused`() {
        let empty = #expect(throws: Refusal.self) { try questions { $0.options = [] } }
        #expect(empty?.code == "nothing-to-rank")
        let people = #expect(throws: Refusal.self) {
            try questions { round in
                round.benefit = .perPerson
                round.options[0].people = nil
            }
        }
        #expect(people?.code == "people-missing")
    }
}
