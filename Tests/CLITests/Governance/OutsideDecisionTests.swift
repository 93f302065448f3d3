import Digests
import Governance
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Decisions outside a meeting, from the file to the meeting that hears of them.
struct OutsideDecisionTests {
    private static let committee = GovernanceFiles.committee
        .replacing("hasCastingVote: true", with: "allowsUrgentAction: true")
        .replacing(
            "upTo: \"£250,000\"}",
            with: "upTo: \"£250,000\"}, {matter: primary-dental-services, upTo: \"£20,000\", officer: p002}")

    private static func decision(_ id: String, _ more: String) -> String {
        """
        decision:
          id: \(id)
          committee: pccc
          title: Cover at Harbour Street
          text: That the contract be bridged for a month.
          reasons: The practice closes on Friday.
          considered: [a month of cover, closure]
          evidence: [letter.txt]
          matter: primary-dental-services
          amount: "£12,000"
        \(more)

        """
    }

    private static let urgent = decision("urgent-3", "takenBy: [p001, p002]\nurgency: The next meeting is far away.")
    private static let officer = decision("officer-1", "officer: p002")

    private static func with(_ body: (RoundScratch) async throws -> Void) async throws {
        try await RoundScratch.with { scratch in
            try scratch.write("letter.txt", "We close.")
            let refusal = try await scratch.refusal(ofFirst: [
                ["interest", "enter", try scratch.write("register.yaml", GovernanceFiles.register)],
                ["committee", "enter", try scratch.write("committee.yaml", committee)],
            ])
            #expect(refusal == nil)
            try await body(scratch)
        }
    }

    @Test func `an urgent decision is kept with its evidence, and owed to the next meeting until it is reported`()
        async throws
    {
        try await Self.with { scratch in
            let file = try scratch.write("urgent.yaml", Self.urgent)
            #expect(try await scratch.refusal("decision", "urgent", file) == nil)
            let decision = try #require(try scratch.book.decisions[Slug("urgent-3")!])
            #expect(decision.manner == .urgentAction && decision.amount == Money(pounds: "£12,000"))
            #expect(decision.evidence == [Digest.of("We close.")])
            #expect(ForwardPlan(try scratch.book).owed().map(\.from) == [Slug("urgent-3")!])
            #expect(await scratch.code("verify") == 0)
            let meeting = """
                meeting: pccc-next
                committees: [pccc]
                startsAt: 2030-01-10T09:00
                place: Town hall
                agenda: [{id: report, title: Report, purpose: note, subject: {decisions: [urgent-3]}}]

                """
            #expect(try await scratch.plan(meeting) == nil)
            #expect(ForwardPlan(try scratch.book).owed().isEmpty)
            for words in [["register"], ["search", "bridged"], ["register", "--json"]] {
                #expect(try await scratch.refusal(["decision"] + words) == nil, "\(words)")
            }
        }
    }

    @Test func `an officer decides within the limit that the terms give, and nobody else does`() async throws {
        try await Self.with { scratch in
            let file = try scratch.write("officer.yaml", Self.officer)
            #expect(try await scratch.refusal("decision", "delegate", file) == nil)
            #expect(try scratch.book.decisions[Slug("officer-1")!]?.manner == .officer)
            let head = try scratch.head()
            let cases = [
                ("officer: p002", "officer: p001", "no-delegation"), ("£12,000", "£21,000", "above-mandate"),
                ("[letter.txt]", "[none.txt]", "no-such-file"), ("[letter.txt]", "[../letter.txt]", "path-outside"),
                ("officer-1", "officer-1", "decision-exists"),
            ]
            for (old, new, code) in cases {
                let other = Self.officer.replacing(
                    "id: officer-1", with: old == new ? "id: officer-1" : "id: officer-2")
                let path = try scratch.write("other.yaml", other.replacing(old, with: new))
                #expect(try await scratch.refusal("decision", "delegate", path)?.code == code, "\(new)")
            }
            #expect(try scratch.head() == head)
        }
    }

    @Test func `urgent action is refused where the terms do not know it, or one person takes it`() async throws {
        try await Self.with { scratch in
            let head = try scratch.head()
            let alone = Self.urgent.replacing("[p001, p002]", with: "[p001]")
            let refusal = try await scratch.refusal("decision", "urgent", scratch.write("alone.yaml", alone))
            #expect(refusal?.code == "too-few-approvers")
            #expect(try scratch.head() == head)
        }
        try await RoundScratch.withCommittee { scratch in
            try scratch.write("letter.txt", "We close.")
            let refusal = try await scratch.refusal("decision", "urgent", scratch.write("u.yaml", Self.urgent))
            #expect(refusal?.code == "urgent-not-allowed")
        }
    }
}
