import Priorities
import Rulebook
import Testing
import Vocabulary

@testable import CLI

struct RoundWithdrawTests {
    @Test func `an option taken out is gone from the round, and stands in the record with its reason`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 4) == nil)
            let unsaid = try await scratch.refusal(
                "round", "withdraw", "my-round", "school-programme", "--reason", " ")
            #expect(unsaid != nil)
            #expect(
                try await scratch.refusal(
                    "round", "withdraw", "my-round", "school-programme", "--reason", "The schools declined.") == nil)
            let round = try scratch.round()
            #expect(round.options.map(\.id) == [Slug("home-visits")!, Slug("evening-clinic")!])
            #expect(round.setAside.last?.reason == "The schools declined.")
            let unknown = try await scratch.refusal(
                "round", "withdraw", "my-round", "school-programme", "--reason", "Again")
            #expect(unknown != nil)
        }
    }

    @Test func `a table that is not there yet is refused with what comes before it`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 4) == nil)
            let round = try scratch.round()
            let tables = RoundStateTables(round, nil, .shipped)
            func refusal(_ name: String) -> Refusal? {
                do {
                    _ = try tables.named(name)
                    return nil
                } catch { return error as? Refusal }
            }
            #expect(refusal("options")?.remedy?.contains("“costs”") == true)
            #expect(refusal("ranking")?.code == "no-result")
            #expect(refusal("ranking")?.remedy?.hasPrefix("Next: remit round") == true)
        }
    }
}
