import Assessments
import Testing
import Vocabulary

struct WriteConclusionTests {
    private func write(_ change: (inout Conclusion) -> Void) -> WriteConclusion {
        var conclusion = Conclusion(id: slug("new"), text: "Something must change")
        change(&conclusion)
        return WriteConclusion(assessment: Sample.id, conclusion: conclusion)
    }

    @Test func `a conclusion rests on something that is there and stands`() throws {
        let held = try Sample.held()
        #expect(code(write { _ in }, on: held) == "rests-on-nothing")
        #expect(code(write { $0.figures = [slug("decay")] }, on: held) == nil)
        #expect(code(write { $0.figures = [slug("none")] }, on: held) == "no-such-figure")
        #expect(code(write { $0.findings = [slug("none")] }, on: held) == "no-such-finding")
        #expect(code(write { $0.gaps = [slug("none")] }, on: held) == "no-such-gap")
        #expect(code(write { $0.voices = [slug("none")] }, on: held) == "no-such-voice")
        #expect(code(write { $0.voices = [slug("parents")] }, on: held) == "voice-unheard")
        #expect(code(write { $0.voices = [slug("ldc")] }, on: held) == nil)
        let withdrawn = try Sample.held(
            WithdrawPart(assessment: Sample.id, part: .init(.figure, slug("decay")), reason: "Another year"))
        #expect(code(write { $0.figures = [slug("decay")] }, on: withdrawn) == "rests-on-withdrawn")
        let none = try Sample.held(Sample.triage("g2", .noGap))
        #expect(code(write { $0.gaps = [slug("g2")] }, on: none) == "rests-on-no-gap")
    }

    @Test func `it has words and a name of its own`() throws {
        let held = try Sample.held()
        let blank = write {
            $0.text = ""
            $0.figures = [slug("decay")]
        }
        #expect(code(blank, on: held) == "text-missing")
        #expect(code(write { $0.id = slug("coast") }, on: held) == "conclusion-exists")
    }
}
