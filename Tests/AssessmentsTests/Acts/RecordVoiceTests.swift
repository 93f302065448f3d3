import Assessments
import Testing
import Vocabulary

struct RecordVoiceTests {
    @Test func `what came back is recorded once, and may follow on silence`() throws {
        let held = try Sample.held()
        #expect(code(Sample.answer("nobody", "Yes"), on: held) == "no-such-voice")
        #expect(code(Sample.answer("ldc", "More"), on: held) == "voice-heard")
        #expect(code(Sample.answer("parents", " "), on: held) == "text-missing")
        let silent = try Sample.held(Sample.answer("parents", nil))
        #expect(silent.voice(slug("parents"))?.isHeard == false)
        #expect(code(Sample.answer("parents", nil), on: silent) == "voice-heard")
        let heard = try Sample.held(Sample.answer("parents", nil), Sample.answer("parents", "We drive for an hour"))
        #expect(heard.voice(slug("parents"))?.isHeard == true)
    }

    @Test func `the day is neither before the question nor to come`() throws {
        let held = try Sample.held()
        var act = Sample.answer("parents", "Yes")
        act.answer.on = Day("2026-04-30")!
        #expect(code(act, on: held) == "answered-before-asked")
        act.answer.on = Day("2026-06-02")!
        #expect(code(act, on: held) == "day-in-future")
    }
}
