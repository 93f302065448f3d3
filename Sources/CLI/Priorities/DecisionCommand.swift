import ArgumentParser
import Priorities
import Store
import Tabular
import Vocabulary

/// `remit decision`: what was decided, and what became of it.
struct DecisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision",
        abstract: "What was decided, on a round or otherwise, appeals against it, and who may decide what.",
        discussion: """
            On a round: record, list, show, route, appeal, answer. People decide, also against the ranking; the record \
            says where. Not against the money and the rules, and no service is stopped or changed before what the law \
            asks for has been seen.

            By committees and officers: register, search, urgent, delegate. Who decides what: who, rights.
            """,
        subcommands: [
            DecisionRecordCommand.self, DecisionListCommand.self, DecisionShowCommand.self, DecisionRouteCommand.self,
            DecisionAppealCommand.self, DecisionAnswerCommand.self, DecisionRegisterCommand.self,
            DecisionSearchCommand.self, DecisionUrgentCommand.self, DecisionDelegatedCommand.self,
            DecisionWhoCommand.self, DecisionRightsCommand.self,
        ])
}

struct DecisionRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record the decision from decision.yaml: each option, with its reason.",
        discussion: """
            Where a meeting of a committee decided, the file names it (meeting: pccc-2026-05, and item: where it has more \
            than one on the round): its quorum, votes and who stood back are read from its record.
            """)

    @OptionGroup var options: RoundOptions

    @Argument(help: "decision.yaml, or - for standard input.")
    var file: String

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let (desk, now) = (RoundDesk(store), Clock.now())
        let before = try desk.round(options.round)
        let document = try DecisionDocument.read(RoundFiles.value(at: file), named: RoundFiles.name(file))
        let sitting = try document.meeting.map { try desk.sitting(of: $0, item: document.item, on: before) }
        let acts = document.acts(in: before.id, on: now.day, sitting: sitting)
        let round = try RoundIntake(store, by: author, at: now).perform { _, _ in acts } ?? before
        Printing.line("The decision on “\(round.title)” is recorded.")
        if let held = try desk.result(of: round.id), let at = round.result?.at {
            let explanation = try RoundExplanation(
                round, held.value(), limits: TrustLimits(desk.rules.rulebook, on: at.day))
            for sentence in explanation.decision { Printing.text(RoundExplainCommand.folded(sentence)) }
        }
        Printing.line("Next: \(RoundAdvance.next(round))")
    }
}

struct DecisionListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the decisions.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let desk = RoundDesk(try store.open())
        var table = Table(
            key: "decisions", caption: "Decisions",
            columns: [
                .init("round", "Round"), .init("title", "Title"), .init("decidedOn", "Decided on"), .init("body", "By"),
                .init("funded", "Go ahead"), .init("notFunded", "Do not"), .init("deferred", "Deferred"),
                .init("published", "Published"), .init("appeals", "Appeals"),
            ])
        for listed in try desk.rounds() {
            let round = try desk.round(listed.id)
            guard let decision = round.decision else { continue }
            func count(_ kind: Decision.Outcome.Kind) -> Cell { .count(decision.outcomes.count { $0.outcome == kind }) }
            table.append([
                .text(round.id.description), .text(round.title), .day(decision.decidedOn), .text(decision.body),
                count(.funded), count(.notFunded), count(.deferred),
                .optional(round.published.last?.at.day, else: "not yet"), .count(round.lodged.count),
            ])
        }
        try output.write([table], lines: table.rows.isEmpty ? ["Nothing is decided yet."] : [])
    }
}

struct DecisionShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what was decided on each option, and why.")

    @OptionGroup var options: RoundOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let round = try RoundDesk(options.store.open()).round(options.round)
        guard let decision = round.decision else {
            throw Refusal(
                .rule, code: "not-decided", "“\(round.title)” is not decided yet.",
                remedy: "Next: \(RoundAdvance.next(round))")
        }
        try output.write(
            [RoundTables(round).decision],
            facts: [.init("round", .text(round.id.description)), .init("decidedOn", .day(decision.decidedOn))],
            lines: ["\(round.title): decided on \(decision.decidedOn.inWords) by \(decision.body)."])
    }
}

/// `remit decision route`: how to appeal, where the round was begun without saying so.
struct DecisionRouteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: "Say where to appeal and within how many days, before publication.")

    @OptionGroup var options: RoundOptions

    @Option(help: "Where appeals are sent.")
    var address: String

    @Option(help: "Days from publication within which an appeal is in time.")
    var days: Int

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let round = try store.perform(
            SetAppealsRoute(round: options.round, appeals: AppealsRoute(address: address, days: days)), by: author,
            at: Clock.now())
        Printing.line("Appeals go to \(address), within \(RoundWording.count(days, "day")) of publication.")
        Printing.line("Next: \(RoundAdvance.next(round))")
    }
}

struct DecisionAppealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appeal", abstract: "Lodge an appeal against the decision, from appeal.yaml.",
        discussion: """
            The file has id, grounds, and where they are known lodgedOn (else today) and person, a name that is kept \
            apart from the record.
            """)

    @OptionGroup var options: RoundOptions

    @Argument(help: "appeal.yaml, or - for standard input.")
    var file: String

    /// An appeal with the name as it is written.
    private struct AppealDocument: Codable {
        var id: Slug
        var lodgedOn: Day?
        var grounds: String
        var person: String?
    }

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let (id, now) = (options.round, Clock.now())
        let document: AppealDocument = try RoundFiles.value(at: file).document(named: RoundFiles.name(file))
        try RoundIntake(store, by: author, at: now).perform { keeping, _ in
            let person = try document.person.map { try keeping($0) }
            return [
                LodgeAppeal(
                    round: id,
                    appeal: Appeal(
                        id: document.id, lodgedOn: document.lodgedOn ?? now.day, grounds: document.grounds,
                        person: person))
            ]
        }
        Printing.line("The appeal “\(document.id)” is lodged.")
        Printing.line("Next: remit decision answer \(id) \(document.id) --upheld or --dismissed, with --reason")
    }
}

struct DecisionAnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer an appeal; one that is upheld opens the decision again.")

    @OptionGroup var options: RoundOptions

    @Argument(help: "The appeal's short name.")
    var appeal: Slug

    @Flag(help: "The appeal is right: decision, result and ballot are set aside, visibly.")
    var upheld = false

    @Flag(help: "The decision stands.")
    var dismissed = false

    @Option(help: "Why; it stands in the record.")
    var reason: String

    @Option(help: ArgumentHelp("The day of the answer; else today.", valueName: "day"))
    var on: Day?

    func validate() throws {
        if upheld == dismissed { throw ValidationError("Choose one of --upheld and --dismissed.") }
    }

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let now = Clock.now()
        let round = try store.perform(
            AnswerAppeal(
                round: options.round, appeal: appeal,
                answer: Appeal.Answer(isUpheld: upheld, reason: reason, answeredOn: on ?? now.day)),
            by: author, at: now)
        Printing.line("The appeal “\(appeal)” is \(upheld ? "upheld" : "dismissed").")
        if upheld {
            for aside in round.setAside.suffix(1) { Printing.line("Set aside: \(aside.what).") }
            Printing.line(
                "Next: remit round reopen \(round.id) STAGE --reason TEXT to change something, then remit round solve "
                    + "\(round.id) and remit round compare \(round.id)")
        } else {
            Printing.line("Next: \(RoundAdvance.next(round))")
        }
    }
}
