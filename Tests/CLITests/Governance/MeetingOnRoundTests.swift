import Foundation
import Governance
import Priorities
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// A round that a meeting decides: its agenda item is filled from the round, and its decision names the meeting.
struct MeetingOnRoundTests {
    /// Two hours ago: a decision is not made before the result.
    private static func plan() -> String {
        let start = Moment(secondsSince1970: Clock.now().secondsSince1970 - 60)
        return """
            meeting: now
            committees: [pccc]
            startsAt: \(start)
            place: Town hall
            agenda:
              - {id: round, title: What comes first?, purpose: decide, subject: {round: my-round},
                 matter: primary-dental-services, amount: "£200,000", papers: [{title: Paper, file: paper.txt}]}

            """
    }

    private static let motion = """
        id: m1
        item: round
        text: That the ranking be followed.
        reasons: It does most good.
        considered: [the best set, nothing]
        mover: p002
        seconder: p004

        """

    @Test func `the item is touched by the contracts of the options, and the decision says what the meeting did`()
        async throws
    {
        try await RoundScratch.withCommittee { scratch in
            let round = SmallRound().changing(
                "options.yaml", "title: Visits at home", to: "title: Visits at home\n    needsContracts: [\"1234567890\"]"
            ).changing("later/decision.yaml", "body: The committee that may decide this", to: "meeting: now")
            let last = SmallRound.steps.count - 1
            #expect(try await round.run(scratch, upTo: last) == nil)
            let motion = try scratch.write("motion.yaml", Self.motion)
            let refusal = try await scratch.refusal(ofFirst: [
                ["meeting", "plan", try scratch.write("plan-now.yaml", Self.plan())],
                ["meeting", "papers", "now", "--reason", "The result is of today"],
                ["meeting", "open", "now", "--present", "p001,p002,p004", "--chair", "p001"],
                ["meeting", "take", "now", "round"], ["meeting", "move", "now", motion],
                ["meeting", "vote", "now", "m1", "--for", "p001,p002,p004"], ["meeting", "close-vote", "now", "m1"],
            ])
            #expect(refusal == nil)
            let item = try #require(try scratch.book.meetings[Slug("now")!]?.agenda.first)
            #expect(item.touches.map(\.organisation.description) == ["1234567890"])
            #expect(item.touches.first?.part == Slug("home-visits"))
            let decision = ["decision", "record", "my-round", scratch.path("later/decision.yaml")]
            #expect(try await scratch.refusal(decision)?.code == "item-not-closed")
            let steps = [["meeting", "close-item", "now", "round"], decision]
            #expect(try await scratch.refusal(ofFirst: steps) == nil)
            let sitting = try scratch.round().decision?.sitting
            #expect(sitting?.meeting == Slug("now") && sitting?.bodies.first?.isQuorate == true)
            #expect(await scratch.code("verify") == 0)
        }
    }
}
