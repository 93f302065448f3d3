import Priorities
import Testing
import Vocabulary

@testable import Web

/// A round at each stage shows what is known by then, and nothing that members must not see yet.
struct RoundStagesTests {
    private static let pages = ["", "/robustness", "/scores", "/process", "/decision"]
    private static let root = "/rounds/diabetes-2025"

    @Test(arguments: HeldRounds.Stage.allCases)
    func `every page of a round answers at every stage`(stage: HeldRounds.Stage) async throws {
        let held = try HeldRounds([HeldRounds.diabetes], to: stage)
        for path in try held.paths(of: HeldRounds.diabetes) + ["/rounds"] {
            let reply = try await held.served.ask(path)
            #expect(reply.status == 200, "\(path)")
            #expect(reply.headings.count == 1, "\(path)")
            for found in reply.text.matches(of: /href="(\/rounds[^"#]*)/) {
                let link = String(found.1).replacing("&amp;", with: "&")
                let status = try await held.served.ask(link).status
                #expect(status == 200, "\(path) leads to \(link)")
            }
        }
    }

    @Test(arguments: [
        (HeldRounds.Stage.begun, "Collecting options and criteria"), (.weighing, "Members give their weights"),
        (.scoring, "Members score"), (.scored, "Scores are closed"), (.solved, "Answer worked out"),
        (.voting, "Ballot open"), (.balloted, "Ballot closed"), (.decided, "Decided"),
    ])
    func `the list and the round say how far it has come`(stage: HeldRounds.Stage, words: String) async throws {
        let held = try HeldRounds([HeldRounds.diabetes], to: stage)
        for path in ["/rounds", Self.root] {
            let reply = try await held.served.ask(path)
            #expect(reply.words.contains(words), "\(path)")
        }
        let glance = try await held.served.ask(Self.root)
        #expect(glance.words.contains("There is no answer yet") == (stage < .solved))
        let decision = try await held.served.ask("\(Self.root)/decision")
        #expect(decision.words.contains("Nothing has been decided yet.") == (stage != .decided))
    }

    @Test func `nobody’s weights or scores are shown before they are closed`() async throws {
        let held = try HeldRounds([HeldRounds.diabetes], to: .scoring)
        for path in try held.paths(of: HeldRounds.diabetes) {
            let reply = try await held.served.ask(path)
            #expect(!reply.text.contains("Weights by member") && !reply.text.contains("Scores by member"), "\(path)")
        }
        for page in Self.pages where page != "/process" {
            #expect(try await held.served.ask("\(Self.root)\(page).csv").status == 404, "\(page)")
        }
    }

    @Test func `an open ballot shows how many voted, and not how`() async throws {
        let held = try HeldRounds([HeldRounds.diabetes], to: .voting)
        let reply = try await held.served.ask("\(Self.root)/process")
        #expect(reply.words.contains("The ballot is open: 2 of 5 members have voted."))
        #expect(!reply.text.contains("table-ballot"))
    }
}

extension HeldRounds.Stage: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        let all = allCases
        return all.firstIndex(of: left)! < all.firstIndex(of: right)!
    }
}
