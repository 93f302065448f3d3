import Markup
import Pages
import Tabular
import Testing
import Vocabulary

/// The pages of what providers bill, with names that would do harm.
enum ActivitySample {
    static func table(_ key: String, _ caption: String, rows: [String]) -> Table {
        var table = Table(
            key: key, caption: caption, columns: [.init("file", "File"), .init("costKeptPence", "Cost kept")])
        for row in rows { table.append([.text(row), .money(Money(pence: 123_456))]) }
        return table
    }

    static let pages: [(name: String, page: any Page)] =
        [
            (
                "activity",
                ActivityPage(
                    submissions: table("submissions", "Submissions of contract monitoring", rows: [Sample.hostile]),
                    references: table("tables", "Tables of reference", rows: ["prices.csv"]))
            ),
            (
                "activity without files",
                ActivityPage(
                    submissions: table("submissions", "Submissions of contract monitoring", rows: []),
                    references: table("tables", "Tables of reference", rows: []))
            ),
            (
                "rules of challenges",
                ChallengeRulesPage(
                    table: table("rules", "Rules of contract challenges", rows: ["CC05"]),
                    letters: [("CC05 Attendance inside a spell", "Please credit it, \(Sample.hostile).")])
            ),
        ] + work

    static let token = FormToken("a-token")!

    private static func shown(_ state: WorkState, mayStop: Bool = true) -> WorkShown {
        WorkShown(state, number: 3, token: token, page: ActivityDeed.challenges.destination, mayStop: mayStop)
    }

    private static func asking(_ state: WorkState, mayAsk: Bool = true, missing: String? = nil) -> YearAsking {
        YearAsking(
            year: "2025/26", years: ["2025/26", "2024/25"], work: shown(state), missing: missing, mayAsk: mayAsk,
            button: "Work it out")
    }

    private static let states: [WorkState] = [
        .none, .waiting(1), .running(what: Sample.hostile, seconds: 7, mebibytes: 310, by: Sample.hostile),
        .failed("The engine was lost, \(Sample.hostile)."), .stopped(Sample.hostile),
    ]

    private static let work: [(name: String, page: any Page)] =
        states.enumerated().map { place, state in
            (
                "what to challenge \(place)",
                ChallengesPage(
                    asked: .init(year: "2025/26", errors: place == 3 ? ["rules": "There is no rule CC99."] : [:]),
                    years: ["2025/26"], work: shown(state), runs: table("runs", "Runs of the rules", rows: ["c0ffee"]),
                    mayAsk: true)
            )
        }
        + states.enumerated().map { place, state in
            ("who pays \(place)", WhoPaysPage(asking: asking(state, mayAsk: place != 0)))
        } + [
            (
                "one run",
                ChallengeRunPage(
                    digest: Sample.digest, facts: [Fact("Rows", .count(3))], cautions: ["It is old."],
                    byRule: table("challenges", "Challenges by rule", rows: ["CC05"]),
                    byProvider: table("byProvider", "Challenges by provider", rows: [Sample.hostile]),
                    notAsked: ["CC01 was not asked: it needs practice."],
                    raising: .init(
                        providers: [.init(code: "RX1", words: Sample.hostile)], chosen: [],
                        commissioner: Sample.hostile,
                        commissioners: [Choice("QWX", "Wexbourne")], errors: ["provider": "Tick one provider or more."],
                        token: token))
            ),
            (
                "found rows",
                FoundRowsPage(
                    digest: Sample.digest, table: table("foundRows", "Challenges, row by row", rows: [Sample.hostile]),
                    query: ListQuery(search: Sample.hostile), paging: Paging(page: 1, total: 1), held: 9)
            ),
            (
                "who pays, worked out",
                WhoPaysPage(
                    asking: asking(.none), table: table("whoPays", "Who is responsible", rows: ["X"]),
                    sentence: "1 row and £1.00 stand.")
            ),
            (
                "against plan",
                AgainstPlanPage(
                    .position, asking: asking(.none),
                    shown: .init(
                        sentences: ["£1 was planned."], cautions: [Sample.hostile],
                        picture: PlanPicture(
                            title: "Furthest from plan",
                            rows: [
                                .init(name: Sample.hostile, planned: Money(pence: 100), actual: Money(pence: 300)),
                                .init(name: "RX2", planned: Money(pence: 100), actual: .zero),
                                .init(name: "RX3", planned: .zero, actual: Money(pence: 5)),
                            ]), tables: [table("lines", "Activity and cost against plan", rows: [Sample.hostile])],
                        overPlan: table("overPlan", "Points of delivery that ran over plan", rows: ["RX1"]),
                        level: "provider",
                        levels: [Choice("provider", "Provider")], provider: Sample.hostile))
            ),
            ("activity import, empty", ActivityImportPage(most: 128, token: token)),
            (
                "activity import, not here",
                ActivityImportPage(most: 128, missing: "These pages take none in.", token: token)
            ),
            (
                "activity import",
                ActivityImportPage(
                    asked: .init(provider: Sample.hostile, errors: ["year": "No year."]),
                    lots: [
                        .init(
                            number: 2, title: "2. \(Sample.hostile)", work: shown(.none),
                            files: [
                                TakenActivityShown(
                                    name: Sample.hostile, sentences: ["2 rows read = 1 kept + 1 refused."],
                                    problems: Sample.digest,
                                    counts: table("problemCounts", "Problems of it", rows: [Sample.hostile]),
                                    faults: table("faults", "Problems of it, row by row", rows: [Sample.hostile])),
                                TakenActivityShown(name: "other.csv", sentences: ["It was refused."], isRefused: true),
                            ], failure: "The process was lost."),
                        .init(
                            number: 1, title: "1. plcm.csv",
                            work: shown(.running(what: "Read", seconds: 1, mebibytes: nil, by: "A"))),
                    ], most: 128, token: token)
            ),
            (
                "problems of a submission",
                SubmissionPage(
                    digest: Sample.digest, name: Sample.hostile, facts: [Fact("Kind", .text("plcm"))],
                    counts: table("problemCounts", "Problems by kind", rows: ["blank"]),
                    problems: table("problems", "Problems", rows: [Sample.hostile]),
                    paging: Paging(page: 1, total: 200_000),
                    most: 100_000)
            ),
        ]
}

struct ActivityPageTests {
    private func html(_ name: String) -> String {
        ActivitySample.pages.first { $0.name == name }!.page.render(in: Sample.shell).rendered
    }

    @Test func `without submissions the page says how to take one in`() {
        #expect(html("activity without files").contains("remit activity import FILE"))
        #expect(html("activity without files").contains("Nothing was taken in yet."))
    }

    @Test func `with submissions it says which stands, and leads to the rules`() {
        #expect(html("activity").contains("in place of an earlier one"))
        #expect(html("activity").contains("/activity/rules"))
        #expect(html("activity").contains("£1,235"))
    }

    @Test func `each rule's paragraph stands under its own heading`() {
        let page = ReadPage(html("rules of challenges"))
        #expect(page.all("h3").map(\.text) == ["CC05 Attendance inside a spell"])
        #expect(html("rules of challenges").contains("Please credit it"))
    }

    @Test func `work that goes on is followed and stopped; what has ended without an answer says why`() {
        #expect(html("what to challenge 2").contains("For 7 seconds, 310 MiB of memory"))
        #expect(ReadPage(html("what to challenge 2")).all("form").contains { $0.attributes["id"] == "stop-3" })
        #expect(html("what to challenge 1").contains("One piece of work is before this one."))
        #expect(html("what to challenge 3").contains("The engine was lost"))
        #expect(html("what to challenge 4").contains("It was stopped by"))
        #expect(html("who pays 0").contains("Nobody has asked for it yet."))
    }

    @Test func `the picture of a plan shows over and under it apart, with the figures`() throws {
        let picture = try #require(
            PlanPicture(
                title: "Furthest",
                rows: (1...15).map {
                    .init(
                        name: "RX\($0)", planned: Money(pence: 10_000),
                        actual: Money(pence: 10_000 + ($0 % 2 == 0 ? $0 : -$0) * 100))
                }))
        #expect(picture.rows.map(\.name).prefix(2) == ["RX15", "RX14"] && picture.rows.count == 12)
        #expect(
            picture.description.contains("furthest from plan is RX15: £15 under (15.0 % of plan)"),
            "\(picture.description)")
        #expect(picture.howToRead?.contains("3 more are in the table") == true)
        #expect(PlanPicture(title: "", rows: [.init(name: "A", planned: .zero, actual: .zero)]) == nil)
    }
}
