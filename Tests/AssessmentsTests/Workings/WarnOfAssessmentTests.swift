import Assessments
import Testing
import Vocabulary

struct WarnOfAssessmentTests {
    private func codes(_ assessment: NeedsAssessment) -> [WarnOfAssessment.Code] {
        WarnOfAssessment.warnings(of: assessment).map(\.code)
    }

    @Test func `a conclusion on experience alone is told by name, and one with a figure is not`() throws {
        let warned = WarnOfAssessment.warnings(of: try Sample.held()).filter { $0.code == .experienceAlone }
        #expect(warned.map(\.conclusion) == [slug("reach")])
        let stronger = WriteConclusion(
            assessment: Sample.id,
            conclusion: Conclusion(
                id: slug("both"), text: "Both", findings: [slug("told"), slug("advice")], voices: [slug("ldc")]))
        let held = try Sample.held(stronger)
        #expect(WarnOfAssessment.strongest(of: held.conclusions[2], in: held) == .expert)
        #expect(WarnOfAssessment.strongest(of: held.conclusions[0], in: held) == .localData)
    }

    @Test func `a theme that members report on is silent until research or local figures speak of it`() throws {
        #expect(WarnOfAssessment.silentThemes(try Sample.held()) == ["access"])
        let advised = try Sample.held(Sample.finding("x", .expert, theme: "Access"))
        #expect(WarnOfAssessment.silentThemes(advised) == ["access"])
        let counted = try Sample.held(Sample.finding("x", .localData, theme: "Access"))
        #expect(WarnOfAssessment.silentThemes(counted) == [])
        let none = try Sample.held(Sample.triage("g1", .noGap), Sample.triage("g2", .noGap))
        #expect(WarnOfAssessment.silentThemes(none) == [])
    }

    @Test func `a voice is not asked, waits, is empty, or is heard`() throws {
        let held = try Sample.held()
        #expect(codes(held).filter { $0 == .voiceNotAsked || $0 == .voiceWaits } == [.voiceNotAsked, .voiceWaits])
        #expect(codes(try Sample.held(Sample.answer("parents", nil))).contains(.voiceEmpty))
        let heard = try Sample.held(
            Sample.answer("parents", "Yes"), Sample.voice("p", .public), Sample.answer("p", "No"))
        #expect(codes(heard) == [.experienceAlone, .evidenceSilent, .gapsWait])
    }

    @Test func `a ground that was withdrawn is told before all else, and gaps that wait are counted`() throws {
        let gone = WithdrawPart(assessment: Sample.id, part: .init(.figure, slug("decay")), reason: "A slip")
        #expect(codes(try Sample.held(gone)).first == .restsOnWithdrawn)
        #expect(codes(try Sample.held(Sample.triage("g2"))).contains(.gapsWait) == false)
    }
}
