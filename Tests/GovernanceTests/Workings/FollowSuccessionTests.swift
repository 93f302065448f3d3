import Governance
import Testing
import Vocabulary

struct FollowSuccessionTests {
    private func successor(_ pairs: [String: [String]]) -> FollowSuccession.Successor {
        { code in (pairs[code.description] ?? []).map { RightsSample.code($0) } }
    }

    private func now(_ code: String, _ pairs: [String: [String]]) -> [String] {
        FollowSuccession.now(RightsSample.code(code), by: successor(pairs)).map(\.description)
    }

    @Test func `a body that goes on is itself, and one that split is all its parts`() {
        #expect(now("QWX", [:]) == ["QWX"])
        #expect(now("15N", ["15N": ["92G"], "92G": ["QWX", "QVV"]]) == ["QVV", "QWX"])
    }

    @Test func `a circle of successions is walked once`() {
        #expect(now("A1", ["A1": ["B1"], "B1": ["A1"]]) == ["A1"])
    }

    @Test func `two that came together are the same, two that share nothing are not`() {
        let merged = successor(["15N": ["QWX"], "99M": ["QWX"]])
        #expect(FollowSuccession.isSame(RightsSample.code("15N"), RightsSample.code("99M"), by: merged))
        #expect(FollowSuccession.isSame(RightsSample.code("15N"), RightsSample.code("QWX"), by: merged))
        #expect(!FollowSuccession.isSame(RightsSample.code("15N"), RightsSample.code("QVV"), by: merged))
    }
}
