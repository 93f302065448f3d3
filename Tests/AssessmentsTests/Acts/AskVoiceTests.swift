import Assessments
import Testing
import Vocabulary

struct AskVoiceTests {
    @Test func `a voice is asked by name on a day that has come, and answers later`() throws {
        let held = try Sample.held()
        #expect(code(Sample.voice("public", .public), on: held) == nil)
        #expect(code(Sample.voice("ldc", .clinical), on: held) == "voice-exists")
        var act = Sample.voice("new", .public)
        act.voice.askedOn = Day("2026-06-02")!
        #expect(code(act, on: held) == "day-in-future")
        act = Sample.voice("new", .public)
        act.voice.asked = ""
        #expect(code(act, on: held) == "text-missing")
        act = Sample.voice("new", .public)
        act.voice.answer = Voice.Answer(said: "Yes", on: Sample.day)
        #expect(code(act, on: held) == "voice-answered")
    }
}
