import ArgumentParser
import Governance
import Store
import Tabular
import Vocabulary

/// `remit committee`: who sits where, and by which terms.
struct CommitteeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee",
        abstract: "Committees: members, terms of reference, and how near the quorum is to breaking.",
        discussion: "People are entered in the register first; the form of committee.yaml is in docs/governance.md.",
        subcommands: [
            CommitteeEnterCommand.self, CommitteeListCommand.self, CommitteeShowCommand.self,
            CommitteeEndCommand.self, CommitteeDissolveCommand.self,
        ])
}

struct CommitteeEnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter", abstract: "Form a committee, or add members and terms to it, from committee.yaml.",
        discussion: """
            A quorum that these members can never meet is refused here, and not found out at the meeting.

            Example: remit committee enter committee.yaml
            """)

    @Argument(help: "committee.yaml, or - for standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try GovernanceSession(store)
        let written = try WrittenFile(file)
        let document = try CommitteeDocument.read(written.value, named: written.name)
        let book = try session.perform(from: written) { _, _ in document.acts() }
        guard let committee = book.committees[document.committee] else { return }
        let day = session.now.day
        let members = committee.members(on: day)
        Printing.line("“\(committee.title)” has \(counted(members.count, "member", "members")).")
        if let terms = committee.terms(on: day) { Printing.line("It is quorate with \(terms.quorum.inWords).") }
        for warning in CommitteeTables(committee, in: book, on: day).warnings { Printing.line(warning) }
        Printing.line("Next: remit committee show \(committee.id)")
    }
}

struct CommitteeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the committees on a day.")

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        try output.show(
            [CommitteeTables.committees(in: view.book, on: view.day)],
            lines: view.book.committees.isEmpty
                ? ["There is no committee yet. Begin with: remit committee enter committee.yaml"] : [])
    }
}

struct CommitteeShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A committee's members, terms and mandates, and who cannot be spared.",
        discussion: "Example: remit committee show pccc --on 2026-05-12")

    @Argument(help: "The committee's short name; see remit committee list.")
    var committee: Slug

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let committee = try view.committee(committee)
        let tables = CommitteeTables(committee, in: view.book, on: view.day, text: view.text)
        let quorum = committee.terms(on: view.day).map { $0.quorum.inWords }
        let shown = [tables.members, tables.terms, tables.mandates, tables.indispensable]
        try output.show(
            output.csv ? [tables.members] : shown,
            facts: [
                .init("committee", .text(committee.id.description)), .init("title", .text(committee.title)),
                .init("quorum", .optional(quorum) { .text($0) }),
            ],
            lines: [
                committee.title,
                quorum.map { "Quorum: \($0)." } ?? "It has no terms of reference on \(view.day.inWords).",
            ])
    }
}

struct CommitteeEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End a person's seat on a committee.",
        discussion: "Example: remit committee end pccc p005 --on 2026-03-31")

    @Argument(help: "The committee's short name.")
    var committee: Slug

    @Argument(help: "The person's short name.")
    var person: Slug

    @Option(help: ArgumentHelp("The last day of the seat.", valueName: "day"))
    var on: Day

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try GovernanceSession(store)
        let book = try session.perform(EndMembership(committee: committee, person: person, until: on))
        Printing.line("The seat of “\(person)” on “\(committee)” ends on \(on.inWords).")
        guard let held = book.committees[committee] else { return }
        for warning in CommitteeTables(held, in: book, on: on.adding(days: 1)).warnings { Printing.line(warning) }
    }
}

struct CommitteeDissolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dissolve", abstract: "End a committee, and say which took its place.",
        discussion: """
            What it decided is still found under its successors.

            Example: remit committee dissolve pccc --on 2026-03-31 --successors primary-care-cluster
            """)

    @Argument(help: "The committee's short name.")
    var committee: Slug

    @Option(help: ArgumentHelp("Its last day.", valueName: "day"))
    var on: Day

    @Option(help: ArgumentHelp("The committees that took its place, set apart by commas.", valueName: "names"))
    var successors: NameList?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try GovernanceSession(store)
        try session.perform(
            DissolveCommittee(committee: committee, lastDay: on, successors: successors?.names ?? []))
        Printing.line("“\(committee)” ends on \(on.inWords).")
    }
}
