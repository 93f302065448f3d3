import Access
import HTTPTypes
import Priorities
import Store
import Testing
import Vocabulary

@testable import Web

/// Running a round in the browser: its steps, its answer, its ballot and its panel.
struct ManageAnswersTests {
    private static let parts = [
        "/manage", "/manage/close/anchors", "/manage/close/weights", "/manage/close/scores", "/manage/reopen/anchors",
        "/manage/solve", "/manage/ballot", "/manage/members", "/manage/new-member", "/manage/new-option",
        "/manage/options", "/manage/advice", "/manage/pressure",
    ]

    @Test(arguments: HeldRounds.Stage.allCases)
    func `every page of running a round answers at every stage, and leads to pages that do`(
        stage: HeldRounds.Stage
    ) async throws {
        let held = try RoundAtWorkServed(stage)
        var seen: Set<String> = []
        for part in Self.parts {
            let reply = try await held.ask(part, as: "manager")
            #expect(reply.status == 200, "\(part)")
            for found in reply.text.matches(of: /href="(\/rounds[^"#]*)/) {
                let link = String(found.1).replacing("&amp;", with: "&")
                guard seen.insert(link).inserted else { continue }
                let status = try await held.served.ask(link, as: "manager").status
                #expect(status == 200, "\(part) leads to \(link)")
            }
        }
    }

    @Test func `only who runs rounds of the commissioner runs this one`() async throws {
        let held = try RoundAtWorkServed(.weighing)
        held.served.keeper.add(
            "elsewhere",
            [Grant(role: .commissioningManager, commissioner: OrganisationCode("QXX"), since: TestDoorkeeper.day)])
        let lines = try held.lines
        for who in ["elsewhere", "seat-chair", "observer", "administrator"] {
            let page = try await held.ask("/manage", as: who).status
            #expect(page == 403 || page == 404, "\(who): \(page)")
            let form = try await held.post("/manage/close/weights", [], as: who).status
            #expect(form == 403 || form == 404, "\(who): \(form)")
        }
        #expect(try held.lines == lines)
    }

    @Test func `a step that cannot close says why before the button is pressed, and after`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        let page = try await held.ask("/manage/close/scores", as: "manager")
        #expect(page.status == 200 && page.words.contains("The scores cannot close"))
        let sent = try await held.post("/manage/close/scores", page.sending([:]), as: "manager")
        #expect(sent.status == 422 && sent.words.contains("The scores cannot close"))
    }

    @Test func `weights close after a look at who gave them, once, and open again with a reason`() async throws {
        let held = try RoundAtWorkServed(.weighing)
        let weights = [("points-health", "100"), ("points-living", "1"), ("points-gap", "1"), ("points-wait", "1")]
        #expect(try await held.post("/mine/weights/top", weights).status == 303)
        let hub = try await held.ask("/manage", as: "manager")
        #expect(hub.words.contains("Weights are still to come from") && hub.words.contains("Close the weights"))
        let page = try await held.ask("/manage/close/weights", as: "manager")
        #expect(page.words.contains("No weights can be given or changed after this"))
        for _ in 1...2 {
            let sent = try await held.post("/manage/close/weights", page.sending(["step": "send"]), as: "manager")
            #expect(sent.status == 303)
        }
        #expect(try held.round.weightsClosedAt != nil)
        let again = try await held.ask("/manage/reopen/weights", as: "manager")
        #expect(again.words.contains("closing of weights"))
        let without = try await held.post("/manage/reopen/weights", again.sending(["reason": " "]), as: "manager")
        #expect(without.status == 422 && without.words.contains("Give the reason"))
        let reason = "<script>alert(1)</script>"
        let with = try await held.post("/manage/reopen/weights", again.sending(["reason": reason]), as: "manager")
        #expect(with.status == 303)
        #expect(try held.round.weightsClosedAt == nil && held.round.setAside.last?.reason == reason)
        #expect(try await !held.ask("/manage", as: "manager").text.contains("<script"))
    }

    @Test func `the answer is worked out beside the pages, and its page asks for itself until it is there`()
        async throws
    {
        let held = try RoundAtWorkServed(.scored)
        let page = try await held.ask("/manage/solve", as: "manager")
        #expect(page.words.contains("Work the answer out") && page.headers[HTTPField.Name("Refresh")!] == nil)
        for _ in 1...2 {
            #expect(try await held.post("/manage/solve", page.sending([:]), as: "manager").status == 303)
        }
        var reply = try await held.ask("/manage/solve", as: "manager")
        for _ in 1...600 where reply.words.contains("being worked out") {
            #expect(reply.headers[HTTPField.Name("Refresh")!] == "3")
            try await Task.sleep(for: .milliseconds(200))
            reply = try await held.ask("/manage/solve", as: "manager")
        }
        #expect(reply.words.contains("The answer is worked out"))
        #expect(try held.held.desk.results(of: HeldRounds.diabetes).count == 1)
        let early = try RoundAtWorkServed(.scoring)
        let sent = try await early.post("/manage/solve", [], as: "manager")
        #expect(sent.status == 422 && sent.words.contains("scores are still open"))
    }

    @Test func `a ballot that is set aside from its form loses its key, and not before`() async throws {
        let held = try RoundAtWorkServed(.solved)
        #expect(try held.held.ballotKeys == [])
        let page = try await held.ask("/manage/ballot", as: "manager")
        let day = ["discussed-day": "12", "discussed-month": "6", "discussed-year": "2025"]
        #expect(try await held.post("/manage/ballot", page.sending(day), as: "manager").status == 303)
        #expect(try held.held.ballotKeys.count == 1)
        let without = try await held.post("/manage/ballot", [("deed", "void"), ("reason", "")], as: "manager")
        #expect(without.status == 422)
        #expect(try held.held.ballotKeys.count == 1)
        let void = try await held.post(
            "/manage/ballot", [("deed", "void"), ("reason", "The wrong options stood on it")], as: "manager")
        #expect(void.status == 303, "\(void.words)")
        #expect(try held.held.ballotKeys == [])
        #expect(try held.round.ballot == nil)
    }

    @Test func `a ballot opens with what can be voted on in secret, closes, and is counted`() async throws {
        let held = try RoundAtWorkServed(.solved)
        let page = try await held.ask("/manage/ballot", as: "manager")
        let none = try await held.post(
            "/manage/ballot", page.sending(["discussed-day": "31", "discussed-month": "2", "discussed-year": "2025"]),
            as: "manager")
        #expect(none.status == 422 && none.words.contains("Enter a day that there is"))
        let day = ["discussed-day": "12", "discussed-month": "6", "discussed-year": "2025"]
        let open = try await held.post("/manage/ballot", page.sending(day), as: "manager")
        #expect(open.status == 303, "\(open.words)")
        let options = try #require(try held.round.ballot).options
        for member in try held.round.members.map(\.id) where try held.round.excluded(member).isEmpty {
            let votes = options.map { ("vote-\($0)", "fund") } + [("step", "send")]
            #expect(try await held.post("/mine/ballot", votes, as: "seat-\(member)").status == 303)
        }
        let close = try await held.ask("/manage/ballot", as: "manager")
        #expect(close.words.contains("Has voted") && !close.words.contains("Fund it"))
        let closed = try await held.post("/manage/ballot", [("deed", "close")], as: "manager")
        #expect(closed.status == 303, "\(closed.words)")
        #expect(try await held.ask("/manage/ballot", as: "manager").words.contains("How the votes fell"))
        #expect(try await held.post("/manage/ballot", [("deed", "close")], as: "manager").status == 422)
    }

    @Test func `a member is seated with a name that is kept apart, and a short name that is taken is refused`()
        async throws
    {
        let held = try RoundAtWorkServed(.scoring)
        let page = try await held.ask("/manage/new-member", as: "manager")
        let given = ["member": "lay-two", "role": "lay member", "kind": "lay", "name": "Name Kept Apart"]
        let wrong = try await held.post(
            "/manage/new-member", page.sending(given.merging(["member": "Lay Two", "role": ""]) { $1 }), as: "manager")
        #expect(wrong.status == 422 && wrong.words.contains("small letters") && wrong.words.contains("Enter the role"))
        #expect(try await held.post("/manage/new-member", page.sending(given), as: "manager").status == 303)
        let member = try #require(try held.round.member(Slug("lay-two")!))
        #expect(member.role == "lay member" && member.person != nil)
        let twice = try await held.post("/manage/new-member", page.sending(given), as: "manager")
        #expect(twice.status == 422 && twice.words.contains("sits on the panel already"))
        #expect(try await !held.ask("/manage/members", as: "manager").text.contains("Name Kept Apart"))
    }
}
