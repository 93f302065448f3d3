import Testing
import Vocabulary

@testable import Challenges

struct SendChallengesTests {
    private func code(_ act: SendChallenges, _ bundle: ChallengeBundle?) -> String? {
        refused { _ = try Sample.done(act, bundle) }
    }

    @Test func `a bundle that is sent is to be answered within ten working days`() throws {
        let bundle = try Sample.sentBundle()
        #expect(bundle.state == .sent && bundle.sending?.deadline == Sample.day("2025-11-17"))
        let overChristmas = try Sample.done(Sample.sending(on: "2025-12-22"), Sample.raisedBundle())
        #expect(overChristmas.sending?.deadline == Sample.day("2026-01-08"), "bank holidays do not count")
    }

    @Test func `a later deadline may be given, an earlier one not`() throws {
        let later = try Sample.done(
            Sample.sending(deadline: Sample.day("2025-12-01")), Sample.raisedBundle())
        #expect(later.sending?.deadline == Sample.day("2025-12-01"))
        #expect(
            code(Sample.sending(deadline: Sample.day("2025-11-14")), try Sample.raisedBundle()) == "deadline-too-early")
    }

    @Test func `it is sent again only with a reason, and then has a new deadline`() throws {
        let sent = try Sample.sentBundle()
        #expect(code(Sample.sending(on: "2025-11-05"), sent) == "already-sent")
        let again = try Sample.done(Sample.sending(on: "2025-11-05", reason: "The mailbox was full."), sent)
        #expect(again.sendings.count == 2 && again.sending?.deadline == Sample.day("2025-11-19"))
        #expect(code(Sample.sending(on: "2025-11-05", reason: " "), sent) == "no-reason")
    }

    @Test func `five working days after the account came, it is late and said to be`() throws {
        var act = Sample.sending(on: "2025-11-10")
        act.accountReceivedOn = Sample.day("2025-11-03")
        #expect(try Sample.done(act, Sample.raisedBundle()).sending?.isLate == false)
        act.accountReceivedOn = Sample.day("2025-10-31")
        #expect(try Sample.done(act, Sample.raisedBundle()).sending?.isLate == true)
    }

    @Test func `it is not sent without a contact, before it was raised, in the future, or with nothing in it`() throws {
        let raised = try Sample.raisedBundle()
        var act = Sample.sending()
        act.contact = " "
        #expect(code(act, raised) == "text-missing")
        #expect(code(Sample.sending(on: "2025-11-01"), raised) == "day-before")
        #expect(code(Sample.sending(on: "2026-02-01"), raised) == "day-in-future")
        #expect(code(Sample.sending(), nil) == "no-such-bundle")
        let withdrawn = try Sample.done(
            Sample.concluding((1...6).map { .init(number: $0, outcome: .withdrawn, reason: "Mistaken.") }), raised)
        #expect(withdrawn.state == .settled && code(Sample.sending(on: "2025-11-25"), withdrawn) == "bundle-state")
    }
}
