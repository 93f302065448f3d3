import Assessments
import Foundation
import Testing
import Vocabulary

@testable import CLI
@testable import Store

struct AssessmentCommandTests {
    private static let written = """
        assessment: teeth
        title: Children’s teeth
        question: Where is decay worst?
        commissioner: QWX
        area: Wexbourne, under 18
        lead: Consultant in dental public health
        figures:
          - {id: decay, kind: indicator, title: Decay at five, file: decay.json, theme: decay, source: Survey 2024}
        findings:
          - {id: told, theme: access, rung: experience, said: We drive for an hour, citation: Letter, from: Parents}
        voices:
          - {id: ldc, kind: clinical, asked: Local dental committee, askedOn: 2026-05-01, said: Recall, on: 2026-05-20}
        conclusions:
          - {id: coast, text: Decay is worst on the coast, figures: [decay]}
          - {id: reach, text: Families cannot reach care, findings: [told]}
        """

    private func with(_ body: (RoundScratch) async throws -> Void) async throws {
        try await RoundScratch.with { scratch in
            try scratch.write("decay.json", #"{"values": [{"area": "Coast", "decay": 31.5}], "notes": ["Surveyed."]}"#)
            try scratch.write("teeth.yaml", Self.written)
            #expect(try await scratch.refusal("assessment", "enter", scratch.path("teeth.yaml")) == nil)
            try await body(scratch)
        }
    }

    @Test func `an assessment is entered, given gaps, issued, written as a document, and verifies`() async throws {
        try await with { scratch in
            let gap = ["--what", "No dentist", "--place", "Densham", "--from", "Densham Surgery"]
            let docx = scratch.path("teeth.docx")
            let refusal = try await scratch.refusal(ofFirst: [
                ["assessment", "gap", "report", "teeth", "g1", "--theme", "access"] + gap,
                ["assessment", "gap", "report", "teeth", "g2"] + gap,
                ["assessment", "gap", "merge", "teeth", "g2", "g1", "--reason", "One town"],
                ["assessment", "gap", "triage", "teeth", "g1", "takenUp", "--reason", "Three practices say so"],
                ["assessment", "gap", "answer", "teeth", "g1", "--text", "A clinic opens in May"],
                ["assessment", "issue", "teeth"],
                ["assessment", "withdraw", "teeth", "finding", "told", "--reason", "Not theirs to tell"],
                ["assessment", "document", "teeth", "--of-version", "1", "--docx", docx],
                ["assessment", "document", "teeth", "--json"], ["assessment", "list"],
                ["assessment", "show", "teeth", "--json"],
            ])
            #expect(refusal == nil)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: docx))
            #expect(bytes.starts(with: Data("PK".utf8)))
            let found = try Verification(of: try scratch.store)
            #expect(found.faults == [])
            #expect(found.checks.contains { $0.contains("1 needs assessment") && $0.contains("1 issued version") })
        }
    }

    @Test func `a document taken in again records nothing, and one that differs is refused`() async throws {
        try await with { scratch in
            let path = scratch.path("teeth.yaml")
            let before = try AssessmentDesk(try scratch.store).revision(of: Slug("teeth")!)
            #expect(try await scratch.refusal("assessment", "enter", path) == nil)
            #expect(try AssessmentDesk(try scratch.store).revision(of: Slug("teeth")!) == before)
            try scratch.write("teeth.yaml", Self.written.replacing("worst on the coast", with: "worst inland"))
            #expect(try await scratch.refusal("assessment", "enter", path)?.code == "entry-differs")
        }
    }

    @Test func `a conclusion whose ground is gone is not issued`() async throws {
        try await with { scratch in
            let refusal = try await scratch.refusal(ofFirst: [
                ["assessment", "withdraw", "teeth", "figure", "decay", "--reason", "Another year"],
                ["assessment", "issue", "teeth"],
            ])
            #expect(refusal?.code == "rests-on-withdrawn")
            #expect(try await scratch.refusal("assessment", "show", "none")?.code == "no-such-assessment")
        }
    }
}
