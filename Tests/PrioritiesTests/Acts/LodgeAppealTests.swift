import Priorities
import Rulebook
import Testing
import Vocabulary

struct LodgeAppealTests {
    private func lodge(_ change: (inout Appeal) -> Void = { _ in }) -> LodgeAppeal {
        var appeal = Appeal(
            id: slug("a1"), lodgedOn: Sample.day(of: .published), grounds: "The travel time was wrong")
        change(&appeal)
        return LodgeAppeal(round: Sample.id, appeal: appeal)
    }

    @Test func `the window runs from the day of publication, its last day included`() throws {
        let round = try Round.sample(upTo: .published)
        let last = Sample.day(of: .published).adding(days: 28)
        #expect(round.lastDayOfAppeals(usual: 5) == last)
        let late = Sample.moment(100)
        #expect(code(lodge { $0.lodgedOn = last }, on: round, at: late) == nil)
        #expect(code(lodge { $0.lodgedOn = last.adding(days: 1) }, on: round, at: late) == "appeal-too-late")
    }

    @Test func `a round without a window has the usual one`() throws {
        var round = try Round.sample(upTo: .published)
        round.appeals = nil
        let usual = try Sample.rulebook.days(PriorityRuleID.appealsWindow, on: Sample.day(of: .published))
        let last = Sample.day(of: .published).adding(days: usual)
        #expect(code(lodge { $0.lodgedOn = last }, on: round, at: Sample.moment(100)) == nil)
        #expect(
            code(lodge { $0.lodgedOn = last.adding(days: 1) }, on: round, at: Sample.moment(100)) == "appeal-too-late")
    }

    @Test func `before publication the window has not begun`() throws {
        let round = try Round.sample(upTo: .decided)
        #expect(code(lodge { $0.lodgedOn = Sample.day(99) }, on: round, at: Sample.moment(100)) == nil)
    }

    @Test func `it is against a decision, has grounds and no answer, and its own name and day`() throws {
        let round = try Round.sample(upTo: .published)
        let at = Sample.after(.published)
        #expect(code(lodge(), on: try .sample(upTo: .ballotClosed), at: at) == "not-decided")
        #expect(code(lodge { $0.grounds = "" }, on: round, at: at) == "text-missing")
        #expect(code(lodge(), on: try round.after(lodge(), at: at), at: at) == "appeal-exists")
        #expect(code(lodge { $0.lodgedOn = Sample.day(60) }, on: round, at: at) == "day-in-future")
        #expect(code(lodge { $0.lodgedOn = Sample.day(of: .scores) }, on: round, at: at) == "appeal-too-early")
        let answer = Appeal.Answer(isUpheld: true, reason: "Yes", answeredOn: Sample.day(of: .published))
        #expect(code(lodge { $0.answer = answer }, on: round, at: at) == "appeal-answered")
    }
}
