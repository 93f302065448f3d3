import Governance
import Testing
import Vocabulary

@testable import CLI
@testable import Store

struct RightsCommandTests {
    private static let rights = """
        rights:
          - id: dental-contracts
            matter: primary-dental-services
            title: "Primary care dental contracts: award, variation, closure"
            level: local
            holder: QWX
            committee: pccc
            approach: Head of primary care
            instrument: {name: s65Z5, dated: 2023-04-01}
            upTo: "£500,000"
            from: 2023-04-01
            citation: Delegation agreement, schedule 2

        """

    private static let edges = """
        edges:
          - id: icb-to-region
            actor: {organisation: QWX}
            forum: {organisation: Y59}
            about: use of the delegated dental budget
            matter: primary-dental-services
            explains: a report every quarter
            direction: vertical
            nature: administrative
            from: 2023-04-01
            citation: Delegation agreement, schedule 3

        """

    @Test func `who decides and who answers are each one question`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let refusal = try await scratch.refusal(ofFirst: [
                ["decision", "rights", "enter", try scratch.write("rights.yaml", Self.rights)],
                ["decision", "rights", "list"], ["decision", "rights", "list", "--history", "dental-contracts"],
                ["decision", "rights", "questions"],
                ["decision", "who", "dental", "--amount", "£600,000", "--on", "2025-05-01"],
                ["decision", "who", "dental", "--json"], ["decision", "who", "nothing", "like", "it"],
                ["accountability", "enter", try scratch.write("edges.yaml", Self.edges)],
                ["accountability", "map"], ["accountability", "who", "dental", "budget"],
                ["accountability", "who", "--party", "QWX"], ["accountability", "who", "--party", "committee:pccc"],
            ])
            #expect(refusal == nil)
            // Something is missing: nobody judges, and nobody answers to the public.
            #expect(await scratch.code("accountability", "gaps", "--json") == 1)
            #expect(
                try await scratch.refusal("decision", "rights", "list", "--history", "none")?.code == "no-such-right")
        }
    }

    @Test func `a scheme of delegation with a row at fault is not taken in at all`() async throws {
        try await RoundScratch.with { scratch in
            let head = "matter,level,holder,instrument,limit,document\n"
            let good = "Dental contracts,local,Head of primary care,scheme,\"250,000\",Scheme 2025\n"
            let bad = "Pharmacy,nowhere,Head of primary care,scheme,no limit,Scheme 2025\n"
            let words = ["decision", "rights", "enter"]
            let faulty = try scratch.write("faulty.csv", head + good + bad)
            let whole = try scratch.write("scheme.csv", head + good)
            #expect(await CommandRunner.run(RoundScratch.Root.self, words + [whole, "--db", scratch.file]) == 2)
            let refusal = try await scratch.refusal(words + [faulty, "--body", "QWX", "--from", "2025-04-01"])
            #expect(refusal?.code == "unreadable-level")
            #expect(try scratch.book.rights.isEmpty)
            #expect(try await scratch.refusal(words + [whole, "--body", "QWX", "--from", "2025-04-01"]) == nil)
            #expect(try scratch.book.rights.count == 1)
        }
    }
}
