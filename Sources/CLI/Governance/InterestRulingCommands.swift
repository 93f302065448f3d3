import ArgumentParser
import Governance
import Store
import Vocabulary

/// `remit interest approve`: somebody agrees how an interest is handled from day to day.
struct InterestApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Record who agreed how an interest is handled from day to day.",
        discussion: "Example: remit interest approve p014 shares --by p002 --mitigation “Takes no part in tenders”")

    @OptionGroup var options: PersonOptions

    @Argument(help: "The declaration's short name.")
    var declaration: Slug

    @Option(help: ArgumentHelp("Who agreed; not the person.", valueName: "person"))
    var by: Slug

    @OptionGroup var day: DayOption

    @Option(help: "What is done about it, where that differs from what was declared.")
    var mitigation: String?

    func run() async throws {
        let session = try GovernanceSession(options.store)
        try session.perform(
            ApproveDeclaration(
                person: options.person, declaration: declaration, approver: by, on: day.on ?? session.now.day,
                mitigation: mitigation))
        Printing.line("The handling of “\(declaration)” of “\(options.person)” is approved by “\(by)”.")
    }
}

/// `remit interest redact`: a wish that an entry be withheld, and the answer.
struct InterestRedactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact", abstract: "Ask that an entry be withheld from publication, or answer such a request.",
        discussion: """
            Ask:    remit interest redact p014 spouse --reason “A court order protects the address”
            Answer: remit interest redact p014 spouse --granted --by p002

            Of a gift: remit interest redact p014 wine --gift --reason “It would tell of an illness”

            The entry is withheld while nobody has answered. The reason is kept apart from the record.
            """)

    @OptionGroup var options: PersonOptions

    @Argument(help: "The short name of the declaration, or of the gift.")
    var entry: Slug

    @Flag(help: "The entry is a gift.")
    var gift = false

    @Option(help: "Why publication would harm.")
    var reason: String?

    @Flag(help: "The request is granted.")
    var granted = false

    @Flag(help: "The request is refused.")
    var refused = false

    @Option(help: ArgumentHelp("Who decided; not the person.", valueName: "person"))
    var by: Slug?

    @OptionGroup var day: DayOption

    func validate() throws {
        guard (reason != nil) != (granted || refused), !(granted && refused) else {
            throw ValidationError("Ask with --reason, or answer with one of --granted and --refused.")
        }
        if granted || refused, by == nil { throw ValidationError("Say with --by who decided.") }
    }

    func run() async throws {
        let session = try GovernanceSession(options.store)
        let on = day.on ?? session.now.day
        let named: (declaration: Slug?, gift: Slug?) = gift ? (nil, entry) : (entry, nil)
        if let reason {
            try session.perform { texts, _ in
                [
                    AskForRedaction(
                        person: options.person, declaration: named.declaration, gift: named.gift,
                        reason: try WrittenText.keep(reason, named: "The reason", by: texts), askedOn: on)
                ]
            }
            Printing.line("Asked for. “\(entry)” is withheld from publication until it is answered.")
            Printing.line(
                "Next: remit interest redact \(options.person) \(entry)\(gift ? " --gift" : "") --granted or "
                    + "--refused, with --by")
        } else if let by {
            try session.perform(
                DecideRedaction(
                    person: options.person, declaration: named.declaration, gift: named.gift, decidedBy: by, on: on,
                    isGranted: granted))
            Printing.line(
                granted
                    ? "“\(entry)” stays withheld, and the register says so." : "“\(entry)” is published.")
        }
    }
}

/// `remit interest breach`: what was found, and what became of the decision that it touched.
struct InterestBreachCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breach", abstract: "Record a breach of the rules on interests, and settle it.",
        subcommands: [InterestBreachRecordCommand.self, InterestBreachSettleCommand.self])
}

struct InterestBreachRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record a breach that was found.",
        discussion: """
            Example: remit interest breach record p014 voted-on-own --account “Voted on the practice's contract” \
            --dealt-with-by p002 --meeting pccc-2026-05 --item dental

            The account is kept apart from the record.
            """)

    @OptionGroup var options: PersonOptions

    @Argument(help: "A short name for the breach.")
    var breach: Slug

    @Option(help: "What happened.")
    var account: String

    @Option(help: ArgumentHelp("Who looks into it; not the person.", valueName: "person"))
    var dealtWithBy: Slug

    @Option(help: "The meeting whose decision it touched.")
    var meeting: Slug?

    @Option(help: "The item of that meeting.")
    var item: Slug?

    @Option(help: ArgumentHelp("The day on which it was found; else today.", valueName: "day"))
    var on: Day?

    func run() async throws {
        let session = try GovernanceSession(options.store)
        try session.perform { texts, _ in
            [
                RecordBreach(
                    person: options.person,
                    breach: Breach(
                        id: breach, foundOn: on ?? session.now.day,
                        account: try WrittenText.keep(account, named: "The account", by: texts),
                        dealtWithBy: dealtWithBy, meeting: meeting, item: item))
            ]
        }
        Printing.line("The breach “\(breach)” of “\(options.person)” is recorded and open.")
        Printing.line(
            "Next: remit interest breach settle \(options.person) \(breach) --effect EFFECT --published TEXT")
    }
}

struct InterestBreachSettleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Say what became of the decision that a breach touched.",
        discussion: """
            Example: remit interest breach settle p014 voted-on-own --effect toBeRetaken \
            --published “A member voted on a contract of their own practice.”
            """)

    @OptionGroup var options: PersonOptions

    @Argument(help: "The breach's short name.")
    var breach: Slug

    @Option(help: "What became of the decision: stands, retaken, toBeRetaken or noneTouched.")
    var effect: Breach.Effect

    @Option(help: "What is published of it, without a name.")
    var published: String

    @Option(help: "What followed for the person.")
    var sanction: String?

    @Option(help: "What was learned.")
    var lesson: String?

    @Option(help: "The meeting whose decision it touched, where that was not recorded.")
    var meeting: Slug?

    @Option(help: "The item of that meeting.")
    var item: Slug?

    @OptionGroup var day: DayOption

    func run() async throws {
        let session = try GovernanceSession(options.store)
        try session.perform(
            SettleBreach(
                person: options.person, breach: breach, on: day.on ?? session.now.day, effect: effect,
                meeting: meeting, item: item, sanction: sanction, lesson: lesson, publishedText: published))
        Printing.line("The breach “\(breach)” of “\(options.person)” is settled.")
    }
}

struct InterestLeaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "Record a person's last day with the body.",
        discussion: "Example: remit interest leave p014 --on 2026-03-31")

    @OptionGroup var options: PersonOptions

    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var on: Day

    func run() async throws {
        let session = try GovernanceSession(options.store)
        try session.perform(RecordLeaving(person: options.person, left: on))
        Printing.line("“\(options.person)” left on \(on.inWords). The entries are kept for as long as the rules say.")
    }
}

/// `remit interest dispose`: texts whose retention is over.
struct InterestDisposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispose", abstract: "List texts whose time is over; with --do they are disposed of for good.",
        discussion: """
            Entries and their places in the journal stay, and the journal still verifies. Copies in backups are not \
            reached: see to them too.

            Example: remit interest dispose --do
            """)

    @Flag(name: .customLong("do"), help: "Dispose of them; this cannot be undone.")
    var isMeant = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, withNames: output.withNames)
        let ended = try FindEndedRetention(rulebook: view.rulebook)(in: view.book, on: view.day)
        let table = try view.register.endedRetention(on: view.day)
        guard isMeant, !ended.isEmpty else {
            return try output.show(
                [table],
                lines: ended.isEmpty
                    ? ["No text's time is over."] : ["To dispose of them for good: remit interest dispose --do"])
        }
        let people = Dictionary(grouping: ended, by: \.person)
        try GovernanceSession(store).perform { _, _ in
            people.keys.sorted().map { person in
                DisposeOfRegisterTexts(person: person, texts: (people[person] ?? []).flatMap(\.texts))
            }
        }
        try output.show([table], lines: ["Disposed of, for good:"])
    }
}
