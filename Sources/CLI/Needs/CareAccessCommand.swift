public import ArgumentParser
import Imports
public import Methods
import Needs
import Publication
import Solver
import Tabular
import Vocabulary

/// `remit access`: what the people of one board can reach of a kind of care, from public files.
struct CareAccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Access to care: how much of what is supplied people can reach, given who else comes for it.",
        discussion: "Worked out from files that you give; nothing is stored. See docs/needs.md.",
        subcommands: [CareAccessShowCommand.self, CareAccessWhatIfCommand.self, CareAccessSiteCommand.self],
        defaultSubcommand: CareAccessShowCommand.self)
}

struct CareAccessShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "By fifth of deprivation and by area, with the least served areas.",
        discussion: """
            Example: remit access show --board QJ2 nomis.csv centroids.jsonl imd2025.csv lookup_lsoa21_icb24.csv \
            lookup_lsoa11_lsoa21.csv uda_contractor_202312.csv
            """)

    @Flag(help: "The sites and what does not count too.")
    var all = false

    @OptionGroup var options: CareAccessOptions

    func run() async throws { try options.write(outcome()) }

    func outcome() throws -> CareAccessOutcome {
        let given = try options.given()
        let answer = try WorkOutAccess.answer(given.joined.question)
        let first = [given.tables.summary(answer), given.tables.fifths(answer)]
        let tables =
            first + [given.tables.leftOut(answer), given.tables.sites(answer), given.tables.areas(answer)]
        try options.writeMap(.access(answer, given.joined.question, given.tables), given)
        return CareAccessOutcome(
            given, tables, brief: all ? nil : first + [given.tables.areas(answer)],
            facts: [
                .init("supplyReached", .decimal(answer.supplyReached)),
                .init("supplyShared", .decimal(answer.supplyShared)), .init("pairs", .integer(answer.pairs)),
            ])
    }
}

struct CareAccessWhatIfCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if", abstract: "Who would lose and who would gain if sites closed, moved, changed or came.",
        discussion: """
            Example: remit access what-if --board QJ2 --close 1234560001 --add new=20000@E01019700 FILES. A place is a \
            small area, by its code or name, or latitude and longitude with a comma between. remit access show --all lists \
            the sites with their codes.
            """)

    @Option(help: ArgumentHelp("A site closes. May be given several times.", valueName: "site"))
    var close: [String] = []

    @Option(help: ArgumentHelp("A site has another supply.", valueName: "site=supply"))
    var capacity: [String] = []

    @Option(help: ArgumentHelp("A site moves.", valueName: "site=place"))
    var move: [String] = []

    @Option(help: ArgumentHelp("A site comes.", valueName: "site=supply@place"))
    var add: [String] = []

    @OptionGroup var options: CareAccessOptions

    func run() async throws { try options.write(outcome()) }

    func outcome() throws -> CareAccessOutcome {
        let given = try options.given()
        let changes = try changes()
        let question = given.joined.question
        let found = try CompareAccess.outcome(
            question, changes: given.joined.changes(changes, within: given.rules.extent))
        let words = changes.map(\.inWords)
        try options.writeMap(.change(found, question, given.tables), given)
        return CareAccessOutcome(
            given,
            [
                given.tables.comparison(found, asked: question.asked, changes: words),
                given.tables.fifths(found, asked: question.asked), given.tables.changed(found),
            ],
            facts: [
                .init("changes", .list(words.map(JSONValue.text))), .init("net", .decimal(found.asked.net)),
                .init("supplyReachedBefore", .decimal(found.before.supplyReached)),
                .init("supplySharedBefore", .decimal(found.before.supplyShared)),
                .init("supplyReachedAfter", .decimal(found.after.supplyReached)),
                .init("supplySharedAfter", .decimal(found.after.supplyShared)),
            ])
    }

    private func changes() throws(Refusal) -> [AskedChange] {
        var changes: [AskedChange] = []
        for (kind, texts) in [
            (AskedChange.Kind.close, close), (.capacity, capacity), (.move, move), (.add, add),
        ] {
            for text in texts { changes.append(try AskedChange(kind, text)) }
        }
        return changes
    }
}

struct CareAccessSiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Where so many more sites would do most, proved by the solver or with its gap.",
        discussion: """
            Without --candidates the centroid of every small area asked about is one. Example: remit access site --board \
            QJ2 --further 3 --aim covering FILES
            """)

    @Option(help: "How many may be opened at most.")
    var further: Int

    @Option(help: "covering: most people within reach; distance: the ways of all people shortest together.")
    var aim: SitingQuestion.Aim = .covering

    @Option(help: ArgumentHelp("A list of places to choose from, as a list of sites.", valueName: "file"))
    var candidates: String?

    @Option(help: "After how many seconds the best so far is taken.")
    var seconds: Int?

    @OptionGroup var options: CareAccessOptions

    func run() async throws { try options.write(outcome()) }

    func outcome() throws -> CareAccessOutcome {
        var given = try options.given()
        let question = given.joined.question
        var places: [AccessSite]?
        if let candidates {
            let material = try AccessFiles.material([candidates], by: given.rules, at: Clock.now())
            places = given.joined.placed(material.sites)
            given.sources += material.sources
        }
        let placing = try PlaceSites(question, candidates: places, further: further, aim: aim)
        let solver = HighsSolver(try HighsLibrary.installed())
        let solved = try PortfolioDocument.solve(
            placing.question.model, by: solver, seconds: Double(seconds ?? given.rules.seconds),
            from: placing.question.greedy)
        guard let found = placing.siting(solved) else {
            throw Refusal(
                .engine, code: "nothing-found", "In this time no choice was found.", remedy: "Give it more --seconds.")
        }
        try options.writeMap(.siting(found, placing, question), given)
        return CareAccessOutcome(
            given,
            [
                given.tables.effect(found, asked: question.asked),
                given.tables.siting(
                    found, asked: question.asked, candidates: placing.candidates.count,
                    existing: placing.existing.count),
            ],
            facts: [
                .init("status", .text(solved.status.rawValue)), .init("isProved", .flag(found.found.isProved)),
                .init("gap", .optional(found.found.gap) { .decimal($0) }),
                .init("areas", .integer(placing.areas.count)),
                .init("candidates", .integer(placing.candidates.count)),
                .init("decisions", .integer(placing.question.model.names.count)),
                .init("rules", .integer(placing.question.model.rows.count)),
                .init("solver", .text("\(solver.name) \(solver.version)")),
            ])
    }
}

extension SitingQuestion.Aim: ExpressibleByArgument {}
