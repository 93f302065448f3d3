public import ArgumentParser
import Digests
import Imports
public import Methods
import Needs
import Publication
import Rulebook
import Tabular
import Vocabulary

/// What every question on access to care can be asked: of whom, from which files, by which method.
struct CareAccessOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Populations, centroids, deprivation and lookups of small areas; dental months, or a list of sites; a table of "
                + "travel.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The board whose people are meant: QJ2.", valueName: "code"))
    var board: String?

    @Option(help: ArgumentHelp("The sub-ICB location whose people are meant: 15M.", valueName: "code"))
    var location: String?

    @Option(help: "Of dental months: contracted or delivered; contracted where nothing is said.")
    var supply: AccessMaterial.Supply?

    @Option(help: "What a list of sites supplies, in the plural: full-time equivalents.")
    var unit = "of what is supplied"

    @Option(help: "Access for so many people; 1 where nothing is said.")
    var per = 1

    @Option(help: "one, two or three.")
    var steps: FloatingCatchment.Steps?

    @Option(help: "none, zones, gaussian, exponential or gravity.")
    var decay: Falling?

    @Option(help: ArgumentHelp("Of gravity: where a site counts 1.", valueName: "distance"))
    var scale: Double?

    @Option(help: "Of gravity: below 0 where sites count less with distance (--exponent=-1.5).")
    var exponent: Double?

    @Option(help: ArgumentHelp("Of gravity: for whatever is nearer.", valueName: "distance"))
    var least: Double = 0.5

    @Option(help: "How far people go, in kilometres along the way or in the unit of the table of travel.")
    var reach: Double?

    @Option(help: "Shorter reaches for areas that find enough sites within them: 2,5.")
    var shorter: String?

    @Option(help: "So many sites are enough for a shorter reach.")
    var enough = 1

    @Option(help: "How much longer the way is than the straight line.")
    var detour: Double?

    @Option(help: ArgumentHelp("The day whose rules apply; today where nothing is said.", valueName: "day"))
    var on: Day?

    @Option(help: ArgumentHelp("Write a map to FILE, as SVG.", valueName: "file"))
    var map: String?

    @Option(
        help: ArgumentHelp(
            "Draw areas on the map by their boundaries: GeoJSON in longitude and latitude (WGS 84).", valueName: "file")
    )
    var boundaries: String?

    @OptionGroup var output: OutputOptions

    /// The kinds of decay, that by gravity too.
    enum Falling: String, ExpressibleByArgument, CaseIterable {
        case none, zones, gaussian, exponential, gravity
    }

    /// What was given, joined, with the rules by which it was.
    struct Given {
        let joined: AccessMaterial.Joined
        let rules: AccessDefaults
        let tables: CareAccessTables
        let facts: [JSONValue.Member]
        var sources: [FigureSource]
    }

    func rules() throws(Refusal) -> AccessDefaults { try AccessDefaults(.shipped, on: on ?? Clock.now().day) }

    func given() throws -> Given {
        let rules = try rules()
        let asked = try asked()
        let material = try AccessFiles.material(files, by: rules, at: Clock.now())
        for (problem, file) in material.problems where problem.effect == .refused {
            let place = problem.row.map { ", row \($0)" } ?? ""
            Printing.warning("\(file)\(place): \(problem.explanation)")
        }
        guard per > 0 else { throw Refusal(.usage, code: "bad-per", "Access cannot be told for \(per) people.") }
        let joined = try material.question(
            of: asked, supply: supply ?? (material.sites.isEmpty && material.listed.isEmpty ? .contracted : nil),
            method: method(by: rules, isTable: material.travel != nil), unit: unit, per: per,
            showsPersonalNames: output.withNames)
        return Given(
            joined: joined, rules: rules,
            tables: CareAccessTables(
                joined.question, sources: material.sources.map(\.name), besides: joined.notes),
            facts: [
                .init("asked", .text(asked.code)), .init("unit", .text(joined.question.unit)),
                .init("per", .integer(per)),
            ], sources: material.sources)
    }

    /// Writes an answer with the digests of its files and its own.
    func write(_ outcome: CareAccessOutcome) throws {
        let ending = outcome.ending
        try output.write(
            output.isForProgrammes ? outcome.tables : outcome.brief ?? outcome.tables, facts: outcome.facts,
            ending: ending)
        guard !output.isForProgrammes else { return }
        Printing.line("")
        Printing.line("SHA-256 of this answer as --json has it, and of its files, unpacked:")
        Printing.line("\(outcome.digest)  the answer")
        for source in outcome.given.sources { Printing.line("\(source.digest)  \(source.name.printable)") }
    }

    /// Writes the map where one is wanted, by the boundaries that are given.
    ///
    /// - Throws: `Refusal`: `map-needed` where there are boundaries and no map; what they and the map refuse.
    func writeMap(_ subject: AccessMapFile.Subject, _ given: Given) throws {
        guard let map else {
            guard boundaries == nil else {
                throw Refusal(
                    .usage, code: "map-needed", "Boundaries are for a map, and none is asked for.",
                    remedy: "Say with --map FILE where it is to be written.")
            }
            return
        }
        guard let boundaries else {
            try AccessMapFile.write(subject, to: map)
            return
        }
        let read = try AccessFiles.boundaries(
            boundaries, of: Set(given.joined.question.areas.map(\.code)), by: given.rules)
        for (problem, file) in read.problems {
            Printing.warning("\(file)\(problem.row.map { ", feature \($0)" } ?? ""): \(problem.explanation)")
        }
        let (outlined, areas) = try AccessMapFile.write(subject, to: map, boundaries: read.boundaries)
        if outlined < areas {
            Printing.warning(
                "\(counted(areas - outlined, "area", "areas")) of \(grouped(areas)) on the map "
                    + "\(areas - outlined == 1 ? "has" : "have") no boundary in the file, and "
                    + "\(areas - outlined == 1 ? "is a circle" : "are circles").")
        }
    }

    private func asked() throws(Refusal) -> AccessMaterial.Asked {
        switch (board, location) {
        case (let board?, nil): return .board(board)
        case (nil, let location?): return .location(location)
        default:
            throw Refusal(
                .usage, code: "whose-access", "Say whose people are meant: one board, or one sub-ICB location.",
                remedy: "Give --board QJ2, or --location 15M.")
        }
    }

    private func method(by rules: AccessDefaults, isTable: Bool) throws(Refusal) -> AccessMethod {
        guard !isTable || reach != nil else {
            throw Refusal(
                .usage, code: "reach-needed", "With a table of travel there is no usual reach.",
                remedy: "Give --reach in the table's unit.")
        }
        let reach = self.reach ?? rules.reach
        guard reach > 0, reach.isFinite else {
            throw Refusal(
                .usage, code: "bad-reach", "A reach of \(reach) reaches nothing.",
                remedy: "Give --reach above 0.")
        }
        var method = try rules.usual()
        method.reach = reach
        method.steps = steps ?? rules.steps
        method.detour = detour ?? rules.detour
        method.enough = enough
        let kind = decay ?? Falling(rawValue: rules.falling.rawValue) ?? .none
        if kind == .gravity {
            guard let scale, let exponent else {
                throw Refusal(
                    .usage, code: "no-parameter", "A decay by gravity needs --scale and --exponent.",
                    remedy: "For example --decay gravity --scale 1 --exponent=-1.5.")
            }
            method.decay = .gravity(scale: scale, exponent: exponent, least: least)
        } else if let falling = AccessMethod.Falling(rawValue: kind.rawValue) {
            method.decay = try falling.decay(reach: reach, by: rules)
        }
        if let shorter {
            let numbers = shorter.split(separator: ",").map { Double($0.filter { $0 != " " }) }
            guard numbers.allSatisfy({ ($0 ?? 0) > 0 && ($0 ?? .infinity) < reach }) else {
                throw Refusal(.usage, code: "bad-reach", "“\(shorter)” are no reaches shorter than \(reach).")
            }
            method.shorter = numbers.compactMap { $0 }
        }
        return method
    }
}

extension AccessMaterial.Supply: ExpressibleByArgument {}

extension FloatingCatchment.Steps: ExpressibleByArgument {}
