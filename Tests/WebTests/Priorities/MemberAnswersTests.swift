import Priorities
import Testing
import Vocabulary

@testable import Web

/// A member's own part in a round, as a browser goes through it.
struct MemberAnswersTests {
    private static let hostile = "<script>alert(\"x\")</script> & Sons’"

    /// Nobody sits yet while a round is only begun.
    @Test(arguments: HeldRounds.Stage.allCases.filter { $0 != .begun })
    func `every page of a member's part answers at every stage`(stage: HeldRounds.Stage) async throws {
        let held = try RoundAtWorkServed(stage)
        for part in [
            "/mine", "/mine/interest", "/mine/weights", "/mine/weights/top", "/mine/weights/top?method=rankOrder",
            "/mine/scores", "/mine/check", "/mine/ballot", "/mine/papers",
        ] + (try held.round.leaves.map { "/mine/scores/\($0.id)" }) {
            let reply = try await held.ask(part)
            #expect(reply.status == 200, "\(part)")
            for found in reply.text.matches(of: /href="(\/rounds[^"#]*)/) {
                let link = String(found.1).replacing("&amp;", with: "&")
                let status = try await held.served.ask(link, as: "seat-chair").status
                #expect(status == 200, "\(part) leads to \(link)")
            }
        }
    }

    @Test func `only who holds the seat comes in, and who may not read the round is not told of it`() async throws {
        let held = try RoundAtWorkServed(.weighing)
        #expect(try await held.ask("/mine", as: "manager").status == 403)
        #expect(try await held.ask("/mine", as: "panel-member").status == 403)
        #expect(try await held.served.ask("\(RoundAtWorkServed.root)/mine", as: nil).status == 303)
        let before = try held.lines
        let form = [("points-health", "100"), ("points-living", "1"), ("points-gap", "1"), ("points-wait", "1")]
        #expect(try await held.post("/mine/weights/top", form, as: "panel-member").status == 403)
        #expect(try await held.post("/mine/weights/top", form, as: "manager").status == 403)
        #expect(try await held.served.post("/rounds/none/mine/interest", [], as: "seat-chair").status == 404)
        #expect(try held.lines == before)
    }

    @Test func `an interest is checked before it is declared, and sent twice is declared once`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        let empty = try await held.ask("/mine/interest")
        let given = empty.sending([
            "options": "psychology", "kind": "financial", "nature": Self.hostile, "declaration": "My own words",
        ])
        let check = try await held.post("/mine/interest", given)
        #expect(check.status == 200)
        #expect(check.words.contains("Check what you declare"))
        #expect(!check.text.contains("<script"))
        #expect(try held.round.interests.count == 1)
        let back = try await held.post("/mine/interest", check.sending(["step": "change"]))
        #expect(back.status == 200 && back.words.contains("Declare an interest"))
        #expect(back.fields.contains { $0 == ("nature", Self.hostile) })
        #expect(back.fields.contains { $0 == ("options", "psychology") })
        let sent = try await held.post("/mine/interest", check.sending(["step": "send"]))
        #expect(sent.status == 303)
        let interest = try #require(try held.round.interests.last)
        #expect(interest.member == Slug("chair") && interest.options == [Slug("psychology")!])
        #expect(interest.nature == Self.hostile && interest.declaration != nil)
        #expect(try held.round.excluded(Slug("chair")!) == [Slug("psychology")!])
        let lines = try held.lines
        #expect(try await held.post("/mine/interest", check.sending(["step": "send"])).status == 303)
        #expect(try held.lines == lines)
        let hub = try await held.ask("/mine")
        #expect(!hub.text.contains("<script") && hub.words.contains("You are left out of"))
        // What is left out does not stand among what is scored.
        #expect(try await !held.ask("/mine/scores/health").text.contains("score-psychology"))
    }

    @Test func `an interest without options, kind or words is refused at its fields, and what was typed stays`()
        async throws
    {
        let held = try RoundAtWorkServed(.scoring)
        let reply = try await held.post("/mine/interest", [("declaration", "Kept as typed"), ("nature", "\u{202E}x")])
        #expect(reply.status == 422)
        for words in ["There is a problem", "Tick each option", "Choose what kind", "U+202E", "Kept as typed"] {
            #expect(reply.words.contains(words), "\(words)")
        }
        #expect(reply.text.contains("href=\"#interest-options\""))
    }

    @Test func `weights are saved by swings or in order, and wrong ones are refused at their fields`() async throws {
        let held = try RoundAtWorkServed(.weighing)
        let swings = ["points-health": "100", "points-living": "60", "points-gap": "12.5", "points-wait": "0"]
        let form = try await held.ask("/mine/weights/top?method=swing")
        #expect(form.words.contains("From “none” (0 points) to “an amputation"))
        let wrong = try await held.post(
            "/mine/weights/top", form.sending(["points-health": "101", "points-gap": "lots"]))
        #expect(wrong.status == 422)
        #expect(wrong.words.contains("0 to 100") && wrong.words.contains("“lots” is no number"))
        #expect(wrong.fields.contains { $0 == ("points-gap", "lots") })
        let none = try await held.post(
            "/mine/weights/top", form.sending(swings.merging(["points-health": "99"]) { $1 }))
        #expect(none.status == 422 && none.words.contains("Give 100 to the one"))
        #expect(try await held.post("/mine/weights/top", form.sending(swings)).status == 303)
        let given = try #require(try held.round.weights[Slug("chair")!]?.first)
        #expect(given.method == .swing && given.swings?.map(\.points) == [100, 60, 12.5, 0])
        let lines = try held.lines
        #expect(try await held.post("/mine/weights/top", form.sending(swings)).status == 303)
        #expect(try held.lines == lines, "the same again is no act")
        let order = try await held.ask("/mine/weights/top?method=rankOrder")
        #expect(order.words.contains("Health gained 100, Living with it 60"))
        let places = ["place-health": "1", "place-living": "2", "place-gap": "2", "place-wait": "4"]
        #expect(try await held.post("/mine/weights/top", order.sending(places)).status == 303)
        #expect(try held.round.weights[Slug("chair")!]?.first?.order?.map(\.count) == [1, 2, 1])
    }

    @Test func `scores are saved page by page, and what lies outside the scale is refused at its field`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        let form = try await held.ask("/mine/scores/health")
        #expect(form.words.contains("a complication put off by years"))
        let wrong = try await held.post(
            "/mine/scores/health",
            form.sending([
                "score-psychology": "11", "score-foot-protection": "7,5", "note-eye-screening-reach": "no figure",
                "score-group-education": "5", "low-group-education": "6",
            ]))
        #expect(wrong.status == 422)
        for words in ["outside the scale: 0 to 10 points", "“7,5” is no number", "or clear all", "lowest for"] {
            #expect(wrong.words.contains(words), "\(words)")
        }
        let sent = try await held.post(
            "/mine/scores/health",
            form.sending([
                "score-psychology": "4", "low-psychology": "3", "high-psychology": "6.5",
                "note-psychology": Self.hostile,
                "score-foot-protection": "9",
            ]))
        #expect(sent.status == 303 && sent.location == "\(RoundAtWorkServed.root)/mine/scores/living")
        let scores = try #require(try held.round.scores[Slug("chair")!])
        #expect(scores.count == 2)
        #expect(scores.contains { $0.value == 4 && $0.low == 3 && $0.high == 6.5 && $0.note == Self.hostile })
        let check = try await held.ask("/mine/check")
        #expect(check.words.contains("4 (3 to 6.5)") && !check.text.contains("<script"))
        #expect(check.words.contains("scores are missing"))
        let others = try await held.served.ask("\(RoundAtWorkServed.root)/scores", as: "seat-consultant")
        #expect(!others.text.contains("alert("), "others see no scores before they close")
        let taken = try await held.ask("/mine/scores/health")
        let back = try await held.post("/mine/scores/health", taken.sending(["score-foot-protection": ""]))
        #expect(back.status == 422 && back.words.contains("not taken back"))
    }

    @Test func `scores that were changed elsewhere are shown beside those that are sent, and nobody's are lost`()
        async throws
    {
        let held = try RoundAtWorkServed(.scoring)
        let (first, second) = (try await held.ask("/mine/scores/health"), try await held.ask("/mine/scores/health"))
        #expect(try await held.post("/mine/scores/health", first.sending(["score-psychology": "3"])).status == 303)
        // Another option meanwhile is no clash.
        #expect(
            try await held.post("/mine/scores/health", second.sending(["score-group-education": "2"])).status == 303)
        let clash = try await held.post("/mine/scores/health", second.sending(["score-psychology": "8"]))
        #expect(clash.status == 422)
        #expect(clash.words.contains("Recorded by now: 3") && clash.fields.contains { $0 == ("score-psychology", "8") })
        #expect(try held.round.scores[Slug("chair")!]?.map(\.value) == [3, 2])
        #expect(try await held.post("/mine/scores/health", clash.sending([:])).status == 303)
        #expect(try held.round.scores[Slug("chair")!]?.map(\.value) == [8, 2])
    }

    @Test func `what comes too early or too late is refused in the act's words, at the form`() async throws {
        let early = try RoundAtWorkServed(.begun)
        #expect(try await early.ask("/mine", as: "panel-member").status == 403)
        let weighing = try RoundAtWorkServed(.weighing)
        let score = try await weighing.post("/mine/scores/health", [("score-psychology", "4")])
        #expect(score.status == 422 && score.words.contains("The weights are still open"))
        #expect(score.fields.contains { $0 == ("score-psychology", "4") })
        let solved = try RoundAtWorkServed(.solved)
        let late = try await solved.post("/mine/scores/health", [("score-psychology", "4")])
        #expect(late.status == 422)
    }

    @Test func `a vote is checked, cast once, and shown to nobody`() async throws {
        let held = try RoundAtWorkServed(.voting)
        let member = try #require(
            try held.round.members.map(\.id).first { id in
                try !held.round.ballot!.voted.contains(id) && held.round.excluded(id).isEmpty
            })
        let account = "seat-\(member)"
        let form = try await held.ask("/mine/ballot", as: account)
        let options = try #require(try held.round.ballot).options
        let missing = try await held.post("/mine/ballot", form.sending(["vote-\(options[0])": "fund"]), as: account)
        #expect(missing.status == 422 && missing.words.contains("Choose a vote on"))
        let votes = Dictionary(uniqueKeysWithValues: options.map { ("vote-\($0)", "do-not-fund") })
        let check = try await held.post("/mine/ballot", form.sending(votes), as: account)
        #expect(check.status == 200 && check.words.contains("Check your vote"))
        #expect(try await held.post("/mine/ballot", check.sending(["step": "send"]), as: account).status == 303)
        #expect(try held.round.ballot?.voted.contains(member) == true)
        let again = try await held.post("/mine/ballot", check.sending(["step": "send"]), as: account)
        #expect(again.status == 422 && again.words.contains("You have voted"))
        for path in ["/mine", "/mine/ballot", "/process", ""] {
            for who in [account, "manager", "administrator"] {
                #expect(!(try await held.ask(path, as: who)).text.contains("do-not-fund"), "\(path) as \(who)")
            }
        }
    }
}
