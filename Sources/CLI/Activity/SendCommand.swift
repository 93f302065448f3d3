import ArgumentParser
import Challenges
import Files
import Imports
import Store
import Vocabulary

/// `remit activity send`: from now on the provider's deadline runs.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send a bundle: write its letter and workbook, and record until when it is answered.",
        discussion: """
            The letter and the workbook go into the folder; the record keeps their digests. The deadline is the Rulebook's, by \
            working days, or a later one that is given.
            """)

    @OptionGroup var options: BundleOptions

    @Option(help: ArgumentHelp("The folder for letter and workbook.", valueName: "dir"))
    var to: String

    @Option(help: "Whom the provider answers: a team and its mailbox.")
    var contact: String

    @Option(help: "To whom the letter is addressed; else the provider's code.")
    var addressee: String?

    @Option(help: ArgumentHelp("A later deadline than the rule's.", valueName: "day"))
    var deadline: Day?

    @Option(
        name: .customLong("received"),
        help: ArgumentHelp("The day on which the contested account came.", valueName: "day"))
    var accountReceivedOn: Day?

    @Option(help: "Why it is sent again.")
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "Your own .docx with content controls remit.title and remit.body, to be filled in.", valueName: "file"))
    var template: String?

    func run() async throws {
        let session = try ChallengeSession(options.store)
        let bundle = try session.desk.bundle(options.bundle)
        var act = SendChallenges(
            bundle: bundle.id, on: options.on ?? session.today, deadline: deadline, addressee: addressee,
            contact: contact, accountReceivedOn: accountReceivedOn, reason: reason)
        // Decided once to know the deadline that the letter names; then again, with the papers, for the record.
        let sent = try session.desk.decided(act, on: bundle, by: session.author, at: session.now)
        let template = try template.map { try DocumentTemplate(WholeFile.read($0), named: $0) }
        let papers = try BundlePapers(bundle, sending: sent.sending, from: session.desk, template: template)
        act.papers = papers.papers
        try papers.write(into: to, replacing: bundle.sending != nil)
        let after = try session.desk.perform(act, by: session.author, at: session.now)
        session.tell(after, after: "Wrote \(papers.files.map(\.name).joined(separator: ", ")) to \(to).")
        if after.sending?.isLate == true {
            Printing.warning("It is sent later than the contract allows after the account came: the record says so.")
        }
    }
}
