import ArgumentParser
import Files
import Priorities
import Store
import Vocabulary

/// A kind of document that a command takes into a round.
protocol TakenDocument {
    static var command: CommandConfiguration { get }
    /// As examples name it: `criteria.yaml`.
    static var file: String { get }

    static func read(_ json: JSONValue, named name: String) throws(Refusal) -> Self

    /// The acts that the document stands for.
    func acts(in round: Slug, keeping: (String) throws(Refusal) -> Personal) throws(Refusal) -> [any RoundAct]
}

/// Takes documents of one kind into a round, all of them or none.
struct RoundDocumentCommand<Document: TakenDocument>: AsyncParsableCommand {
    static var configuration: CommandConfiguration { Document.command }

    @OptionGroup var options: RoundOptions

    @Argument(help: ArgumentHelp("\(Document.file), or - for standard input."))
    var files: [String]

    func run() async throws { try Self.take(files, into: options.round, options.store) }

    static func take(_ files: [String], into round: Slug, _ options: StoreOptions) throws {
        let (author, store) = (try options.author(), try options.open())
        let documents = try files.map { try Document.read(RoundFiles.value(at: $0), named: RoundFiles.name($0)) }
        let before = try RoundDesk(store).round(round)
        var count = 0
        let after = try RoundIntake(store, by: author).perform { keeping, _ in
            let acts = try documents.flatMap { try $0.acts(in: before.id, keeping: keeping) }
            count = acts.count
            return acts
        }
        Printing.line("\(count == 1 ? "One act" : "\(count) acts") recorded in “\(before.title)”.")
        Printing.line("Next: \(RoundAdvance.next(after ?? before))")
    }
}

/// `remit round members`: the panel, its interests, and what the chair decided about them.
typealias RoundMembersCommand = RoundDocumentCommand<MembersDocument>

extension MembersDocument: TakenDocument {
    static let command = CommandConfiguration(
        commandName: "members", abstract: "Seat the panel; record interests and the chair's rulings.",
        discussion: "Names and declarations are kept apart from the record and are never published.")
    static let file = "members.yaml"
}

/// `remit round weights`: how much each criterion matters, member by member.
typealias RoundWeightsCommand = RoundDocumentCommand<WeightsDocument>

extension WeightsDocument: TakenDocument {
    static let command = CommandConfiguration(
        commandName: "weights", abstract: "Give members' weights, in the way that suits each of them.")
    static let file = "weights.yaml"

    func acts(in round: Slug, keeping: (String) throws(Refusal) -> Personal) -> [any RoundAct] { acts(in: round) }
}

/// `remit round advice`: what advisers said, and who pressed for what.
typealias RoundAdviceCommand = RoundDocumentCommand<AdviceDocument>

extension AdviceDocument: TakenDocument {
    static let command = CommandConfiguration(
        commandName: "advice", abstract: "Log advice and representations on options.")
    static let file = "advice.yaml"
}

/// `remit round envelope`: the money by year, the locks and the rules.
struct RoundEnvelopeCommand: AsyncParsableCommand {
    static let configuration = EnvelopeDocument.command

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
        try RoundDocumentCommand<EnvelopeDocument>.take(files, into: options.round, options.store)
    }
}

extension EnvelopeDocument: TakenDocument {
    static let command = CommandConfiguration(
        commandName: "envelope", abstract: "Set the money by year, what is locked, and the rules of the set.",
        discussion: """
            With --from-movable an envelope to start from is written to the file (or standard output) out of the \
            contract data held; nothing is recorded until you give it back.
            """)
    static let file = "envelope.yaml"

    func acts(in round: Slug, keeping: (String) throws(Refusal) -> Personal) -> [any RoundAct] { acts(in: round) }
}
