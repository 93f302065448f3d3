import Testing
import Vocabulary

@testable import Challenges

struct ConcludeChallengesTests {
    private func code(
        _ rows: [ConcludeChallenges.Row], _ bundle: ChallengeBundle, on text: String = "2025-11-20"
    ) -> String? {
        refused { _ = try Sample.done(Sample.concluding(rows, on: text), bundle) }
    }

    private func pounds(_ amount: Int) -> Money { Money(pence: amount * 100) }

    @Test func `the money of a row passes to its other rule where the first is withdrawn`() throws {
        let bundle = try Sample.concludedBundle()
        #expect(bundle.challenges.map(\.agreed) == [.zero, pounds(40), pounds(30), pounds(5), pounds(8), .zero])
        #expect(bundle.agreed == pounds(83) && bundle.state == .concluded)
        #expect(bundle.concludedOn == Sample.day("2025-11-20"))
    }

    @Test func `of a row no more is agreed than it counts, whichever rule is upheld first`() throws {
        let answered = try Sample.answeredBundle()
        let both = try Sample.done(
            Sample.concluding([
                .init(number: 4, outcome: .upheld, reason: "Yes."), .init(number: 1, outcome: .upheld, reason: "Yes."),
            ]), answered)
        #expect(both.challenges[0].agreed == pounds(100) && both.challenges[3].agreed == .zero)
        let small = try Sample.done(
            Sample.concluding([.init(number: 4, outcome: .upheld, reason: "Yes.")]), answered)
        let then = try Sample.done(
            Sample.concluding([.init(number: 1, outcome: .upheld, reason: "Yes.")], on: "2025-11-21"), small)
        #expect(then.challenges[3].agreed == pounds(5) && then.challenges[0].agreed == pounds(95))
        #expect(
            code([.init(number: 1, outcome: .part, amount: pounds(96), reason: "Nearly.")], small)
                == "more-than-claimed")
    }

    @Test func `two faults of one row are about the same money, and are not added up`() throws {
        let run = ChallengeRun(
            digest: Sample.digest(9), words: Sample.words,
            challenges: [Sample.raised("CC01", 2, 100), Sample.raised("CC05", 2, 50, counted: 0)])
        let sent = try Sample.done(Sample.sending(), Sample.done(Sample.raising(run), nil))
        let concluded = try Sample.done(
            Sample.concluding([
                .init(number: 1, outcome: .part, amount: pounds(20), reason: "Met."),
                .init(number: 2, outcome: .upheld, reason: "Yes."),
            ]), sent)
        #expect(concluded.challenges.map(\.agreed) == [pounds(20), pounds(30)], "£50 in all, not £70")
    }

    @Test func `a conclusion has its reason, and an amount only where it is a part of some money`() throws {
        let bundle = try Sample.answeredBundle()
        #expect(code([.init(number: 1, outcome: .upheld, reason: " ")], bundle) == "no-reason")
        #expect(
            code([.init(number: 1, outcome: .upheld, amount: pounds(1), reason: "Yes.")], bundle)
                == "amount-not-asked")
        #expect(
            code([.init(number: 1, outcome: .withdrawn, amount: pounds(1), reason: "No.")], bundle)
                == "amount-not-asked")
        #expect(code([.init(number: 1, outcome: .part, reason: "Half.")], bundle) == "amount-missing")
        #expect(
            code([.init(number: 1, outcome: .part, amount: pounds(101), reason: "More.")], bundle)
                == "more-than-claimed")
        #expect(
            code([.init(number: 6, outcome: .part, amount: pounds(1), reason: "Half.")], bundle, on: "2025-11-20")
                == "data-only")
        #expect(code([], bundle) == "nothing-concluded")
        #expect(code([.init(number: 7, outcome: .upheld, reason: "Yes.")], bundle) == "no-such-challenge")
        let twice = ConcludeChallenges.Row(number: 1, outcome: .withdrawn, reason: "No.")
        #expect(code([twice, twice], bundle) == "challenge-twice")
    }

    @Test func `what is not answered is upheld only once the deadline has passed; withdrawn it may be at once`() throws
    {
        let bundle = try Sample.answeredBundle()
        let row = ConcludeChallenges.Row(number: 6, outcome: .upheld, reason: "Silence.")
        #expect(code([row], bundle, on: "2025-11-17") == "answer-awaited")
        #expect(code([row], bundle, on: "2025-11-18") == nil)
        #expect(code([.init(number: 6, outcome: .withdrawn, reason: "Ours.")], bundle, on: "2025-11-12") == nil)
        #expect(code([row], bundle, on: "2025-11-02") == "day-before")
        #expect(code([row], bundle, on: "2026-01-02") == "day-in-future")
    }

    @Test func `before it is sent a challenge can only be withdrawn, and then the provider never sees it`() throws {
        let raised = try Sample.raisedBundle()
        #expect(code([.init(number: 2, outcome: .upheld, reason: "Yes.")], raised) == "not-sent")
        let withdrawn = try Sample.done(
            Sample.concluding([.init(number: 2, outcome: .withdrawn, reason: "Mistaken.")], on: "2025-11-03"), raised)
        #expect(withdrawn.state == .raised && !withdrawn.challenges[1].isForProvider)
        let sent = try Sample.done(Sample.sending(), withdrawn)
        #expect(code([.init(number: 2, outcome: .upheld, reason: "Yes.")], sent) == "not-sent")
        let again = try Sample.done(
            Sample.concluding([.init(number: 2, outcome: .withdrawn, reason: "Still.")]), sent)
        #expect(!again.challenges[1].isForProvider)
    }

    @Test func `a conclusion is corrected by another, but not below what is credited`() throws {
        let concluded = try Sample.concludedBundle()
        let credited = try Sample.done(
            RecordCredit(bundle: Sample.bundle, number: "CN1", on: Sample.day("2025-12-01"), amount: pounds(83)),
            concluded)
        #expect(
            code([.init(number: 3, outcome: .withdrawn, reason: "After all.")], credited, on: "2025-12-02")
                == "below-credited")
        let more = try Sample.done(
            Sample.concluding([.init(number: 3, outcome: .upheld, reason: "Whole.")], on: "2025-12-02"), credited)
        #expect(more.agreed == pounds(113) && more.state == .concluded)
    }

    @Test func `a line of the journal and its document make the act again`() throws {
        let act = Sample.concluding([.init(number: 3, outcome: .part, amount: pounds(1), reason: "Half.")])
        var again = try act.journalled.decoded(as: ConcludeChallenges.self, named: "a line")
        try again.take(rows: act.rows)
        #expect(again.conclusions == act.conclusions)
        #expect(refused { try again.take(rows: ["conclusions": .list([.null])]) } == "document-unreadable")
    }
}
