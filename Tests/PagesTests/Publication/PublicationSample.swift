import Markup
import Pages
import Priorities
import Vocabulary

/// Pages on what is published, and on bringing a round there, each as it is and with nothing to show.
enum PublicationSample {
    static let slug = RoundSample.slug
    private static let token = FormToken("t0ken")!
    private static let decided = RoundAtWork(RoundSample.round, token: token, revision: 7)
    private static let undecided = RoundAtWork(RoundSample.undecided.round, token: token, revision: 7)
    private static let bare = RoundAtWork(RoundSample.bare, token: token, revision: 1)
    private static let may = DecidePages.May(runsRound: true, keepsMeetings: true, publishes: true)

    static func record(_ name: String, _ day: String, _ standing: PublishedListed.Standing) -> PublishedListed {
        PublishedListed(
            name: slug(name), round: RoundSample.id, title: "Dental <priorities> & \"more\"",
            publishedAt: Moment(secondsSince1970: Day(day)!.number * 86_400), manifest: RoundSample.digest("d"),
            standing: standing)
    }

    static let records = [
        record("wexbourne-dental-2", "2026-05-01", .latest), record("wexbourne-dental", "2026-03-08", .setAside),
    ]

    static let files: [PublishedRecordPage.File] = ["index.html", "record.json", "tables/options.csv"].map {
        .init(path: LocalFile($0)!, size: 1_234, digest: RoundSample.digest("a"))
    }

    private static let head = "line 214\nhead \(RoundSample.digest("f"))\nmanifest \(RoundSample.digest("d"))\n"

    static func form(_ recommended: Set<Slug>? = [slug("helpline")]) -> DecisionForm {
        DecisionForm(
            undecided, sitting: RoundSample.sitting, recommended: recommended, reasons: [slug("helpline"): "It works"])
    }

    private static func item(_ name: String, _ state: DecidePages.RoundItem.State) -> DecidePages.RoundItem {
        .init(
            meeting: slug(name), item: slug("dental"), day: Day("2026-03-03")!,
            committees: "Wexbourne ICB primary care commissioning committee", state: state)
    }

    private static let agenda = RoundAgendaForm(
        undecided, meetings: [Choice("next", "3 March 2026, the committee")],
        matters: [Choice("primary-dental-services", "primary dental services")],
        recommended: RoundSample.pounds(465_000),
        entry: slug("dental"))

    static let pages: [(name: String, page: any Page)] = [
        ("published", PublishedPage(records: records, changed: [slug("other")], hasPlace: true)),
        (
            "published-record",
            PublishedRecordPage(record: records[0], files: files, head: head, others: [records[1]])
        ),
        (
            "published-record-earlier",
            PublishedRecordPage(record: records[1], files: files, head: head, others: [records[0]])
        ),
        ("front", FrontPage(records: records)),
        ("publish", PublishPage(decided, doing: nil, hasPlace: true, lacking: [], records: [])),
        ("publish-done", PublishPage(decided, doing: nil, hasPlace: true, lacking: [], records: records)),
        (
            "publish-running",
            PublishPage(
                decided, doing: .running("writing 40 files", share: 0.5), hasPlace: true, lacking: [], records: [])
        ),
        (
            "publish-refused",
            PublishPage(
                decided, doing: .failed("The disk is full."), hasPlace: true, lacking: [], records: [],
                refusal: "Publish again.")
        ),
        (
            "decide",
            DecidePages(undecided, items: [item("m1", .closed), item("m2", .open), item("m3", .toCome)], may: may).hub()
        ),
        ("decided", DecidePages(decided, items: [item("m1", .closed)], may: may).hub()),
        ("agenda", agenda.page(agenda.blank)),
        ("decision-form", form().page(form().blank)),
        ("assessments", AssessmentForm(undecided).page()),
        ("appeals-route", AppealsRouteForm(decided).page(AppealsRouteForm(decided).blank)),
    ]

    private static let appeal = AppealForm(decided, today: Day("2026-03-20")!)

    static let appealPages: [(name: String, page: any Page)] = [
        ("appeal", appeal.page(appeal.blank, entry: appeal.entry)),
        ("appeal-answer", appeal.answering(RoundSample.round.lodged[0])),
        (
            "appeal-check",
            appeal.check(
                RoundSample.round.lodged[0], SentValues(["upheld": ["yes"], "reason": ["They were not counted"]]),
                Appeal.Answer(isUpheld: true, reason: "They were not counted", answeredOn: Day("2026-03-20")!),
                lost: ["the decision"])
        ),
    ]

    static let emptyPages: [(name: String, page: any Page)] = [
        ("published", PublishedPage(records: [], changed: [], hasPlace: false)),
        ("front", FrontPage(records: [])),
        ("publish", PublishPage(bare, doing: nil, hasPlace: false, lacking: ["nothing is decided"], records: [])),
        (
            "decide",
            DecidePages(bare, items: [], may: .init(runsRound: false, keepsMeetings: false, publishes: false)).hub()
        ),
        (
            "agenda",
            RoundAgendaForm(bare, meetings: [], matters: [], recommended: nil, entry: slug("dental"))
                .page(SentValues())
        ),
        ("assessments", AssessmentForm(bare).page()),
        ("appeals-route", AppealsRouteForm(bare).page(SentValues(), errors: FieldErrors(["days": "Enter the days."]))),
    ]
}
