import Foundation
import Governance
import Rulebook
import TestSupport
import Testing
import Vocabulary

@testable import CLI
@testable import Store

struct InterestCommandTests {
    private static let declaration = """
        {id: shares, kind: financial, situation: shareholding, description: Shares in a supplier, arose: 2025-01-01,
         declaredOn: 2025-01-20}
        """

    private static func gift(_ pounds: Int) -> String {
        """
        {id: lunch-\(pounds), kind: hospitality, source: A supplier, sourceKey: source-1, description: Lunch,
         value: "£\(pounds)", offeredOn: 2025-03-01, declaredOn: 2025-03-02, isAccepted: true}
        """
    }

    @Test func `a declaration is made, approved, withheld, superseded and ended, and each stays on the record`()
        async throws
    {
        try await RoundScratch.withCommittee { scratch in
            try scratch.write("shares.yaml", Self.declaration)
            try scratch.write("more.yaml", Self.declaration.replacing("id: shares", with: "id: more-shares"))
            let refusal = try await scratch.refusal(ofFirst: [
                ["interest", "declare", "p004", scratch.path("shares.yaml")],
                ["interest", "approve", "p004", "shares", "--by", "p002", "--on", "2025-01-21"],
                ["interest", "redact", "p004", "shares", "--reason", "A court order", "--on", "2025-01-22"],
                ["interest", "redact", "p004", "shares", "--refused", "--by", "p002", "--on", "2025-01-23"],
                ["interest", "declare", "p004", scratch.path("more.yaml"), "--instead-of", "shares"],
                ["interest", "end", "p004", "more-shares", "--on", "2025-06-30"],
                ["interest", "review", "p004", "--on", "2025-07-01"],
                ["interest", "nil", "p001", "--on", "2025-07-01"],
            ])
            #expect(refusal == nil)
            let person = try #require(try scratch.book.people[Slug("p004")!])
            #expect(person.declarations.map(\.id.description) == ["shares", "more-shares"])
            #expect(person.declarations.first?.supersededBy == Slug("more-shares"))
            #expect(person.declarations.last?.ended == Day("2025-06-30"))
            for words in [["list"], ["list", "--people"], ["show", "p004"], ["gifts"], ["breaches"]] {
                #expect(try await scratch.refusal(["interest"] + words) == nil, "\(words)")
            }
            #expect(await scratch.code("interest", "due", "--on", "2030-01-01", "--json") == 1)
            #expect(await scratch.code("verify") == 0)
        }
    }

    @Test func `a gift is answered by the rules of its day, and to ask records nothing`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let path = try scratch.write("lunch.yaml", Self.gift(80))
            let head = try scratch.head()
            #expect(try await scratch.refusal("interest", "gift", "p004", path, "--ask") == nil)
            #expect(try scratch.head() == head)
            #expect(try await scratch.refusal("interest", "gift", "p004", path) == nil)
            let person = try #require(try scratch.book.people[Slug("p004")!])
            let gift = try #require(person.gifts.first)
            let judgement = try JudgeGift(rulebook: .shipped)(gift, in: person)
            let lines = InterestGiftCommand.lines(judgement, of: gift)
            #expect(
                lines.first
                    == "By the rules of 1 March 2025 it is declined unless a senior person approves it, and is declared."
            )
            #expect(lines.contains("It was accepted all the same: look into it as a breach."))
        }
    }

    @Test func `a breach is recorded, settled and published without a name`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let steps = [
                [
                    "interest", "breach", "record", "p003", "late", "--account", "Told nobody", "--dealt-with-by",
                    "p002", "--on", "2025-05-20",
                ],
                [
                    "interest", "breach", "settle", "p003", "late", "--effect", "noneTouched", "--published",
                    "A member declared late.", "--on", "2025-06-01",
                ],
                ["interest", "publish", "--to", scratch.path("published"), "--on", "2025-06-02"],
            ]
            #expect(try await scratch.refusal(ofFirst: steps) == nil)
            let breaches = try String(contentsOfFile: scratch.path("published/breaches.csv"), encoding: .utf8)
            #expect(breaches.contains("A member declared late.") && !breaches.contains("Fell"))
            let interests = try String(contentsOfFile: scratch.path("published/interests.csv"), encoding: .utf8)
            #expect(interests.contains("Jonas Fell") && !interests.contains("Marrow"))
            let page = try String(contentsOfFile: scratch.path("published/index.html"), encoding: .utf8)
            #expect(page.contains("Jonas Fell") && page.contains("A member declared late.") && !page.contains("Marrow"))
            #expect(page.contains("As it stands on 2 June 2025") && !page.contains("href=\"/"))
            let again = try await scratch.refusal("interest", "publish", "--to", scratch.path("published"))
            #expect(again?.code == "folder-exists")
        }
    }

    @Test func `a spreadsheet's people are entered once, and its rows are taken in once`() async throws {
        try await RoundScratch.with { scratch in
            let path = try scratch.write(
                "register.csv",
                """
                Name,Position,Declared interest,Type,Direct or indirect,From,To,Action to mitigate
                Rosa Quillfeather,Lay chair,Nil,,,,,
                Jonas Fell,GP,Partner in a practice,Financial,Direct,01/04/2024,,Leaves for its items
                Jonas Fell,GP,Spouse works for a supplier,Financial,Indirect - spouse,01/05/2024,,
                ,GP,Nobody knows whose,Financial,Direct,32/13/2024,,
                """)
            let words = ["interest", "import", path, "--declared-on", "2025-04-01", "--decision-making", "votes"]
            // One row is at fault: the others are taken in, and the exit code says that something was found.
            #expect(await CommandRunner.run(RoundScratch.Root.self, words + ["--db", scratch.file]) == 1)
            let people = try scratch.book.people
            #expect(people.keys.sorted().map(\.description) == ["p001", "p002"])
            #expect(people[Slug("p002")!]?.declarations.count == 2)
            #expect(people[Slug("p001")!]?.nilDeclarations.map(\.declaredOn) == [Day("2025-04-01")!])
            let head = try scratch.head()
            #expect(await CommandRunner.run(RoundScratch.Root.self, words + ["--db", scratch.file]) == 1)
            #expect(try scratch.head() == head)
        }
    }

    @Test func `texts go when their time is over, and the record still verifies`() async throws {
        try await RoundScratch.with { scratch in
            let text = GovernanceFiles.register.replacing("2024-01", with: "2015-01")
                .replacing("declaredOn: 2015-01-10", with: "ended: 2016-01-10\n        declaredOn: 2015-01-10")
            let path = try scratch.write("register.yaml", text)
            #expect(try await scratch.refusal("interest", "enter", path) == nil)
            let before = try scratch.desk.texts().count
            #expect(try await scratch.refusal("interest", "dispose") == nil)
            #expect(try scratch.desk.texts().count == before)
            #expect(try await scratch.refusal("interest", "dispose", "--do") == nil)
            #expect(try scratch.desk.texts().count == before - 1)
            #expect(await scratch.code("verify") == 0)
        }
    }

    @Test func `what cannot be is refused with its reason, and nothing is written`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let early = Self.declaration.replacing("2025-01-20", with: "2023-01-20").replacing(
                "2025-01-01", with: "2023-01-01")
            try scratch.write("early.yaml", early)
            try scratch.write("wrong.yaml", "{id: shares, kind: shiny}")
            let head = try scratch.head()
            let cases: [([String], String, Refusal.Kind)] = [
                (["interest", "declare", "p004", scratch.path("early.yaml")], "before-person", .input),
                (["interest", "declare", "p099", scratch.path("early.yaml")], "no-such-person", .usage),
                (["interest", "show", "p099"], "no-such-person", .usage),
                (["interest", "end", "p003", "none", "--on", "2025-01-01"], "no-such-declaration", .usage),
                (["interest", "end", "p003", "partner", "--on", "2020-01-01"], "ends-before-start", .input),
            ]
            for (words, code, kind) in cases {
                let refusal = try #require(try await scratch.refusal(words), "\(words)")
                #expect(refusal.code == code && refusal.kind == kind, "\(words): \(refusal)")
                #expect(refusal.remedy != nil, "\(words)")
            }
            let wrong = try await scratch.refusal("interest", "declare", "p004", scratch.path("wrong.yaml"))
            #expect(wrong?.kind == .input && wrong?.sentence.contains("wrong.yaml") == true)
            #expect(try scratch.head() == head)
        }
    }

    @Test(.enabled(if: SharedData.has("data/declared_interests/hospitality-coi-raw.csv"), "the study's data"))
    func `the published study is computed again from the command line`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let folder = "data/declared_interests/hospitality-coi"
            let words = [
                "interest", "score", "--survey", SharedData.url("\(folder)-raw.csv").path, "--scores",
                SharedData.url("\(folder)-scores.csv").path,
            ]
            let refusal = try await scratch.refusal(ofFirst: [
                words, ["interest", "score", "--public", "--reusable"],
            ])
            #expect(refusal == nil)
        }
    }
}
