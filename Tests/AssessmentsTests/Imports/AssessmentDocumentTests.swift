import Assessments
import Testing
import Vocabulary

struct AssessmentDocumentTests {
    private let written: JSONValue = [
        "assessment": "teeth", "title": "Children’s teeth", "question": "Where is decay worst?",
        "commissioner": "QWX", "area": "Wexbourne", "lead": "Consultant",
        "figures": [
            [
                "id": "decay", "kind": "indicator", "title": "Decay at five", "source": "Survey",
                "document": .text(Sample.digest.description),
            ]
        ],
        "voices": [
            [
                "id": "ldc", "kind": "clinical", "asked": "LDC", "askedOn": "2026-05-01", "said": "Yes",
                "on": "2026-05-20",
            ]
        ],
        "gaps": [["id": "g1", "what": "No dentist", "place": "Densham", "from": "Surgery"]],
        "conclusions": [["id": "coast", "text": "Worst on the coast", "figures": ["decay"]]],
    ]

    private func held(_ acts: [any AssessmentAct]) throws -> NeedsAssessment? {
        try NeedsAssessment.replaying(acts.map { ($0, Sample.analyst, Sample.moment) })
    }

    private func changed(_ change: (inout [JSONValue.Member]) -> Void) -> JSONValue {
        guard case .object(var members) = written else { return written }
        change(&members)
        return .object(members)
    }

    @Test func `a document makes an assessment, and taken in again makes nothing`() throws {
        let document = try AssessmentDocument.read(written, named: "teeth.yaml")
        let acts = try document.acts(on: nil)
        #expect(acts.count == 6)
        let made = try held(acts)
        #expect(made?.voices.first?.isHeard == true)
        #expect(try document.acts(on: made).isEmpty)
    }

    @Test func `an entry that reads otherwise than what stands is refused`() throws {
        let made = try held(try AssessmentDocument.read(written, named: "teeth.yaml").acts(on: nil))
        let other = changed { members in
            members.removeAll { $0.key == "conclusions" }
            members.append(.init("conclusions", [["id": "coast", "text": "Worst inland", "figures": ["decay"]]]))
        }
        let refused = #expect(throws: Refusal.self) {
            try AssessmentDocument.read(other, named: "teeth.yaml").acts(on: made)
        }
        #expect(refused?.code == "entry-differs")
    }

    @Test func `opening needs all five, and adding needs an assessment`() throws {
        let half = #expect(throws: Refusal.self) {
            try AssessmentDocument.read(changed { $0.removeAll { $0.key == "lead" } }, named: "teeth.yaml")
        }
        #expect(half?.code == "assessment-half-opened")
        let none = #expect(throws: Refusal.self) {
            try AssessmentDocument.read(["assessment": "teeth"], named: "teeth.yaml").acts(on: nil)
        }
        #expect(none?.code == "no-such-assessment")
    }

    @Test func `what came back stands with its day, and not with silence`() {
        func code(_ more: [JSONValue.Member]) -> String? {
            let voice: [JSONValue.Member] = [
                .init("id", "v"), .init("kind", "public"), .init("asked", "Forum"), .init("askedOn", "2026-05-01"),
            ]
            do {
                _ = try AssessmentDocument.read(
                    ["assessment": "teeth", "voices": [.object(voice + more)]], named: "teeth.yaml")
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code([.init("said", "Yes")]) == "voice-day-missing")
        #expect(code([.init("on", "2026-05-02")]) == "voice-day-missing")
        #expect(
            code([.init("said", "Yes"), .init("nothingCameBack", true), .init("on", "2026-05-02")]) == "voice-both")
        #expect(code([.init("nothingCameBack", true), .init("on", "2026-05-02")]) == nil)
    }
}
