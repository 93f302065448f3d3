import Foundation
import Governance
import Testing
import Vocabulary

@testable import CLI
@testable import Store

struct MeetingCommandTests {
    private static let id = Slug("pccc-2025-05")!

    @Test func `a meeting is run step by step, and the member with an interest takes no part in the decision`()
        async throws
    {
        try await RoundScratch.withCommittee { scratch in
            let motion = try scratch.write("motion.yaml", GovernanceFiles.motion)
            #expect(try await scratch.plan() == nil)
            #expect(try await scratch.refusal(ofFirst: GovernanceFiles.steps(motion: motion)) == nil)
            let meeting = try #require(try scratch.book.meetings[Self.id])
            let resolution = try #require(meeting.resolutions.first)
            #expect(resolution.isCarried && resolution.excluded.map(\.member) == [Slug("p003")!])
            #expect(MeetingOutcome.words(resolution) == "pccc: “m1” is carried, 2 for and 0 against, 1 abstained.")
            #expect(meeting.agenda.first?.papers.first?.document != nil)
            #expect(meeting.state == .closed)
            let views = [
                ["show", "pccc-2025-05"], ["list"], ["minutes", "pccc-2025-05"],
                ["minutes", "pccc-2025-05", "--json"], ["actions"], ["due"], ["consistency"], ["calendar", "--past"],
                ["agenda", "pccc-2025-05"], ["papers", "pccc-2025-05", "--for", "p003"],
                ["minutes", "pccc-2025-05", "--docx", scratch.path("minutes.docx")],
                ["calendar", "--past", "--ics", scratch.path("all.ics")],
            ]
            for words in views { #expect(try await scratch.refusal(["meeting"] + words) == nil, "\(words)") }
            #expect(FileManager.default.fileExists(atPath: scratch.path("minutes.docx")))
            let calendar = try String(contentsOfFile: scratch.path("all.ics"), encoding: .utf8)
            #expect(calendar.contains("UID:pccc-2025-05@remit.invalid"))
            for words in [["register"], ["search", "harbour"], ["register", "--committee", "pccc", "--json"]] {
                #expect(try await scratch.refusal(["decision"] + words) == nil, "\(words)")
            }
            #expect(await scratch.code("verify") == 0)
        }
    }

    @Test func `a later meeting approves the minutes`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let motion = try scratch.write("motion.yaml", GovernanceFiles.motion)
            let next = """
                meeting: pccc-2025-06
                committees: [pccc]
                startsAt: 2025-06-10T09:00
                place: Town hall
                papers: {on: 2025-06-01}
                agenda: [{id: minutes, title: Minutes, purpose: approveMinutes, subject: {minutes: pccc-2025-05}}]
                events:
                  - {do: openMeeting, at: "09:00", present: [p001, p002, p004], chairs: [{committee: pccc, person: p001}]}
                  - {do: takeItem, at: "09:01", item: minutes}

                """
            #expect(try await scratch.plan() == nil)
            #expect(try await scratch.refusal(ofFirst: GovernanceFiles.steps(motion: motion)) == nil)
            let refusal = try await scratch.refusal(ofFirst: [
                ["meeting", "correct", "pccc-2025-05", "--text", "Item 1: in May", "--by", "p002"],
                ["meeting", "action", "pccc-2025-05", "letter", "--done", "--on", "2025-05-20"],
                ["meeting", "run", try scratch.write("next.yaml", next)],
                [
                    "meeting", "approve", "pccc-2025-05", "--at", "pccc-2025-06", "--by", "p001,p002", "--time",
                    "2025-06-10T09:02",
                ],
            ])
            #expect(refusal == nil)
            let meeting = try #require(try scratch.book.meetings[Self.id])
            #expect(meeting.approval?.meeting == Slug("pccc-2025-06") && meeting.actions.first?.doneOn != nil)
        }
    }

    @Test func `where the quorum goes with the member who leaves, the item stops and the ways out are said`()
        async throws
    {
        try await RoundScratch.withCommittee { scratch in
            #expect(try await scratch.plan() == nil)
            let steps = GovernanceFiles.steps(motion: "").prefix(6).map { step in
                step.map { $0.replacing("p001,p002,p003,p004", with: "p001,p002,p003") }
            }
            #expect(try await scratch.refusal(ofFirst: steps) == nil)
            let book = try scratch.book
            let meeting = try #require(book.meetings[Self.id])
            #expect(meeting.proceeding(Slug("access")!)?.state == .stopped)
            let lines = MeetingRoom(meeting, in: book).lines
            #expect(lines.contains { $0.hasPrefix("pccc is NOT quorate for “access”: one more member needed.") })
            #expect(lines.last?.contains("remit meeting defer or refer") == true)
            let step = try scratch.write("step.yaml", "do: deferItem\nat: \"09:20\"\nitem: access\nreason: No quorum\n")
            #expect(try await scratch.refusal("meeting", "do", "pccc-2025-05", step) == nil)
            #expect(try scratch.book.meetings[Self.id]?.proceeding(Slug("access")!)?.state == .closed)
        }
    }

    @Test func `a step that may not be is refused with its reason, and nothing is written`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let motion = try scratch.write("motion.yaml", GovernanceFiles.motion)
            #expect(try await scratch.plan() == nil)
            let steps = GovernanceFiles.steps(motion: motion)
            #expect(try await scratch.refusal(ofFirst: Array(steps.prefix(7))) == nil)
            let head = try scratch.head()
            let id = "pccc-2025-05"
            let cases: [([String], String)] = [
                (["vote", id, "m1", "--for", "p001,p003", "--at", "09:12"], "voter-recused"),
                (["vote", id, "m1", "--for", "p009", "--at", "09:12"], "voter-unknown"),
                (["take", id, "nothing", "--at", "09:12"], "no-such-item"),
                (["close-item", id, "access", "--at", "09:00"], "out-of-order"),
                (["close", id, "--at", "half past"], "time-unreadable"),
                (["minutes", "other"], "no-such-meeting"),
                (["vote", id, "m1", "--for", "p001", "--cast-by", "p002=p004"], "proxy-without-vote"),
            ]
            for (words, code) in cases {
                let refusal = try #require(try await scratch.refusal(["meeting"] + words), "\(words)")
                #expect(refusal.code == code, "\(words): \(refusal)")
                #expect(refusal.remedy != nil, "\(words)")
            }
            #expect(await scratch.code("meeting", "vote", id, "m1") == 2)
            #expect(try scratch.head() == head)
        }
    }

    @Test func `a file in which one event is refused leaves nothing behind`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let head = try scratch.head()
            let text =
                GovernanceFiles.plan + """
                    events:
                      - {do: openMeeting, at: "09:00", present: [p001, p002, p004], chairs: [{committee: pccc, person: p001}]}
                      - {do: takeItem, at: "09:05", item: nowhere}

                    """
            let path = try scratch.write("whole.yaml", text)
            #expect(try await scratch.refusal("meeting", "run", path)?.code == "no-such-item")
            #expect(try scratch.head() == head)
            #expect(try await scratch.refusal("meeting", "plan", path)?.code == "events-in-plan")
            let outside = GovernanceFiles.plan.replacing("paper.txt", with: "../paper.txt")
            #expect(try await scratch.plan(outside)?.code == "path-outside")
        }
    }
}
