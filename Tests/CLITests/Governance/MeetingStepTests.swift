import Governance
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Steps of a meeting that are done seldom, and what each says when it may not be.
struct MeetingStepTests {
    private static let id = "pccc-2025-05"
    private static let open = [
        ["meeting", "papers", id, "--on", "2025-05-01"],
        ["meeting", "handle", id, "access", "p003", "--chair", "p001", "--at", "08:30"],
        ["meeting", "open", id, "--present", "p001,p002,p003,p004", "--chair", "p001", "--at", "09:00"],
        ["meeting", "leave", id, "p003", "--item", "access", "--at", "09:04"],
    ]

    private static func with(
        _ steps: [[String]] = open, _ body: (RoundScratch) async throws -> Void
    ) async throws {
        try await RoundScratch.withCommittee { scratch in
            #expect(try await scratch.plan() == nil)
            #expect(try await scratch.refusal(ofFirst: steps) == nil)
            try await body(scratch)
        }
    }

    private static func meeting(_ scratch: RoundScratch) throws -> Meeting {
        try #require(try scratch.book.meetings[Slug(id)!])
    }

    @Test func `the chair is handed over for an item, and not to whoever nobody chose`() async throws {
        try await Self.with { scratch in
            let chair = ["meeting", "chair", Self.id]
            let chosen = try await scratch.refusal(chair + ["p004", "--reason", "None", "--at", "09:05"])
            #expect(chosen?.code == "chair-not-chosen", "\(String(describing: chosen))")
            let words = chair + ["p002", "--item", "access", "--reason", "The chair knows the owner", "--at", "09:05"]
            #expect(try await scratch.refusal(words) == nil)
            let meeting = try Self.meeting(scratch)
            let committee = Slug("pccc")!
            #expect(meeting.chair(of: committee, item: Slug("access")!) == Slug("p002"))
            #expect(meeting.chair(of: committee) == Slug("p001"))
        }
    }

    @Test func `an item is referred or deferred with its reason, and is over`() async throws {
        for (words, outcome) in [
            (["refer", Self.id, "access", "--to", "the board"], Proceeding.Outcome.Kind.referred),
            (["defer", Self.id, "access"], .deferred),
        ] {
            try await Self.with { scratch in
                let step = ["meeting"] + words
                #expect(await scratch.code("meeting", words[0], Self.id, "access") == 2, "without a reason")
                #expect(try await scratch.refusal(step + ["--reason", " "])?.code == "no-reason")
                #expect(try await scratch.refusal(step + ["--reason", "Not ours", "--at", "09:06"]) == nil)
                let proceeding = try #require(try Self.meeting(scratch).proceeding(Slug("access")!))
                #expect(proceeding.state == .closed && proceeding.outcomes.map(\.kind) == [outcome])
                #expect(try await scratch.refusal(step + ["--reason", "Again"])?.code == "item-closed")
            }
        }
    }

    @Test func `a planned meeting is cancelled and owes its items; an open one is not`() async throws {
        let cancel = ["meeting", "cancel", Self.id, "--reason", "Half the members are ill"]
        try await Self.with([]) { scratch in
            let refusal = try await scratch.refusal(cancel)
            #expect(refusal == nil)
            #expect(try Self.meeting(scratch).state == .cancelled)
            #expect(ForwardPlan(try scratch.book).owed().map(\.kind) == [.itemOfCancelledMeeting])
            #expect(try await scratch.refusal("meeting", "minutes", Self.id)?.code == "minutes-not-closed")
        }
        try await Self.with { scratch in
            let refusal = try await scratch.refusal(cancel)
            #expect(refusal?.code == "meeting-open")
            #expect(try await scratch.refusal("meeting", "minutes", Self.id)?.code == "minutes-not-closed")
        }
    }

    @Test func `a tie is not closed over a casting vote that nobody was asked for`() async throws {
        try await Self.with { scratch in
            let motion = try scratch.write("motion.yaml", GovernanceFiles.motion)
            let refusal = try await scratch.refusal(ofFirst: [
                ["meeting", "take", Self.id, "access", "--at", "09:05"],
                ["meeting", "move", Self.id, motion, "--at", "09:06"],
                [
                    "meeting", "vote", Self.id, "m1", "--for", "p001", "--against", "p002", "--abstain", "p004", "--at",
                    "09:07",
                ],
            ])
            #expect(refusal == nil)
            let head = try scratch.head()
            let close = ["meeting", "close-vote", Self.id, "m1", "--at", "09:08"]
            let open = try #require(try await scratch.refusal(close))
            #expect(open.code == "casting-vote-open" && open.remedy?.contains("--casting p001=for") == true)
            #expect(try scratch.head() == head)
            #expect(try await scratch.refusal(close + ["--casting", "p001=for"]) == nil)
            #expect(try Self.meeting(scratch).resolutions.first?.isCarried == true)
        }
    }

    @Test func `a room that fills again says so, and that the item may be taken up`() async throws {
        let few = Self.open.map { step in step.map { $0.replacing("p001,p002,p003,p004", with: "p001,p002,p003") } }
        try await Self.with(few) { scratch in
            func lines() throws -> [String] { MeetingRoom(try Self.meeting(scratch), in: try scratch.book).lines }
            #expect(try await scratch.refusal("meeting", "take", Self.id, "access", "--at", "09:05") == nil)
            #expect(try lines().contains { $0.hasPrefix("pccc is NOT quorate for “access”: one more member needed.") })
            let still = try await scratch.refusal("meeting", "take", Self.id, "access", "--at", "09:06")
            #expect(still?.code == "still-stopped" && still?.remedy?.hasPrefix("Ways out: defer the item") == true)
            #expect(try await scratch.refusal("meeting", "arrive", Self.id, "p004", "--at", "09:10") == nil)
            #expect(try lines().contains("pccc would be quorate for “access” now, with 3 counted."))
            #expect(try lines().last == "Next: remit meeting take pccc-2025-05 access, which takes it up again")
        }
    }
}
