import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CorrectMinutesTests {
    @Test func `somebody who was there has a draft corrected, and the correction stands beside it`() throws {
        let correct = CorrectMinutes(meeting: M.may, text: "The sum was £300,000", askedBy: M.s("nurse"))
        #expect(try M.held().doing(correct).may.corrections.map(\.text) == ["The sum was £300,000"])
        let stranger = CorrectMinutes(meeting: M.may, text: "No", askedBy: M.s("cfo"))
        #expect(try M.held().refusal(of: stranger) == "not-there")
        #expect(try M.held(before: CloseMeeting.self).refusal(of: correct) == "meeting-open")
    }
}
