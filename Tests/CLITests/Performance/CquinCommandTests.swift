import ArgumentParser
import Testing
import Vocabulary

@testable import CLI

struct CquinCommandTests {
    private let scheme = """
        title: CQUIN
        provider: RWX
        year: 2022/23
        kind: national
        fixedElement: £120,000,000
        indicators:
          - {id: CCG1, title: Flu vaccinations of staff, kind: national, minimum: 70, maximum: 90, weight: 1, result: 82.5}
        """

    @Test func `a scheme in YAML is settled, and one of a year without a scheme refused`() async throws {
        try await RoundScratch.with { scratch in
            try scratch.write("scheme.yaml", scheme)
            try await run(scratch.path("scheme.yaml"), "--json")
            try scratch.write("paused.yaml", scheme.replacing("2022/23", with: "2024/25"))
            let refused = await #expect(throws: Refusal.self) { try await run(scratch.path("paused.yaml")) }
            #expect(refused?.code == "scheme-not-running")
        }
    }

    private struct Root: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remit", subcommands: Commands.all)
    }

    private func run(_ words: String...) async throws {
        var command = try #require(try Root.parseAsRoot(["cquin"] + words) as? any AsyncParsableCommand)
        try await command.run()
    }
}
