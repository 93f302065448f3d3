import Foundation
import Governance
import Priorities
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// A round that a meeting decides: its agenda item is filled from the round, and its decision names the meeting.
struct MeetingOnRoundTests {
    /// A minute ago: a decision is not made before the result.
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

    private static func motion(_ id: String, on parts: String, asks: String) -> String {
        """
        id: \(id)
        item: round
        parts: [\(parts)]
        asks: \(asks)
        text: That the ranking be followed.
        reasons: It does most good.
        considered: [the best set, nothing]
        mover: p002
        seconder: p004

        """
    }

    private static func vote(_ id: String, _ file: String) -> [[String]] {
        [
            ["meeting", "move", "now", file], ["meeting", "vote", "now", id, "--for", "p001,p002,p004"],
            ["meeting", "close-vote", "now", id],
        ]
    }

    @Test func `the item is touched by the contracts of the options, and the decision says what the meeting did`()
        async throws
    {
        try await RoundScratch.withCommittee { scratch in
            let round = SmallRound().changing(
                "options.yaml", "title: Visits at home",
                to: "title: Visits at home\n    needsContracts: [\"1234567890\"]"
            ).changing("later/decision.yaml", "meeting: my-round-meeting", to: "meeting: now")
            let last = try #require(SmallRound.steps.firstIndex { $0[0] == "interest" })
            #expect(try await round.run(scratch, upTo: last) == nil)
            let go = try scratch.write(
                "go.yaml", Self.motion("m1", on: "home-visits, school-programme", asks: "approve"))
            let stay = try scratch.write("stay.yaml", Self.motion("m2", on: "evening-clinic", asks: "reject"))
            let opening = [
                ["meeting", "plan", try scratch.write("plan-now.yaml", Self.plan())],
                ["meeting", "papers", "now", "--reason", "The result is of today"],
                ["meeting", "open", "now", "--present", "p001,p002,p004", "--chair", "p001"],
                ["meeting", "take", "now", "round"],
            ]
            let refusal = try await scratch.refusal(ofFirst: opening + Self.vote("m1", go) + Self.vote("m2", stay))
            #expect(refusal == nil)
            let item = try #require(try scratch.book.meetings[Slug("now")!]?.agenda.first)
            #expect(item.touches.map(\.organisation.description) == ["1234567890"])
            #expect(item.touches.first?.part == Slug("home-visits"))
            #expect(item.parts.count == 3 && item.papers.count == 2)
            let decision = ["decision", "record", "my-round", scratch.path("later/decision.yaml")]
            #expect(try await scratch.refusal(decision)?.code == "item-not-closed")
            let steps = [["meeting", "close-item", "now", "round"], decision]
            let recorded = try await scratch.refusal(ofFirst: steps)
            #expect(recorded == nil, "\(recorded?.description ?? "")")
            let sitting = try scratch.round().decision?.sitting
            #expect(sitting?.meeting == Slug("now") && sitting?.bodies.first?.isQuorate == true)
            #expect(await scratch.code("verify") == 0)
        }
    }
}
