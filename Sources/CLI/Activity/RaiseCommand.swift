import ArgumentParser
import Challenges
import Digests
import Files
import Store
import Vocabulary

/// `remit activity raise`: what a run of the rules found becomes bundles.
struct RaiseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: "Make bundles of what a run of the rules raised, one for each provider.",
        discussion: """
            FILE is what remit activity challenge --run FILE wrote. Challenges that stand in another bundle, open or agreed, are \
            left out; what was withdrawn may be raised again. All bundles are made, or none.
            """)

    @Option(help: ArgumentHelp("The commissioner that asks.", valueName: "code"))
    var commissioner: OrganisationCode

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Only this provider's (repeatable); else every provider's.", valueName: "code"))
    var provider: [String] = []

    @Option(help: ArgumentHelp("The bundle's short name, for one provider; else made of provider and month."))
    var name: Slug?

    @Option(help: ArgumentHelp("The day on which it happened; else today.", valueName: "day"))
    var on: Day?

    @OptionGroup var store: StoreOptions

    @Argument(help: "The run, a JSON file; - for standard input.")
    var file: String

    func run() async throws {
        let session = try ChallengeSession(store)
        let bytes = try InputBytes.read(file, atMost: 512 << 20)
        let label = RoundFiles.name(file)
        let run = try ChallengeRunFile.read(
            JSONFile.value(of: bytes, named: label), digest: Digest.of(bytes), named: label)
        let providers = provider.isEmpty ? run.providers : provider
        if name != nil, providers.count != 1 {
            throw ValidationError("--name is for one provider; the run has \(providers.count).")
        }
        if let unknown = providers.first(where: { !run.providers.contains($0) }) {
            throw Refusal(
                .usage, code: "no-such-provider", "The run found nothing with \(unknown).",
                remedy: "It has \(run.providers.joined(separator: ", ")).")
        }
        guard !providers.isEmpty else {
            throw Refusal(.rule, code: "nothing-raised", "The run of \(label) raised nothing.")
        }
        let raised = try session.desk.raise(
            run, with: providers, commissioner: commissioner, named: name, on: on ?? session.today,
            by: session.author, at: session.now)
        for one in raised {
            let money = one.bundle.challenges.map(\.raised.counted).total()
            let left = one.standing.isEmpty ? "" : "; \(grouped(one.standing.count)) stand in other bundles"
            Printing.line(
                "\(one.bundle.id): \(counted(one.bundle.challenges.count, "challenge", "challenges")) with "
                    + "\(one.bundle.provider), \(money) counted once\(left).")
        }
        let without = providers.count - raised.count
        if without > 0 {
            Printing.line(
                "\(counted(without, "provider has", "providers have")) nothing that does not stand in another bundle.")
        }
    }
}
