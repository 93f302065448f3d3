import Governance
import Testing
import Vocabulary

@testable import CLI

struct MeetingClinicianCommandTests {
    @Test func `who was asked for an item and what they answered is recorded, and shown where the room is`()
        async throws
    {
        try await RoundScratch.withCommittee { scratch in
            #expect(try await scratch.plan() == nil)
            let id = "pccc-2025-05"
            let item = Slug("access")!
            let nurse = """
                people:
                  - person: p005
                    name: Wil Tarn
                    knownFrom: 2024-01-01
                    posts: [{title: Nurse, from: 2024-01-01, clinician: nurse, area: coast}]

                """
            let steps: [[String]] = [
                ["interest", "enter", try scratch.write("nurse.yaml", nurse)],
                ["meeting", "handle", id, "access", "p003", "--chair", "p001", "--at", "08:30"],
                ["meeting", "clinicians", id, "access"],
                ["meeting", "show", id],
            ]
            for step in steps { #expect(try await scratch.refusal(step) == nil, "\(step)") }
            let refusal = try await scratch.refusal("meeting", "ask", id, "access", "p003", "--by", "p001")
            #expect(refusal?.code == "clinician-conflicted")
            #expect(
                try await scratch.refusal(
                    "meeting", "ask", id, "access", "p005", "--by", "p001", "--answer", "declines", "--at", "08:40")
                    == nil)
            #expect(try scratch.book.meetings[Slug(id)!]?.asked(for: item).map(\.answer) == [.declines])
        }
    }
}
