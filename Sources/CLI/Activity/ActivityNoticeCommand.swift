import ArgumentParser
import Performance
import Store
import Tabular
import Vocabulary

/// `remit activity notice`: matters between a commissioner and a provider, step by step.
struct ActivityNoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Notices under SC29 and GC9, and the steps after them, with their days and deadlines.",
        discussion: """
            Activity that is off plan: warn, query, meet, review, plan, milestone, close. Performance that falls short: \
            notify, meet, action, review, plan, milestone, exception, withhold, settle, close. Deadlines are rules of the Rulebook \
            (remit rules list), unverified: check them in your contract.
            """,
        subcommands: [
            NoticeListCommand.self, NoticeShowCommand.self, NoticeWarnCommand.self, NoticeQueryCommand.self,
            NoticeNotifyCommand.self, NoticeMeetCommand.self, NoticeActionCommand.self, NoticeReviewCommand.self,
            NoticePlanCommand.self,
            NoticeMilestoneCommand.self, NoticeExceptionCommand.self, NoticeWithholdCommand.self,
            NoticeSettleCommand.self, NoticeCloseCommand.self,
        ])
}

/// Which matter, on which day, in which store.
struct NoticeOptions: ParsableArguments {
    @Argument(help: "The matter's short name: lower-case letters, digits and hyphens.")
    var matter: Slug

    @Option(help: ArgumentHelp("The day on which it was done; today where nothing is said.", valueName: "day"))
    var on: Day?

    @OptionGroup var store: StoreOptions

    /// Performs an act, and says where the matter stands then.
    func perform(_ make: (Slug, Day) throws -> any MatterAct) throws {
        let (author, now) = (try store.author(), Clock.now())
        let act = try make(matter, on ?? now.inLondon.day)
        try PatientIdentifier.refuse(in: act.journalled, of: "The text")
        let after = try MatterDesk(store.open()).perform(act, by: author, at: now)
        Printing.line("“\(after.id)”, \(after.provider): \(after.state.inWords).")
        if let waiting = after.waiting {
            let by = waiting.by.map { " by \($0.inWords)" } ?? ""
            Printing.line("Next: \(waiting.what)\(by) (\(waiting.party.rawValue)).")
        }
    }
}

struct NoticeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Matters with their state, what waits for whom, and what is overdue.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let matters = try MatterDesk(store.open()).matters()
        try output.write(
            [MatterTables.list(matters, on: Clock.now().inLondon.day)],
            lines: matters.isEmpty && !output.isForProgrammes
                ? ["There is no matter yet. Begin with: remit activity notice query"] : [],
            inWords: true)
    }
}

struct NoticeShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One matter: its milestones, what is withheld, and its steps.")

    @Argument(help: "The matter's short name.")
    var matter: Slug

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let held = try MatterDesk(store.open()).matter(matter)
        let waiting = held.waiting
        try output.write(
            MatterTables.all(of: held),
            facts: [
                .init("matter", .text(held.id.description)), .init("provider", .text(held.provider.description)),
                .init("route", .text(held.route.rawValue)), .init("subject", .text(held.subject)),
                .init("arisesFrom", .optional(held.arisesFrom) { .text($0.description) }),
                .init("state", .text(held.state.rawValue)),
                .init("waitsFor", .optional(waiting?.party) { .text($0.rawValue) }),
                .init("next", .optional(waiting?.what) { .text($0) }),
                .init("due", .optional(waiting?.by, JSONValue.day)),
                .init("withheldPence", .money(held.withheld)),
            ],
            lines: output.isForProgrammes
                ? [] : ["\(held.provider), \(held.route.inWords): \(held.subject)", "Now: \(held.state.inWords)."],
            inWords: true)
    }
}

struct NoticeWarnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warn", abstract: "Give an early warning that activity is running off plan.",
        discussion: "Example: remit activity notice warn rwx-daycases --provider RWX --subject \"Day cases rise\"")

    @Option(help: "The provider's code.")
    var provider: OrganisationCode

    @Option(help: "What it is about.")
    var subject: String

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform { GiveEarlyWarning(matter: $0, provider: provider, subject: subject, on: $1) }
    }
}

struct NoticeQueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Issue an Activity Query Notice; says by when the meeting is due.",
        discussion: """
            Example: remit activity notice query rwx-daycases --provider RWX --subject "Day cases 25 % over plan"
            """)

    @Option(help: "The provider's code.")
    var provider: OrganisationCode

    @Option(help: "What is asked.")
    var subject: String

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform { IssueActivityQuery(matter: $0, provider: provider, subject: subject, on: $1) }
    }
}

struct NoticeNotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "Issue a Contract Performance Notice; says by when the meeting is due.",
        discussion: "Example: remit activity notice notify rwx-waits --provider RWX --subject \"Waits beyond plan\"")

    @Option(help: "The provider's code.")
    var provider: OrganisationCode

    @Option(help: "What is not done as the contract asks.")
    var subject: String

    @Option(name: .customLong("arises-from"), help: "The matter of activity that it grows out of.")
    var arisesFrom: Slug?

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform {
            IssuePerformanceNotice(matter: $0, provider: provider, subject: subject, arisesFrom: arisesFrom, on: $1)
        }
    }
}
