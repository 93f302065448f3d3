import ArgumentParser
import Challenges
import Store
import Vocabulary

// What ends a bundle: credit notes, disputes and their settlement, closing.

/// `remit activity credit`: a credit note of the provider.
struct CreditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credit", abstract: "Record a provider's credit note; there may be several.")

    @OptionGroup var options: BundleOptions

    @Option(help: ArgumentHelp("The provider's number of the credit note.", valueName: "number"))
    var note: String

    @Option(help: ArgumentHelp("What it credits.", valueName: "pounds"))
    var amount: Money

    @Flag(help: "Correct what was recorded of the same credit note.")
    var correct = false

    @Option(help: "Why it is more than was agreed, or what is corrected.")
    var reason: String?

    func run() async throws {
        let session = try ChallengeSession(options.store)
        let after = try session.desk.perform(
            RecordCredit(
                bundle: options.bundle, number: note, on: options.on ?? session.today, amount: amount,
                isCorrection: correct, reason: reason), by: session.author, at: session.now)
        session.tell(after, after: "Recorded credit note \(note) over \(amount).")
    }
}

/// `remit activity dispute`: its steps and its end.
struct DisputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: "Take a step of a dispute about a bundle, or record how it was settled.",
        discussion:
            "Negotiation comes first, then mediation, then an expert's decision. Values that were settled otherwise "
            + "are concluded again with remit activity conclude.")

    @OptionGroup var options: BundleOptions

    @Option(help: "The step: negotiation, mediation or expert.")
    var step: DisputeStep.Kind?

    @Flag(help: "It was settled.")
    var settled = false

    @Option(help: "What is in dispute, why the step before settled nothing, or what was settled.")
    var words: String

    func validate() throws {
        if (step == nil) != settled { throw ValidationError("Say one of --step and --settled.") }
    }

    func run() async throws {
        let session = try ChallengeSession(options.store)
        let day = options.on ?? session.today
        guard let step else {
            let after = try session.desk.perform(
                SettleDispute(bundle: options.bundle, on: day, words: words), by: session.author, at: session.now)
            return session.tell(after, after: "The dispute is settled.")
        }
        let after = try session.desk.perform(
            DisputeBundle(bundle: options.bundle, step: step, on: day, words: words), by: session.author,
            at: session.now)
        session.tell(after, after: "Recorded: \(step.inWords).")
    }
}

/// `remit activity close`: nothing more is to be done.
struct CloseBundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a bundle: all is concluded, and what was agreed is credited.")

    @OptionGroup var options: BundleOptions

    @Option(help: "Why it is closed with money outstanding.")
    var reason: String?

    func run() async throws {
        let session = try ChallengeSession(options.store)
        let after = try session.desk.perform(
            CloseBundle(bundle: options.bundle, on: options.on ?? session.today, reason: reason), by: session.author,
            at: session.now)
        session.tell(after, after: "Closed.")
    }
}
