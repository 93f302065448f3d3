import ArgumentParser
import Challenges
import Store
import Vocabulary

/// `remit activity conclude`: what the commissioner makes of the answers.
struct ConcludeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conclude",
        abstract: "Uphold challenges, uphold them in part, or withdraw them, each with a reason.",
        discussion: """
            Say which: --rule, --challenges 3,7-9, --answered rejected; and what: --as-answered, --uphold, --withdraw, or \
            --part £120 for one. Or give a file with the columns Challenge, Outcome (upheld, part, withdrawn), Amount and \
            Reason. What was not answered can be upheld once the deadline has passed. Challenges that are concluded already \
            are concluded again only where they are named by number or in a file.
            """)

    @OptionGroup var options: BundleOptions

    @Flag(help: "Uphold what the provider accepted, whole or in part, at what it accepted.")
    var asAnswered = false

    @Flag(help: "Uphold whole.")
    var uphold = false

    @Flag(help: "Withdraw.")
    var withdraw = false

    @Option(help: ArgumentHelp("Uphold in part, at this value.", valueName: "pounds"))
    var part: Money?

    @Option(help: ArgumentHelp("Only this rule's.", valueName: "rule"))
    var rule: String?

    @Option(help: ArgumentHelp("Only these, by number: 3,7-9.", valueName: "numbers"))
    var challenges: NumberList?

    @Option(help: "Only those answered so: accepted, part, rejected, none.")
    var answered: ProposeConclusions.Choice.Answer?

    @Option(help: "Why; a sentence.")
    var reason: String?

    @Option(help: ArgumentHelp("A list of conclusions (.csv, .xlsx).", valueName: "file"))
    var file: String?

    func validate() throws {
        let ways = [asAnswered, uphold, withdraw, part != nil, file != nil].count { $0 }
        guard ways == 1 else {
            throw ValidationError("Say one of --as-answered, --uphold, --withdraw, --part and --file.")
        }
        if uphold || withdraw || part != nil, reason == nil { throw ValidationError("Say why, with --reason.") }
        if file != nil, rule != nil || challenges != nil || answered != nil {
            throw ValidationError("A file says itself which challenges are meant.")
        }
    }

    func run() async throws {
        let session = try ChallengeSession(options.store)
        let bundle = try session.desk.bundle(options.bundle)
        let rows = try conclusions(on: bundle)
        let after = try session.desk.conclude(
            bundle.id, rows, on: options.on ?? session.today, by: session.author, at: session.now)
        session.tell(after, after: "Concluded on \(counted(rows.count, "challenge", "challenges")).")
    }

    private func conclusions(on bundle: ChallengeBundle) throws -> [ConcludeChallenges.Row] {
        let choice = ProposeConclusions.Choice(rule: rule, numbers: challenges?.numbers ?? [], answer: answered)
        if asAnswered { return ProposeConclusions.asAnswered(bundle, choice) }
        guard let file else {
            let outcome: ChallengeConclusion.Outcome = uphold ? .upheld : withdraw ? .withdrawn : .part
            return ProposeConclusions.all(bundle, choice, outcome: outcome, amount: part, reason: reason ?? "")
        }
        let read = try ConclusionFile(ChallengeSession.form(at: file).form, on: bundle.id)
        Printing.line(
            "\(counted(read.rowsRead, "row", "rows")) read = \(grouped(read.conclusions.count)) concluded + "
                + "\(grouped(read.rowsOpen)) left open + \(grouped(read.rowsRefused)) refused.")
        ChallengeSession.tell(read.problems)
        guard read.problems.isEmpty else {
            throw Refusal(
                .input, code: "conclusions-at-fault",
                "The list is not taken in: \(read.rowsRefused) rows are at fault.",
                remedy: "Mend them, and give the list again.")
        }
        return read.conclusions
    }
}

/// Numbers and spans of them, set apart by commas: `3,7-9`.
struct NumberList: ExpressibleByArgument {
    let numbers: Set<Int>

    init?(argument: String) {
        guard let numbers = ChallengeNumbers.read(argument) else { return nil }
        self.numbers = numbers
    }
}
