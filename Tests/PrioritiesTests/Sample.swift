import Priorities
import Rulebook
import Vocabulary

/// A small round in code that tests share: four options of which one stops a service, three scored criteria in a
/// tree, four members, two years of money.
///
/// The figures can be checked by hand. Recurrent money is £200,000 in both years and £60,000 more from 2027/28, when a
/// lock ends; slippage is £50,000 in 2026/27. `evening` £120,000, `varnish` £90,000, `helpline` £40,000 a year;
/// stopping `outreach` frees £70,000. Benefit is counted per person.
enum Sample {
    /// How far the round has come; each has everything that comes before it.
    enum Step: Int, CaseIterable, Comparable {
        case opened, envelope, criteria, panel, interests, options, anchorsClosed, weights, weightsClosed, scores
        case scoresClosed, result, assessed, ballotOpen, ballotClosed, decided, published

        static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
    }

    typealias Line = (act: any RoundAct, author: Author, moment: Moment)

    static let id = slug("wexbourne-dental")
    static let author = Author("Priya Nair")!
    static let rulebook = Rulebook.shipped
    static let years = [FinancialYear(startingIn: 2026), FinancialYear(startingIn: 2027)]
    static let opened = Moment(text: "2026-05-04T09:00:00Z")!

    /// A day of the round: 0 is the day on which it was opened. Steps are a day apart.
    static func day(_ number: Int) -> Day { opened.day.adding(days: number) }
    /// Nine in the morning of a day of the round, and a number of seconds.
    static func moment(_ number: Int, seconds: Int = 0) -> Moment {
        Moment(secondsSince1970: opened.secondsSince1970 + number * 86_400 + seconds)
    }
    static func day(of step: Step) -> Day { day(step.rawValue) }
    /// Later on the day of a step than all of its acts.
    static func after(_ step: Step) -> Moment { moment(step.rawValue, seconds: 3_600) }

    static func digest(_ digit: Character) -> EvidenceID { EvidenceID(String(repeating: digit, count: 64))! }

    // MARK: - Nouns

    static let programme = Programme(
        title: "Primary care dentistry",
        spend: [
            Programme.SpendLine(
                title: "Outreach clinic", amount: pounds(70_000), movable: pounds(70_000), source: "Ledger 2025/26")
        ])

    static let envelope = Envelope(
        years: years.map { year in
            Envelope.Year(
                year: year,
                sources: [FundingSource(title: "Growth", kind: .recurrent, amount: pounds(200_000))]
                    + (year == years[0]
                        ? [FundingSource(title: "Recovery", kind: .slippage, amount: pounds(50_000))] : []))
        },
        locks: [
            Lock(
                id: slug("north-road"), title: "Contract of North Road", amount: pounds(60_000),
                until: years[1].firstDay)
        ])

    static let rules = [
        PortfolioRule(
            id: slug("one-line"), title: "One way of calling", kind: .exclusive,
            options: [slug("evening"), slug("helpline")])
    ]

    /// `access` at the top beside `health`, on which `pain` and `prevention` hang.
    static let criteria = [
        Criterion(
            id: slug("access"), title: "Access", meaning: "How soon somebody is seen",
            scale: Scale(
                unit: "days of waiting",
                anchors: [
                    .init(at: 0, value: 100, meaning: "Today"), .init(at: 10, value: 40, meaning: "A week and a half"),
                    .init(at: 30, value: 0, meaning: "A month"),
                ])),
        Criterion(id: slug("health"), title: "Health", meaning: "Teeth and mouths"),
        Criterion(
            id: slug("pain"), title: "Freedom from pain", meaning: "Pain in the weeks after", parent: slug("health"),
            scale: points),
        Criterion(
            id: slug("prevention"), title: "Prevention", meaning: "Decay that does not happen", parent: slug("health"),
            scale: points),
    ]

    static let points = Scale(
        unit: "points",
        anchors: [.init(at: 0, value: 0, meaning: "No difference"), .init(at: 100, value: 100, meaning: "The best")])

    static let members = [
        Member(id: slug("m1"), role: "Head of primary care", kind: .commissioner, isChair: true),
        Member(id: slug("m2"), role: "Consultant in dental public health", kind: .publicHealth),
        Member(id: slug("m3"), role: "Dentist", kind: .provider, sharedClass: slug("dentists")),
        Member(id: slug("m4"), role: "Lay member", kind: .lay),
    ]

    /// The dentist has a share in the practice that would open in the evening.
    static let interest = Interest(
        id: slug("i1"), member: slug("m3"), kind: .financial, options: [slug("evening")],
        nature: "Partner of a practice that would be paid")

    static let options = [
        option("evening", "Evening clinics", recurrent: [60_000, 120_000], fullYear: 120_000, people: 4_000),
        option("varnish", "Fluoride varnish in schools", recurrent: [90_000, 90_000], fullYear: 90_000, people: 6_000),
        option(
            "helpline", "A helpline", recurrent: [20_000, 40_000], oneOff: [30_000, 0], fullYear: 40_000,
            people: 9_000),
        option(
            "outreach", "Stop the outreach clinic", kind: .stop, recurrent: [-35_000, -70_000], fullYear: -70_000,
            people: 500),
    ]

    static func option(
        _ id: String, _ title: String, kind: Option.Kind = .invest, recurrent: [Int], oneOff: [Int] = [0, 0],
        fullYear: Int, people: Int
    ) -> Option {
        Option(
            id: slug(id), title: title, kind: kind,
            costs: years.indices.map {
                Option.YearCost(year: years[$0], recurrent: pounds(recurrent[$0]), oneOff: pounds(oneOff[$0]))
            }, fullYear: pounds(fullYear), people: people, successPercent: 80, changesService: kind != .invest)
    }

    static func weights(of member: String) -> [WeightsGiven] {
        switch member {
        case "m1":
            [
                WeightsGiven(
                    method: .swing,
                    swings: [
                        .init(criterion: slug("access"), points: 50), .init(criterion: slug("health"), points: 100),
                    ]),
                WeightsGiven(
                    within: slug("health"), method: .pairwise,
                    judgements: [.init(more: slug("prevention"), less: slug("pain"), times: 3)]),
            ]
        case "m2":
            [
                WeightsGiven(method: .rankOrder, order: [[slug("health")], [slug("access")]]),
                WeightsGiven(
                    within: slug("health"), method: .partial,
                    claims: [.init(kind: .atLeast, first: slug("prevention"), second: slug("pain"))]),
            ]
        default: []
        }
    }

    /// Days of waiting, points for pain, points for prevention.
    static let figures: [(option: String, figures: [Double])] = [
        ("evening", [5, 60, 20]), ("varnish", [30, 20, 90]), ("helpline", [10, 40, 10]), ("outreach", [20, 50, 40]),
    ]

    /// Every member scores alike, the dentist without `evening`.
    static func scores(of member: String) -> [Score] {
        figures.filter { member != "m3" || $0.option != "evening" }.flatMap { option, figures in
            zip(["access", "pain", "prevention"], figures).map { criterion, value in
                Score(option: slug(option), criterion: slug(criterion), value: value)
            }
        }
    }

    static let assessments = Assessment.Kind.allCases.map { kind in
        Assessment(
            id: slug(
                "outreach-\(kind == .equalityImpact ? "equality" : kind == .qualityImpact ? "quality" : "public")"),
            option: slug("outreach"), kind: kind, document: digest("d"), title: "Outreach: \(kind.rawValue)",
            dated: day(of: .options))
    }

    static let decision = Decision(
        decidedOn: day(of: .decided), body: "Wexbourne ICB primary care commissioning committee",
        outcomes: [
            .init(option: slug("evening"), outcome: .funded, reason: "It comes first"),
            .init(option: slug("varnish"), outcome: .funded, reason: "It comes second"),
            .init(option: slug("helpline"), outcome: .notFunded, reason: "Evening clinics do the same"),
            .init(option: slug("outreach"), outcome: .funded, reason: "Few people use it"),
        ]
    ).carried
}

func slug(_ text: String) -> Slug { Slug(text)! }
func pounds(_ pounds: Int) -> Money { Money(pence: pounds * 100) }
