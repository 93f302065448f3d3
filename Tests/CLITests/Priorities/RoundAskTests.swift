import Priorities
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Trade-off questions as they are answered on the command line.
struct RoundAskTests {
    @Test func `the answers are a member's weights, and stopping before the last records nothing`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 2) == nil)
            let head = try scratch.head()
            for (name, text, code) in [("short", "1\n", "answers-stopped"), ("bad", "7\n", "answer-form")] {
                let path = try scratch.write("\(name).txt", text)
                let refusal = try await scratch.refusal(
                    "round", "ask", "my-round", "--member", "chair", "--answers", path)
                #expect(refusal?.code == code)
            }
            #expect(
                try await scratch.refusal("round", "ask", "my-round", "--member", "nobody", "--answers", "-")?.code
                    == "unknown-member")
            #expect(try scratch.head() == head)
            let path = try scratch.write("answers.txt", "1\n2\n1\n2\n")
            #expect(
                try await scratch.refusal("round", "ask", "my-round", "--member", "chair", "--answers", path) == nil)
            #expect(try scratch.round().weights[Slug("chair")!]?.first?.method == .tradeOff)
            #expect(try scratch.head() == head + 1)
        }
    }
}
