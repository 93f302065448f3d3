import Governance
import Testing
import Vocabulary

@testable import CLI
@testable import Store

struct CommitteeCommandTests {
    @Test func `a committee is entered, shown, changed and dissolved`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let refusal = try await scratch.refusal(ofFirst: [
                ["committee", "list", "--on", "2025-05-01"],
                ["committee", "show", "pccc", "--on", "2025-05-01", "--with-names"],
                ["committee", "end", "pccc", "p004", "--on", "2025-12-31"],
                ["committee", "dissolve", "pccc", "--on", "2026-03-31"],
            ])
            #expect(refusal == nil)
            #expect(try scratch.book.committees[Slug("pccc")!]?.dissolvedOn == Day("2026-03-31"))
        }
    }

    @Test func `a quorum that these members can never meet is refused when the terms are written`() async throws {
        try await RoundScratch.with { scratch in
            let steps = [
                ["interest", "enter", try scratch.write("register.yaml", GovernanceFiles.register)],
                [
                    "committee", "enter",
                    try scratch.write(
                        "committee.yaml", GovernanceFiles.committee.replacing("atLeast: 3", with: "atLeast: 5")),
                ],
            ]
            let refusal = try #require(try await scratch.refusal(ofFirst: steps))
            #expect(refusal.kind == .rule && refusal.remedy != nil)
            #expect(try scratch.book.committees.isEmpty)
            #expect(try await scratch.refusal("committee", "show", "pccc")?.code == "no-such-committee")
        }
    }
}
