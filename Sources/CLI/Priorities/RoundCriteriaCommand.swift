import ArgumentParser
import Priorities
import Tabular
import Vocabulary

/// `remit round criteria`: what options are judged by; and the packs of criteria that come with Remit.
struct RoundCriteriaCommand: AsyncParsableCommand {
    static let configuration = CriteriaDocument.command

    @Argument(help: "The round's short name; see remit round list.")
    var round: Slug?

    @Argument(help: "criteria.yaml, or - for standard input.")
    var files: [String] = []

    @Flag(help: "List the packs of criteria that come with Remit; no round is needed.")
    var packs = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if packs, round != nil { throw ValidationError("--packs takes neither a round nor a file.") }
        if !packs, round == nil || files.isEmpty {
            throw ValidationError("Name the round and the file: criteria.yaml, or - for standard input.")
        }
    }

    func run() async throws {
        guard let round else {
            return try output.write(RoundCriteriaCommand.tables(isForPeople: !output.isForProgrammes))
        }
        try RoundDocumentCommand<CriteriaDocument>.take(files, into: round, store)
    }

    /// For programs one table of all packs; for people one a pack, with what is of the whole pack said below it.
    static func tables(isForPeople: Bool) -> [Table] {
        guard isForPeople else { return [RoundTables.packs()] }
        return CriteriaPack.shipped.map { pack in
            var table = RoundTables.packs([pack]).selecting(["criterion", "title", "meaning"])
            table.key = pack.id.description
            table.caption = "\(pack.title) (\(pack.id))"
            table.notes = [
                "Source: \(pack.source).",
                pack.isVerified
                    ? "Read at its source." : "Not verified: nobody has read it at its source for Remit.",
                "Looked after by \(pack.owner); to be looked at again by \(pack.reviewBy.inWords).",
            ]
            return table
        }
    }
}

extension CriteriaDocument: TakenDocument {
    static let command = CommandConfiguration(
        commandName: "criteria", abstract: "Set the criteria, each with its scale and anchors.",
        discussion: """
            With --packs the lists of criteria that come with Remit, each with its source; nothing is recorded. A \
            round says under pack: in criteria.yaml whether it adopted, varied or left one, and why.
            """)
    static let file = "criteria.yaml"

    func acts(in round: Slug, keeping: (String) throws(Refusal) -> Personal) -> [any RoundAct] { acts(in: round) }
}
