import ArgumentParser
import Challenges
import Files
import Store
import Tabular
import Vocabulary

/// Who acts on bundles of challenges, when, and on which records.
struct ChallengeSession {
    let desk: ChallengeDesk
    let author: Author
    let now: Moment
    var today: Day { now.inLondon.day }

    init(_ options: StoreOptions) throws {
        (author, desk, now) = (try options.author(), ChallengeDesk(try options.open()), Clock.now())
    }

    /// Says how a bundle stands now, and what it waits for.
    func tell(_ bundle: ChallengeBundle, after what: String) {
        Printing.line(what)
        let open = bundle.challenges.count(where: \.isOpen)
        Printing.line(
            "“\(bundle.id)” is \(bundle.state.inWords): \(grouped(open)) of "
                + "\(counted(bundle.challenges.count, "challenge", "challenges")) open, \(bundle.agreed) agreed, "
                + "\(bundle.credited) credited.")
        guard let task = BundleTask(of: bundle, on: today, deadlines: desk.deadlines) else { return }
        let until = task.until.map { " by \($0.inWords)" } ?? ""
        Printing.line("Next, \(task.party.inWords): \(task.what)\(until).")
    }

    /// A sheet that people filled in: a workbook or CSV.
    static func form(at path: String) throws -> (form: ReturnedForm, bytes: [UInt8]) {
        let bytes = try InputBytes.read(path)
        return (try ReturnedForm(returned: bytes, named: RoundFiles.name(path)), bytes)
    }

    /// Problems of a sheet on standard error, by place.
    static func tell(_ problems: [Problem], atMost limit: Int = 20) {
        for problem in problems.prefix(limit) { Printing.warning("  \(problem.code): \(problem.explanation)") }
        if problems.count > limit { Printing.warning("  … and \(grouped(problems.count - limit)) more.") }
    }
}

/// Which bundle, on which day, by whom.
struct BundleOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The bundle: rx1-2025-26-m06.", valueName: "bundle"))
    var bundle: Slug

    @Option(help: ArgumentHelp("The day on which it happened; else today.", valueName: "day"))
    var on: Day?

    @OptionGroup var store: StoreOptions
}
