import Assessments
import Testing
import Vocabulary

struct IssueVersionTests {
    private func issue(_ number: Int, on day: Day = Sample.day) -> IssueVersion {
        IssueVersion(
            assessment: Sample.id, version: IssuedVersion(number: number, issuedOn: day, document: Sample.digest))
    }

    @Test func `versions are numbered one after the other, each with something new`() throws {
        let held = try Sample.held(issue(1))
        #expect(code(issue(1), on: held) == "version-number")
        #expect(code(issue(2), on: held) == "version-unchanged")
        let changed = try Sample.held(issue(1), Sample.gap("g3"))
        #expect(code(issue(2), on: changed) == nil)
        #expect(code(issue(2, on: Day("2026-05-31")!), on: changed) == "version-too-early")
        #expect(code(issue(2, on: Day("2026-06-02")!), on: changed) == "day-in-future")
        #expect(code(issue(2), on: try Sample.held()) == "version-number")
    }

    @Test func `without a conclusion, or with one whose ground is gone, nothing is issued`() throws {
        let opened = try Sample.opened.decide(
            AssessmentBefore(assessment: nil), by: Sample.analyst, at: Sample.moment)
        #expect(code(issue(1), on: opened) == "no-conclusion")
        let gone = WithdrawPart(assessment: Sample.id, part: .init(.figure, slug("decay")), reason: "A slip")
        #expect(code(issue(1), on: try Sample.held(gone)) == "rests-on-withdrawn")
    }
}
