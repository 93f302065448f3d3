import ArgumentParser
import Governance
import Store
import Tabular
import Vocabulary

/// `remit interest score`: how open the register is, by five published criteria.
struct InterestScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score the register on five published criteria of transparency, or re-compute the published study.",
        discussion: """
            Of one's own register, what Remit cannot know is said by flags:
              remit interest score --answered-in-time --public --reusable
            Of the study of trusts (Feldman and others, BMJ Open 2018;8:e019952):
              remit interest score --survey hospitality-coi-raw.csv --scores hospitality-coi-scores.csv
            """)

    @Flag(help: "Requests for the register are answered within their time.")
    var answeredInTime = false

    @Flag(name: .customLong("public"), help: "Anybody can read the register without asking.")
    var isPublic = false

    @Flag(help: "It is published in a form that a program can read.")
    var reusable = false

    @Option(help: ArgumentHelp("The replies of the study.", valueName: "file"))
    var survey: String?

    @Option(help: ArgumentHelp("The scores that the study published.", valueName: "file"))
    var scores: String?

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if (survey == nil) != (scores == nil) { throw ValidationError("Give --survey and --scores together.") }
    }

    func run() async throws {
        if let survey, let scores { return try recompute(survey, against: scores) }
        let view = try GovernanceView(store, on: day.on)
        let score = ScoreRegister.score(
            ScoreRegister.answer(
                of: view.book, on: view.day, respondedOnTime: answeredInTime, isPublic: isPublic,
                isReusable: reusable, text: view.text))
        var table = Table(
            key: "criteria", caption: "Transparency of the register on \(view.day.inWords)",
            columns: [.init("criterion", "Criterion"), .init("isMet", "Met"), .init("reason", "Why")],
            notes: ["One point each: Feldman and others, BMJ Open 2018;8:e019952."])
        for finding in score.findings {
            table.append([.text(finding.criterion.title), .flag(finding.isMet), .text(finding.reason)])
        }
        try output.show(
            [table], facts: [.init("points", .integer(score.total)), .init("most", .integer(score.findings.count))],
            lines: ["\(score.total) of \(score.findings.count) points."]
                + (view.book.people.isEmpty ? ["Nobody is entered yet: there is no register to score."] : []))
    }

    private func recompute(_ survey: String, against scores: String) throws {
        let replies = try RegisterSurveyFile.readReplies(InterestScoreCommand.sheet(survey))
        let published = try RegisterSurveyFile.readScores(InterestScoreCommand.sheet(scores))
        for problem in replies.problems + published.problems { Printing.warning(problem.explanation) }
        let account = RecomputeRegisterSurvey.recompute(
            replies.values.map(\.value), against: published.values.map(\.value))
        var histogram = Table(
            key: "histogram", caption: "Trusts by points",
            columns: [.init("points", "Points"), .init("trusts", "Trusts")])
        for (points, trusts) in account.histogram.enumerated() { histogram.append([.count(points), .count(trusts)]) }
        let differing = account.differing.map(\.description)
        try output.show(
            [histogram, account.figuresTable],
            facts: [
                .init("total", .integer(account.total)), .init("trusts", .integer(account.scores.count)),
                .init("differing", .list(differing.map { .text($0) })),
            ],
            lines: [
                "\(account.scores.count) trusts, \(account.total) points. "
                    + (differing.isEmpty
                        ? "Every published score is what its criteria give."
                        : "Other than published: \(differing.joined(separator: ", ")).")
            ])
    }

    private static func sheet(_ path: String) throws -> Sheet {
        try Sheet(csv: InputBytes.read(path), named: RoundFiles.name(path))
    }
}
