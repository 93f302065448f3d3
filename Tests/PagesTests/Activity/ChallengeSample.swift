import Challenges
import Markup
import Pages
import Performance
import Rulebook
import Tabular
import Testing
import Vocabulary

/// A bundle of challenges, its costs, and matters of contracts, with names that would do harm.
enum ChallengeSample {
    static let board = OrganisationCode("QXX")!
    static let id = Slug("rx1-2024-25-m06")!
    static let author = Author("A. Tester")!
    static let today = Day("2025-02-19")!
    static let moment = Moment(secondsSince1970: today.number * 86_400 + 43_200)
    static let calendar: WorkingDays = {
        let holidays = (2024...2026).map { BankHoliday(day: Day("\($0)-01-01")!, name: "New Year’s Day") }
        do { return try WorkingDays(holidays: holidays) } catch { preconditionFailure("\(error)") }
    }()
    static var deadlines: ChallengeDeadlines { ChallengeDeadlines(rulebook: .shipped, calendar: calendar) }

    static let raised: ChallengeBundle = {
        let challenges = ["CC01", "CC05", "CC10"].enumerated().map { place, rule in
            Challenge(
                number: place + 1,
                raised: RaisedChallenge(
                    rule: rule, source: EvidenceID(bytes: Array(repeating: 7, count: 32)), row: place + 2,
                    relatedRow: nil,
                    provider: "RX1", year: FinancialYear(startingIn: 2024), month: 6, amount: Money(pence: 10_000),
                    atRisk: Money(pence: 10_000), counted: Money(pence: 10_000), isDataOnly: false))
        }
        return ChallengeBundle(
            id: id, provider: "RX1", commissioner: board, run: EvidenceID(bytes: Array(repeating: 8, count: 32)),
            document: EvidenceID(bytes: Array(repeating: 9, count: 32)), raisedOn: Day("2025-01-06")!,
            words: [
                ChallengeWords(
                    rule: "CC01", title: Sample.hostile, letter: Sample.hostile, source: "CAM", isVerified: false)
            ], challenges: challenges)
    }()

    /// Sent in January, not answered, and late by now.
    static let sent: ChallengeBundle = {
        var bundle = raised
        bundle.sendings = [
            BundleSending(
                on: Day("2025-01-06")!, deadline: Day("2025-01-20")!, addressee: Sample.hostile,
                contact: Sample.hostile,
                accountReceivedOn: nil, isLate: true, reason: nil, papers: [])
        ]
        bundle.challenges[0].answer = ChallengeAnswer(kind: .rejected, reason: Sample.hostile, on: Day("2025-01-13")!)
        bundle.challenges[1].conclusion = ChallengeConclusion(
            outcome: .upheld, agreed: Money(pence: 10_000), reason: Sample.hostile, on: Day("2025-01-21")!)
        return bundle
    }()

    static func page(_ bundle: ChallengeBundle, isKeeper: Bool) -> BundlePage {
        let rows = BundleTables.challenges(of: bundle)
        return BundlePage(
            bundle, task: BundleTask(of: bundle, on: today, deadlines: deadlines),
            letter: ChallengeLetter(bundle, sending: bundle.sending, names: .init(commissioner: Sample.hostile)),
            rows: rows, query: .all, paging: Paging(page: 1, total: rows.rows.count), sortable: [],
            lines: Table(
                key: "lines", caption: "Lines of the journal", columns: [.init("line", "Line")], rows: [[.count(1)]]),
            isKeeper: isKeeper)
    }

    static func list(_ bundles: [ChallengeBundle]) -> BundlesPage {
        let heads = bundles.map { BundleHead($0) }
        let table = BundleTables.bundles(heads, on: today, deadlines: deadlines) { ChallengeDeed.bundle($0).path }
        return BundlesPage(
            table: table, query: .all, paging: Paging(page: 1, total: heads.count), sortable: ["bundle"],
            providers: ["RX1", Sample.hostile], found: heads,
            waiting: heads.compactMap { BundleTask(of: $0, on: today, deadlines: deadlines) }, held: heads.count)
    }

    static let costs = [
        ContractingCost(
            on: Day("2025-01-07")!, provider: "RX1", rule: "CC05", minutes: 90, amount: Money(pence: 5_000),
            what: Sample.hostile)
    ]

    static let recorded =
        costs.map { RecordedCost(number: 1, $0) } + [
            RecordedCost(
                number: 2, costs[0], withdrawal: .init(on: Day("2025-01-08")!, reason: Sample.hostile))
        ]

    static let matter: ContractMatter = {
        let matter = Slug("rwx-waits")!
        let milestone = ContractMatter.Milestone(id: Slug("theatre")!, what: Sample.hostile, due: Day("2024-12-20")!)
        let acts: [any MatterAct] = [
            IssuePerformanceNotice(
                matter: matter, provider: OrganisationCode("RWX")!, subject: Sample.hostile, on: Day("2024-11-04")!),
            HoldManagementMeeting(matter: matter, on: Day("2024-11-11")!, outcome: "Agreed", isReviewAgreed: false),
            AgreeActionPlan(matter: matter, on: Day("2024-11-18")!, milestones: [milestone]),
            ReportException(matter: matter, milestone: milestone.id, on: Day("2025-01-06")!),
            WithholdPayment(
                matter: matter, milestone: milestone.id, month: Month(year: 2025, month: 1)!,
                amount: Money(pence: 2_000_000), monthlyValue: Money(pence: 100_000_000), on: Day("2025-01-31")!),
        ]
        do {
            let made = try ContractMatter.replaying(
                acts.map { ($0, author, moment) }, rulebook: .shipped, calendar: calendar)
            guard let made else { preconditionFailure("acts make a matter") }
            return made
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    static func notices(_ matters: [ContractMatter]) -> NoticesPage {
        NoticesPage(
            table: MatterTables.list(matters, on: today) { NoticeDeed.matter($0).path }, query: .all,
            paging: Paging(page: 1, total: matters.count), sortable: ["matter"], providers: ["RWX"],
            held: matters.count, overdue: 0, open: matters.count, isKeeper: true)
    }

    private static func form(_ heading: String, _ form: some AskedForm, _ deed: Destination) -> FormPage {
        FormPage(
            heading, trail: [("Activity", .activity)], form: form, to: deed, token: FormToken("token")!,
            button: .init("Record it"))
    }

    static let pages: [(name: String, page: any Page)] =
        [
            ("bundles", list([raised, sent])), ("no bundles", list([])),
            ("bundle for its keeper", page(sent, isKeeper: true)), ("bundle raised", page(raised, isKeeper: false)),
            (
                "costs",
                CostsPage(
                    table: CostTables.costs(recorded), query: .all, paging: Paging(page: 1, total: 1), sortable: [],
                    worth: ContractingWorth(of: [sent], costs: costs), isKeeper: true)
            ),
            ("notices", notices([matter])), ("no notices", notices([])),
            ("notice", NoticePage(matter, on: today, isKeeper: true)),
            ("send form", form("Send it", SendForm(bundle: id, isAgain: true), ChallengeDeed.send(id).destination)),
            ("conclude form", form("Conclude", ConcludeForm(bundle: sent), ChallengeDeed.conclude(id).destination)),
            ("withdraw form", form("Withdraw", ConcludeForm(bundle: raised), ChallengeDeed.conclude(id).destination)),
            ("credit form", form("Credit", CreditForm(bundle: sent), ChallengeDeed.credit(id).destination)),
            ("dispute form", form("Dispute", DisputeForm(step: .mediation), ChallengeDeed.dispute(id).destination)),
            (
                "close form",
                form(
                    "Close", DayAndWordsForm(question: "Why?", hint: "Say it.", mayBeSilent: true),
                    ChallengeDeed.close(id).destination)
            ),
            (
                "cost form",
                form(
                    "Cost", CostForm(providers: ["RX1"], rules: [Choice("CC05", Sample.hostile)], bundles: [id]),
                    ChallengeDeed.newCost.destination)
            ),
            (
                "begin notice form",
                form(
                    "Begin", BeginNoticeForm(providers: ["RWX"], matters: [Slug("rwx-cases")!]),
                    NoticeDeed.begin.destination)
            ),
            (
                "sheet looked at",
                SheetPage(
                    "Take answers in: check the file", trail: [("Activity", .activity)], file: Sample.hostile,
                    rows: [.init("Rows", .text("2 read = 1 kept + 1 refused"))],
                    problems: [
                        Problem(row: 3, column: "Answer", code: "unknown-answer", Sample.hostile, effect: .refused)
                    ], button: "Take 1 answer in", to: ChallengeDeed.answers(id).destination, keeping: [],
                    token: FormToken("token")!)
            ),
        ]
        + NoticeDeed.Step.allCases.map { step in
            (
                "\(step.rawValue) form",
                form(
                    step.title(on: .performance), NoticeStepForm(matter: matter, step: step, today: today),
                    NoticeDeed.step(matter.id, step).destination)
            )
        }
}

struct ChallengePagesTests {
    private func html(_ name: String) -> String {
        guard let page = ChallengeSample.pages.first(where: { $0.name == name })?.page else { return "" }
        return page.render(in: Sample.shell).rendered
    }

    @Test func `what is late is said, and only its keeper is led to forms`() {
        let keeper = html("bundle for its keeper")
        #expect(keeper.contains("by 20 January 2025, which has passed"))
        #expect(keeper.contains("/activity/bundles/rx1-2024-25-m06/conclude"))
        #expect(!keeper.contains("Begin a dispute") == false, "one was rejected")
        #expect(!html("bundle raised").contains("/send"))
        #expect(html("bundle raised").contains("Draft, not sent yet"))
    }

    @Test func `a bundle that is not sent offers withdrawing alone`() {
        #expect(
            html("withdraw form").contains("value=\"withdraw\"") && !html("withdraw form").contains("value=\"uphold\""))
        #expect(html("conclude form").contains("value=\"uphold\""))
    }

    @Test func `a matter shows where it is among its states`() {
        let page = html("notice")
        #expect(page.contains("milestone missed, now") && page.contains("performance notice issued"))
        #expect(page.contains("Withhold money") && page.contains("Settle what is withheld"))
        #expect(!page.contains("Record the contract management meeting"))
    }

    @Test func `the list says what waits for whom and how much is late`() {
        #expect(html("bundles").contains("2 bundles wait: 1 for the commissioner, 1 for both. One is late."))
        #expect(html("no bundles").contains("remit activity raise RUN.json"))
    }
}
