import ArgumentParser
import Files
import Priorities
import Store
import Vocabulary

// The commands that take one kind of document each into a round; each is all or nothing.

/// A command that takes documents of one kind into a round.
protocol RoundDocumentCommand: AsyncParsableCommand {
    var options: RoundOptions { get }
    var files: [String] { get }

    /// The acts that a document stands for.
    static func acts(
        _ json: JSONValue, named name: String, in round: Round,
        keeping: (String) throws(Refusal) -> Personal
    ) throws -> [any RoundAct]
}

extension RoundDocumentCommand {
    func run() async throws { try take() }

    /// All files in one transaction.
    func take() throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let intake = RoundIntake(store, by: author)
        let documents = try files.map { (name: RoundFiles.name($0), json: try RoundFiles.value(at: $0)) }
        let before = try RoundDesk(store).round(options.round)
        var count = 0
        try intake.perform { keeping, _ in
            let acts = try documents.flatMap { document in
                try Self.acts(document.json, named: document.name, in: before, keeping: keeping)
            }
            count = acts.count
            return acts
        }
        Printing.line("\(count == 1 ? "One act" : "\(count) acts") recorded in “\(before.title)”.")
        let after = try RoundDesk(store).round(options.round)
        Printing.line("Next: \(RoundAdvance.next(after))")
    }
}

/// `remit round envelope`: the money by year, the locks and the rules.
struct RoundEnvelopeCommand: RoundDocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "envelope", abstract: "Set the money by year, what is locked, and the rules of the set.",
        discussion: """
            With --from-movable an envelope to start from is written to the file (or standard output) out of the \
            contract data held; nothing is recorded until you give it back.
            """)

    @OptionGroup var options: RoundOptions

    @Argument(help: "envelope.yaml, or - for standard input.")
    var files: [String] = []

    @Flag(help: "Write an envelope to start from, out of the contract data; record nothing.")
    var fromMovable = false

    @Option(
        help: ArgumentHelp("Whose contracts, with --from-movable; else the round's commissioner.", valueName: "code"))
    var commissioner: OrganisationCode?

    func validate() throws {
        if files.isEmpty && !fromMovable {
            throw ValidationError("Name the file: envelope.yaml, or - for standard input.")
        }
    }

    func run() async throws {
        if fromMovable { return try writeFromMovable() }
        try take()
    }

    static func acts(
        _ json: JSONValue, named name: String, in round: Round, keeping: (String) throws(Refusal) -> Personal
    ) throws -> [any RoundAct] {
        try EnvelopeDocument.read(json, named: name).acts(in: round.id)
    }
}

/// `remit round criteria`: what options are judged by.
struct RoundCriteriaCommand: RoundDocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "criteria", abstract: "Set the criteria, each with its scale and anchors.")

    @OptionGroup var options: RoundOptions

    @Argument(help: "criteria.yaml, or - for standard input.")
    var files: [String]

    static func acts(
        _ json: JSONValue, named name: String, in round: Round, keeping: (String) throws(Refusal) -> Personal
    ) throws -> [any RoundAct] {
        try CriteriaDocument.read(json, named: name).acts(in: round.id)
    }
}

/// `remit round members`: the panel, its interests, and what the chair decided about them.
struct RoundMembersCommand: RoundDocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "members", abstract: "Seat the panel; record interests and the chair's rulings.",
        discussion: "Names and declarations are kept apart from the record and are never published.")

    @OptionGroup var options: RoundOptions

    @Argument(help: "members.yaml, or - for standard input.")
    var files: [String]

    static func acts(
        _ json: JSONValue, named name: String, in round: Round, keeping: (String) throws(Refusal) -> Personal
    ) throws -> [any RoundAct] {
        try MembersDocument.read(json, named: name).acts(in: round.id, keeping: keeping)
    }
}

/// `remit round weights`: how much each criterion matters, member by member.
struct RoundWeightsCommand: RoundDocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "weights", abstract: "Give members' weights, in the way that suits each of them.")

    @OptionGroup var options: RoundOptions

    @Argument(help: "weights.yaml, or - for standard input.")
    var files: [String]

    static func acts(
        _ json: JSONValue, named name: String, in round: Round, keeping: (String) throws(Refusal) -> Personal
    ) throws -> [any RoundAct] {
        try WeightsDocument.read(json, named: name).acts(in: round.id)
    }
}

/// `remit round advice`: what advisers said, and who pressed for what.
struct RoundAdviceCommand: RoundDocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "advice", abstract: "Log advice and representations on options.")

    @OptionGroup var options: RoundOptions

    @Argument(help: "advice.yaml, or - for standard input.")
    var files: [String]

    static func acts(
        _ json: JSONValue, named name: String, in round: Round, keeping: (String) throws(Refusal) -> Personal
    ) throws -> [any RoundAct] {
        try AdviceDocument.read(json, named: name).acts(in: round.id, keeping: keeping)
    }
}
