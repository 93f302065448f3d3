import ArgumentParser
import Digests
import Governance
import Rulebook
import Store
import Vocabulary

/// `remit interest enter`: people with all that they declared, from one file.
struct InterestEnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter", abstract: "Enter people with posts, declarations and gifts from register.yaml.",
        discussion: "Example: remit interest enter register.yaml")

    @Argument(help: "register.yaml, or - for standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try GovernanceSession(store)
        let written = try WrittenFile(file)
        let document = try RegisterDocument.read(written.value, named: written.name)
        var count = 0
        try session.perform(from: written) { texts, _ in
            let acts = try document.acts { text throws(Refusal) in try texts.keep(text) }
            count = acts.count
            return acts
        }
        Printing.line(
            "\(counted(document.people.count, "person", "people")) entered: \(counted(count, "act", "acts")) recorded.")
        Printing.line("Next: remit interest due")
    }
}

/// `remit interest declare`: one declaration of one person, in place of another if need be.
struct InterestDeclareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: "Declare an interest of a person from declaration.yaml.",
        discussion: """
            Example: remit interest declare p014 shares.yaml

            With --instead-of the new declaration takes the place of an earlier one, which stays on the record.
            """)

    @OptionGroup var options: PersonOptions

    @Argument(help: "declaration.yaml, or - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("The declaration whose place it takes.", valueName: "declaration"))
    var insteadOf: Slug?

    func run() async throws {
        let session = try GovernanceSession(options.store)
        let written = try WrittenFile(file)
        let document: RegisterDocument.DeclarationWritten = try written.value.writtenDocument(
            named: written.name, manual: "docs/governance.md")
        let book = try session.perform(from: written) { texts, _ in
            let declaration = try document.declaration { text throws(Refusal) in try texts.keep(text) }
            return insteadOf.map {
                [SupersedeDeclaration(person: options.person, superseded: $0, declaration: declaration)]
            } ?? [EnterDeclaration(person: options.person, declaration: declaration)]
        }
        Printing.line("“\(document.id)” of “\(options.person)” is declared.")
        let late = FindLateDeclarations(rulebook: session.desk.rules.rulebook)
        if let person = book.people[options.person],
            let declared = person.declarations.last(where: { $0.id == document.id }),
            let judged = late.judge(declared, of: person), let days = judged.daysLate, days > 0
        {
            Printing.line("It is \(counted(days, "day", "days")) late.")
        }
    }
}

struct InterestNilCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nil", abstract: "Record that a person has nothing to declare.",
        discussion: "Example: remit interest nil p014 --on 2026-04-02")

    @OptionGroup var options: PersonOptions
    @OptionGroup var day: DayOption

    func run() async throws {
        let session = try GovernanceSession(options.store)
        let on = day.on ?? session.now.day
        try session.perform(DeclareNil(person: options.person, declaredOn: on))
        Printing.line("“\(options.person)” declared on \(on.inWords) that there is nothing to declare.")
    }
}

struct InterestEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Record the last day of an interest.",
        discussion: "Example: remit interest end p014 shares --on 2026-03-31")

    @OptionGroup var options: PersonOptions

    @Argument(help: "The declaration's short name.")
    var declaration: Slug

    @Option(help: ArgumentHelp("The last day of the interest.", valueName: "day"))
    var on: Day

    func run() async throws {
        let session = try GovernanceSession(options.store)
        try session.perform(EndDeclaration(person: options.person, declaration: declaration, ended: on))
        Printing.line("“\(declaration)” of “\(options.person)” ended on \(on.inWords).")
    }
}

struct InterestReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Record that a person confirmed their entries.",
        discussion: "Example: remit interest review p014 --on 2026-04-02")

    @OptionGroup var options: PersonOptions
    @OptionGroup var day: DayOption

    @Option(help: "What was put right.")
    var note: String?

    func run() async throws {
        let session = try GovernanceSession(options.store)
        let on = day.on ?? session.now.day
        let book = try session.perform(ReviewRegister(person: options.person, reviewedOn: on, note: note))
        Printing.line("“\(options.person)” confirmed their entries on \(on.inWords).")
        let reminders = try RemindReviews(rulebook: session.desk.rules.rulebook)(in: book, on: session.now.day)
        if let own = reminders.first(where: { $0.person == options.person }) {
            Printing.line("Next due by \(own.due.inWords).")
        }
    }
}

struct InterestGiftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gift", abstract: "Declare a gift or hospitality from gift.yaml; the rules' answer is shown.",
        discussion: """
            Example: remit interest gift p014 lunch.yaml

            Also what was declined is declared. With --ask nothing is recorded: only the answer is shown.
            """)

    @OptionGroup var options: PersonOptions

    @Argument(help: "gift.yaml, or - for standard input.")
    var file: String

    @Flag(help: "Show what the rules say, and record nothing.")
    var ask = false

    func run() async throws {
        let session = try GovernanceSession(options.store)
        let written = try WrittenFile(file)
        let document: RegisterDocument.GiftWritten = try written.value.writtenDocument(
            named: written.name, manual: "docs/governance.md")
        let judge = JudgeGift(rulebook: session.desk.rules.rulebook)
        // What the texts say does not enter the judgement: only what is asked keeps none.
        let unkept = Personal(digest: Digest.of([UInt8]()))
        var gift = try document.gift { _ throws(Refusal) in unkept }
        let book: GovernanceBook
        if ask {
            book = try session.desk.book()
        } else {
            book = try session.perform(from: written) { texts, _ in
                gift = try document.gift { text throws(Refusal) in try texts.keep(text) }
                return [DeclareGift(person: options.person, gift: gift)]
            }
            Printing.line("The gift “\(gift.id)” of “\(options.person)” is declared.")
        }
        guard let person = book.people[options.person] else {
            throw Refusal(
                .usage, code: "no-such-person", "Nobody is known as “\(options.person)”.",
                remedy: "List the people with: remit interest list --people")
        }
        for line in InterestGiftCommand.lines(try judge(gift, in: person), of: gift) { Printing.line(line) }
    }

    /// The judgement in words, with the rules that it rests on.
    static func lines(_ judgement: GiftJudgement, of gift: Gift) -> [String] {
        let rules = "By the rules of \(gift.offeredOn.inWords) it"
        var lines = [
            judgement.answer == .ask
                ? "\(rules) is left open, and somebody is to be asked." : "\(rules) \(judgement.answer.inWords)."
        ]
        lines += judgement.reasons
        lines += judgement.readings.enumerated().map { "Reading \($0.offset + 1): \($0.element)" }
        switch judgement.isKept(by: gift) {
        case true?: break
        case false?: lines.append("It was accepted all the same: look into it as a breach.")
        case nil: lines.append("Whoever may say so decides; write down which reading was taken.")
        }
        if !judgement.rules.isEmpty { lines.append("Rules: \(judgement.rules.joined(separator: ", ")).") }
        return lines
    }
}
