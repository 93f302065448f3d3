import Foundation
import Governance
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// The documents of `docs/governance.md`, as somebody copies them from there.
struct GovernanceManualTests {
    /// The blocks of YAML, in the order of the page.
    private static var documents: [String] {
        get throws {
            let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../../docs/governance.md").standardizedFileURL
            let text = try String(contentsOf: page, encoding: .utf8)
            return text.components(separatedBy: "```yaml\n").dropFirst().map {
                $0.components(separatedBy: "```")[0]
            }
        }
    }

    @Test func `every document of the manual is taken in as it stands there`() async throws {
        let all = try Self.documents
        func document(_ beginning: String) throws -> String {
            try #require(all.first { $0.hasPrefix(beginning) }, "\(beginning)")
        }
        try await RoundScratch.with { scratch in
            try scratch.write("paper.docx", "The paper.")
            try scratch.write("letter.pdf", "We close.")
            let today = Clock.now().day.description
            let rightsLater = try document("amendments:\n  - reason: The limit")
                .replacing("2027-02-12", with: today)
            let meeting = try document("meeting: pccc-2026-05").replacing("2026-05", with: "2025-05")
            // In a year that is over wherever this runs.
            let committee = try document("committee: pccc").replacing("2025-06-01", with: "2025-04-01")
            let steps: [[String]] = [
                ["interest", "enter", try scratch.write("register.yaml", document("people:"))],
                ["committee", "enter", try scratch.write("committee.yaml", committee)],
                ["meeting", "run", try scratch.write("meeting.yaml", meeting)],
                ["decision", "urgent", try scratch.write("urgent.yaml", document("decision:"))],
                ["decision", "rights", "enter", try scratch.write("rights.yaml", document("rights:"))],
                ["decision", "rights", "enter", try scratch.write("later.yaml", rightsLater)],
                ["accountability", "enter", try scratch.write("edges.yaml", document("edges:"))],
                [
                    "accountability", "enter",
                    try scratch.write("later-edges.yaml", document("amendments:\n  - reason: The schedule")),
                ],
            ]
            for step in steps {
                let refusal = try await scratch.refusal(step)
                #expect(refusal == nil, "\(step): \(String(describing: refusal))")
            }
            #expect(all.count == steps.count, "a document of the manual is not tried")
            #expect(try scratch.book.meetings[Slug("pccc-2025-05")!]?.resolutions.first?.isCarried == true)
            #expect(await scratch.code("verify") == 0)
        }
    }
}
