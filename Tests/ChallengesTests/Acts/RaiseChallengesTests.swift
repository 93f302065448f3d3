import Testing
import Vocabulary

@testable import Challenges

struct RaiseChallengesTests {
    private func code(
        _ act: RaiseChallenges, _ bundle: ChallengeBundle? = nil,
        standing: [ChallengeKey: StandingChallenge] = [:]
    ) -> String? {
        refused {
            _ = try act.decide(Sample.before(bundle, standing: standing), by: Sample.author, at: Sample.moment)
        }
    }

    private func run(_ challenges: [RaisedChallenge]) -> ChallengeRun {
        ChallengeRun(digest: Sample.digest(9), words: Sample.words, challenges: challenges)
    }

    @Test func `what a run found becomes a bundle, numbered from one, with each row's money once`() throws {
        let bundle = try Sample.raisedBundle()
        #expect(bundle.state == .raised && bundle.challenges.map(\.number) == Array(1...6))
        #expect(Sample.raising().countedPence == 20_800)
        #expect(bundle.months.map(\.description) == ["2025/26 M05", "2025/26 M06"])
        #expect(bundle.months.last?.inWords == "September 2025")
        #expect(bundle.words(of: "CC05").title == "Title of CC05" && bundle.words(of: "CC99").title == "CC99")
    }

    @Test func `a bundle is raised once, from rows of its provider, each fault once`() throws {
        #expect(code(Sample.raising(), try Sample.raisedBundle()) == "bundle-exists")
        #expect(code(Sample.raising(run([]))) == "nothing-raised")
        #expect(code(Sample.raising(run([Sample.raised("CC01", 2, 1, provider: "RX2")]))) == "other-provider")
        let one = Sample.raised("CC01", 2, 1)
        #expect(code(Sample.raising(run([one, one]))) == "challenge-twice")
        #expect(code(Sample.raising(on: "2026-01-01")) == "day-in-future")
        var named = Sample.raising()
        named.bundle = Slug("new")!
        #expect(code(named) == "name-of-addresses")
    }

    @Test func `amounts are nil or more, fit together, and count no more than is at risk`() {
        #expect(code(Sample.raising(run([Sample.raised("CC01", 2, -1)]))) == "amount-negative")
        #expect(code(Sample.raising(run([Sample.raised("CC01", 2, 1, counted: 2)]))) == "counted-more-than-at-risk")
        let huge = (2...3).map { Sample.raised("CC01", $0, Int.max / 150) }
        #expect(code(Sample.raising(run([huge[0]]))) == nil)
        #expect(code(Sample.raising(run(huge))) == "amount-too-large")
    }

    @Test func `what stands in another bundle cannot be raised again, open or agreed`() {
        let key = Sample.run.challenges[1].key
        let other = Slug("rx1-2025-26-m05")!
        #expect(
            code(Sample.raising(), standing: [key: StandingChallenge(bundle: other, isAgreed: false)])
                == "open-elsewhere")
        #expect(
            code(Sample.raising(), standing: [key: StandingChallenge(bundle: other, isAgreed: true)])
                == "agreed-already")
    }

    @Test func `a line of the journal and its document make the act again`() throws {
        let act = Sample.raising()
        var again = try act.journalled.decoded(as: RaiseChallenges.self, named: "a line")
        #expect(again.challenges.isEmpty, "the line holds no rows")
        try again.take(rows: act.rows)
        #expect(again.challenges == act.challenges && again.words == act.words)
        #expect(again.rows.canonical == act.rows.canonical)
        #expect(refused { try again.take(rows: ["challenges": .list([.null])]) } == "document-unreadable")
    }

    @Test func `an act whose document holds other rows than it says is refused`() {
        var act = Sample.raising()
        act.challenges.removeLast()
        #expect(code(act) == "document-unlike")
    }
}
