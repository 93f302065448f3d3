import Assessments
import Testing
import Vocabulary

struct WithdrawPartTests {
    private func withdraw(_ kind: NeedsAssessment.Part.Kind, _ id: String, reason: String = "A slip") -> WithdrawPart {
        WithdrawPart(assessment: Sample.id, part: .init(kind, slug(id)), reason: reason)
    }

    @Test func `what is withdrawn stays, and no longer counts`() throws {
        let held = try Sample.held(
            withdraw(.figure, "decay"), withdraw(.finding, "told"), withdraw(.conclusion, "reach"))
        #expect(held.figures.count == 1)
        #expect(held.standingFigures.isEmpty)
        #expect(held.standingFindings.map(\.id) == [slug("review"), slug("advice")])
        #expect(held.standingConclusions.map(\.id) == [slug("coast")])
    }

    @Test func `it is there, withdrawn once and for a reason`() throws {
        let held = try Sample.held(withdraw(.figure, "decay"))
        #expect(code(withdraw(.figure, "decay"), on: held) == "withdrawn-already")
        #expect(code(withdraw(.finding, "decay"), on: held) == "no-such-finding")
        #expect(code(withdraw(.conclusion, "coast", reason: ""), on: held) == "no-reason")
    }
}
