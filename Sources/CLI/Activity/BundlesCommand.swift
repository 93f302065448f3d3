import ArgumentParser
import Challenges
import Files
import Imports
import Store
import Tabular
import Vocabulary

/// `remit activity bundles`: what waits for whom, and what it all comes to.
struct BundlesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundles",
        abstract: "Bundles of challenges: what waits for whom until when; sums by provider, rule or month.")

    enum Part: String, ExpressibleByArgument, CaseIterable { case provider, rule, month }

    @Option(help: ArgumentHelp("Only this provider's.", valueName: "code"))
    var provider: String?

    @Option(name: .customLong("by"), help: "Sums instead of bundles: by provider, rule or month.")
    var part: Part?

    @Option(help: ArgumentHelp("As on this day; else today.", valueName: "day"))
    var on: Day?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let session = try ChallengeSession(store)
        let bundles = try session.desk.heads(of: provider)
        guard let part else {
            let table = BundleTables.bundles(bundles, on: on ?? session.today, deadlines: session.desk.deadlines)
            return try output.write([table], inWords: true)
        }
        let sums = try session.desk.sums(of: bundles.map(\.id))
        let table =
            switch part {
            case .provider: BundleTables.byProvider(sums)
            case .rule: BundleTables.byRule(sums, words: try session.desk.words())
            case .month: BundleTables.byMonth(sums)
            }
        try output.write([table])
    }
}

/// `remit activity bundle`: one bundle, shown or written out.
struct BundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: "One bundle of challenges: shown, or its letter and workbook written.",
        subcommands: [BundleShowCommand.self, BundleWriteCommand.self])
}

struct BundleShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What a bundle holds, and what happened to it.")

    @Option(help: ArgumentHelp("Only this rule's challenges.", valueName: "rule"))
    var rule: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("The bundle: rx1-2025-26-m06.", valueName: "bundle"))
    var bundle: Slug

    func run() async throws {
        let session = try ChallengeSession(store)
        let bundle = try session.desk.bundle(bundle)
        let sums = ChallengeSums(of: bundle)
        let task = BundleTask(of: bundle, on: session.today, deadlines: session.desk.deadlines)
        var lines = [
            "\(bundle.id): \(bundle.provider), asked by \(bundle.commissioner); \(bundle.state.inWords).",
            "\(counted(bundle.challenges.count, "challenge", "challenges")), \(sums.total.claimed) counted once = "
                + "\(sums.total.openMoney) open + \(sums.total.agreed) agreed + \(sums.total.givenUp) given up; "
                + "\(bundle.credited) credited.",
        ]
        if let task {
            lines.append(
                "Waits for \(task.party.inWords): \(task.what)\(task.until.map { " by \($0.inWords)" } ?? "").")
        }
        try output.write(
            [
                BundleTables.steps(of: bundle), BundleTables.byRule(sums, words: bundle.words),
                BundleTables.byMonth(sums), BundleTables.challenges(of: bundle, rule: rule),
            ],
            facts: [
                .init("bundle", .text(bundle.id.description)), .init("provider", .text(bundle.provider)),
                .init("commissioner", .text(bundle.commissioner.description)),
                .init("state", .text(bundle.state.rawValue)), .init("rowsDigest", .text(bundle.document.description)),
                .init("countedPence", .money(sums.total.claimed)), .init("openPence", .money(sums.total.openMoney)),
                .init("agreedPence", .money(sums.total.agreed)), .init("givenUpPence", .money(sums.total.givenUp)),
                .init("creditedPence", .money(bundle.credited)),
            ], lines: lines)
    }
}

struct BundleWriteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Write a bundle's letter, workbook and digests into a folder.",
        discussion: """
            Before it is sent this is a draft, to be looked at. Afterwards it is what was sent, byte for byte, and the command \
            says so.
            """)

    @Option(help: ArgumentHelp("The folder.", valueName: "dir"))
    var to: String

    @Option(
        help: ArgumentHelp(
            "Your own .docx with content controls remit.title and remit.body, to be filled in.", valueName: "file"))
    var template: String?

    @OptionGroup var store: StoreOptions

    @Argument(help: ArgumentHelp("The bundle: rx1-2025-26-m06.", valueName: "bundle"))
    var bundle: Slug

    func run() async throws {
        let session = try ChallengeSession(store)
        let bundle = try session.desk.bundle(bundle)
        let template = try template.map { try DocumentTemplate(WholeFile.read($0), named: $0) }
        let papers = try BundlePapers(bundle, sending: bundle.sending, from: session.desk, template: template)
        try papers.write(into: to, replacing: true)
        Printing.line("Wrote \(papers.files.map(\.name).joined(separator: ", ")) to \(to).")
        guard let sending = bundle.sending else {
            return Printing.line("This is a draft: the bundle has not been sent.")
        }
        Printing.line(
            papers.areThose(of: sending)
                ? "Letter and workbook are what was sent on \(sending.on.inWords), byte for byte."
                : "They are not the bytes that were sent on \(sending.on.inWords): another letterhead, or another version."
        )
    }
}
