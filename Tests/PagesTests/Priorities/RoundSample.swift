import Pages
import Priorities
import Rulebook
import Vocabulary

/// An invented round of ten options, two of them services to stop or reduce, with an answer by hand.
enum RoundSample {
    static let id = slug("wexbourne-dental")
    static func slug(_ text: String) -> Slug { Slug(text)! }
    static func pounds(_ amount: Int) -> Money { Money(pence: amount * 100) }
    static func digest(_ letter: Character) -> EvidenceID { EvidenceID(String(repeating: letter, count: 64))! }
    static func moment(_ day: Int, hour: Int = 10) -> Moment {
        Moment(secondsSince1970: (Day("2026-02-02")!.number + day) * 86_400 + hour * 3_600)
    }

    static let years = [2026, 2027, 2028].map { FinancialYear(startingIn: $0) }
    static let limits = (try? TrustLimits(.shipped, on: Day("2026-03-03")!))!

    typealias Line = (id: String, title: String, thousands: Int, once: Int, scores: [Double], core: Double)

    static let lines: [Line] = [
        ("urgent-care", "Urgent dental care on every evening", 180, 30, [92, 60, 70, 80], 0.97),
        ("school-varnish", "Fluoride varnish in primary schools", 95, 0, [40, 90, 85, 75], 0.99),
        ("care-homes", "Visits to care homes", 70, 5, [65, 55, 90, 60], 1),
        (
            "new-practice", "A new practice in Easthollow, where there has been none since 2023", 320, 90,
            [95, 70, 88, 35], 0.31
        ),
        ("helpline", "One telephone line for all who seek a dentist", 40, 10, [70, 20, 50, 90], 1),
        ("therapists", "Training places for dental therapists", 110, 0, [50, 62, 40, 30], 0.58),
        ("pregnancy", Sample.hostile, 60, 0, [45, 66, 60, 70], 0.996),
        ("sedation", "Sedation for anxious patients", 150, 20, [35, 50, 45, 55], 0.04),
        ("outreach", "Stop the outreach clinic on Wednesdays", -90, 0, [30, 20, 35, 50], 0.93),
        ("orthodontics", "Reduce orthodontic starts by a tenth", -140, 0, [45, 25, 15, 40], 0.22),
    ]

    static let criteria: [(id: String, title: String, weight: Double, low: Double, high: Double)] = [
        ("access", "Access to urgent care", 0.35, 0.2, 0.55), ("oral-health", "Oral health", 0.3, 0.18, 0.4),
        ("fairness", "Fairness between places and groups", 0.2, 0.1, 0.34),
        ("readiness", "Readiness: can it begin this year", 0.15, 0, 0.25),
    ]

    static let members: [Member] = [
        ("m1", "primary care commissioner", .commissioner, nil, true), ("m2", "finance lead", .finance, nil, false),
        ("m3", "lay member", .lay, nil, false), ("m4", "consultant in dental public health", .publicHealth, nil, false),
        ("m5", "general dental practitioner", .clinical, slug("dentists"), false),
        ("m6", "community dentist", .clinical, slug("dentists"), false), ("m7", "lay member", .lay, nil, false),
    ].map { (id: String, role: String, kind: Member.Kind, group: Slug?, isChair: Bool) in
        Member(
            id: slug(id), role: role, kind: kind, person: Personal(digest: digest("e")), sharedClass: group,
            isChair: isChair)
    }

    static let options: [Priorities.Option] = lines.map { line in
        let isBack = line.thousands < 0
        let costs = years.map { year in
            Priorities.Option.YearCost(
                year: year, recurrent: pounds(line.thousands * (year == years[0] ? 500 : 1_000)),
                oneOff: year == years[0] ? pounds(line.once * 1_000) : .zero)
        }
        return Priorities.Option(
            id: slug(line.id), title: line.title,
            summary: isBack
                ? "Few people come, and most could be seen elsewhere." : "For people who cannot find a dentist today.",
            kind: line.id == "outreach" ? .stop : isBack ? .reduce : .invest, costs: costs,
            fullYear: pounds(line.thousands * 1_000), capital: pounds(line.once * 400),
            workforceHundredths: line.thousands * 2, people: abs(line.thousands) * 24, successPercent: 80,
            whoBenefits: "Adults without a dentist", area: slug("easthollow"), equityGroup: slug("most-deprived-fifth"),
            requires: line.id == "new-practice" ? [slug("helpline")] : [], changesService: isBack,
            evidence: [
                Evidence(
                    claim: "Reaches those who come to A&E with toothache", rung: .localData,
                    citation: "Wexbourne A&E, 2024/25"),
                Evidence(claim: "Prevents decay", rung: .systematic, citation: "Cochrane review, 2013"),
            ],
            needsContracts: line.id == "urgent-care" ? ["1000080100"] : [],
            freesContracts: isBack
                ? [.init(contract: "1000080117", amount: pounds(-line.thousands * 1_000), from: Day("2026-10-01")!)]
                : [])
    }

    static let anchors: [Scale.Anchor] = [
        .init(at: 0, value: 0, meaning: "nobody would notice"),
        .init(at: 10, value: 100, meaning: "the most that was thought of"),
    ]

    static let leaves: [Criterion] = criteria.map {
        Criterion(
            id: slug($0.id), title: $0.title, meaning: "How much it does for that.",
            scale: Scale(unit: "points", anchors: anchors))
    }

    /// As it stands after everything.
    static let round: Round = {
        var round = bare
        round.envelope = Envelope(
            years: years.map { year in
                .init(
                    year: year,
                    sources: [
                        FundingSource(
                            title: "Growth", kind: .recurrent, amount: pounds(420_000), note: "Allocation 2026/27"),
                        FundingSource(
                            title: "Forecast recovery", kind: .slippage, amount: pounds(year == years[0] ? 160_000 : 0)),
                    ])
            },
            locks: [
                Lock(
                    id: slug("north"), title: "Contract of North Road", amount: pounds(80_000),
                    until: years[1].firstDay, contract: "1000080117")
            ])
        round.rules = [
            PortfolioRule(
                id: slug("east"), title: "At least one option for Easthollow", kind: .optionsLeast,
                area: slug("easthollow"), number: 1),
            PortfolioRule(id: slug("staff"), title: "Staff that can be found", kind: .workforceMost, number: 1_200),
            PortfolioRule(
                id: slug("promised"), title: "Promised to schools", kind: .forcedIn, options: [slug("school-varnish")]),
        ]
        round.criteria = leaves
        round.pack = PackUse(pack: slug("oral-health"), use: .varied, reason: "access is weighed apart")
        round.members = members
        round.options = options
        round.interests = [
            Interest(
                id: slug("i1"), member: slug("m5"), kind: .financial, options: [slug("new-practice")],
                nature: "Would bid for the practice", declaration: Personal(digest: digest("e"))),
            Interest(
                id: slug("i2"), member: slug("m6"), kind: .indirect, sharedClass: slug("dentists"),
                nature: "Every dentist gains from more sessions"),
        ]
        round.rulings = [
            InterestRuling(interest: slug("i1"), isExcluded: true, reason: "A direct gain"),
            InterestRuling(interest: slug("i2"), isExcluded: false, reason: "Shared by the whole class; noted"),
        ]
        round.advice = [
            Advice(
                option: slug("school-varnish"), adviser: "consultant in dental public health",
                advised: "Begin with the ten schools of most decay", interest: "none declared", isFollowed: true,
                reason: "It reaches most need first", day: Day("2026-02-10")!),
            Advice(
                option: slug("sedation"), adviser: "hospital dental service", advised: "Fund in full",
                interest: "would provide it", isFollowed: false, reason: "The list is shorter than was said",
                day: Day("2026-02-12")!),
        ]
        round.representations = [
            Representation(
                option: slug("outreach"), from: .politician, who: "Member of Parliament for Easthollow",
                asked: "Keep the clinic", answer: "Heard by the panel on 20 February", day: Day("2026-02-16")!),
            Representation(
                option: slug("new-practice"), from: .patientGroup, who: "Easthollow Patients",
                asked: "Open the practice this year", day: Day("2026-02-18")!),
        ]
        round.anchorsClosedAt = moment(8)
        round.weightsClosedAt = moment(15)
        round.firstScoreAt = moment(16)
        round.scoresClosedAt = moment(22)
        for (place, member) in members.enumerated() {
            round.weights[member.id] = [WeightsGiven(method: place % 2 == 0 ? .swing : .pairwise)]
            round.scores[member.id] = options.filter { !round.excluded(member.id).contains($0.id) }.flatMap { option in
                let line = lines.first { $0.id == option.id.description }!
                return zip(leaves, line.scores).enumerated().map { column, pair in
                    let away =
                        option.id == slug("therapists") && column == 0 && place == 2
                        ? 5.5 : Double((place + column) % 3 - 1)
                    return Score(option: option.id, criterion: pair.0.id, value: min(10, max(0, pair.1 / 10 + away)))
                }
            }
        }
        round.setAside = [
            .init(
                stage: .weights, reason: "One criterion counted cost twice", at: moment(13), what: "3 members’ weights")
        ]
        round.result = .init(digest: digest("b"), at: moment(23))
        round.ballot = Ballot(
            id: slug("b1"), discussedOn: Day("2026-02-27")!, options: options.map(\.id), openedAt: moment(26),
            voted: Set(members.map(\.id)),
            choices: ["fffnfffnff", "fffnfnfnff", "fffnfffnfn", "fffffffnnn", "fffxfffnfn", "fffnfdfnfn", "ffffffandn"]
                .map { .init($0) })
        round.assessments = ["outreach", "orthodontics"].flatMap { option in
            Assessment.Kind.allCases.map { kind in
                Assessment(
                    id: slug("\(option)-\(kind == .equalityImpact ? "e" : kind == .qualityImpact ? "q" : "p")"),
                    option: slug(option), kind: kind, document: kind == .publicInvolvement ? nil : digest("c"),
                    title: "Paper on \(option)", dated: Day("2026-02-20")!,
                    reasonForNone: kind == .publicInvolvement ? "fewer than ten patients, each written to" : nil)
            }
        }
        round.seen = round.assessments.flatMap { paper in
            members.prefix(3).map { .init(assessment: paper.id, member: $0.id, at: moment(27)) }
        }
        round.decision = Decision(
            decidedOn: Day("2026-03-03")!, body: "Wexbourne ICB primary care commissioning committee",
            sitting: sitting,
            outcomes: options.map { option in
                let kind: Decision.Outcome.Kind =
                    ["new-practice", "sedation", "orthodontics"].contains(option.id.description)
                    ? .notFunded : option.id == slug("therapists") ? .deferred : .funded
                return .init(
                    option: option.id, outcome: kind,
                    reason: kind == .deferred
                        ? "The college cannot say before May how many places it has" : "As recommended")
            })
        round.decidedAt = moment(29)
        round.lodged = [
            Appeal(
                id: slug("a1"), lodgedOn: Day("2026-03-20")!, grounds: "The clinic’s patients were not counted",
                person: Personal(digest: digest("e")))
        ]
        round.published = [.init(at: moment(31), digest: digest("d"))]
        return round
    }()

    /// The dentist stood back from the new practice; the rest is carried against one vote.
    static let sitting = Sitting(
        meeting: slug("pccc-2026-03"), item: slug("dental"), on: Day("2026-03-03")!,
        bodies: [
            .init(
                title: "Wexbourne ICB primary care commissioning committee",
                quorum: "at least 4 members, one of them lay; 6 counted", isQuorate: true)
        ],
        votes: [
            .init(
                body: "Wexbourne ICB primary care commissioning committee", motion: "To fund what is recommended",
                options: [slug("helpline")], outcome: .funded, inFavour: 5, against: 1, abstained: 0, isCarried: true)
        ],
        leftOut: [
            .init(role: "dentist", options: [slug("new-practice")], how: "leaves for discussion and decision")
        ], digest: digest("f"))

    /// Opened, and nothing more.
    static let bare = Round(
        id: id, title: "Dental priorities for 2026/27",
        programme: Programme(
            title: "Primary care dentistry in Wexbourne",
            spend: [
                .init(
                    title: "Dental contracts", amount: pounds(17_012_345), movable: pounds(1_530_000),
                    source: "NHSBSA, December 2025"),
                .init(title: "Outreach clinic", amount: pounds(90_000), source: "Ledger 2025/26"),
            ]), benefit: .whole, openedAt: moment(0),
        appeals: AppealsRoute(address: "appeals@wexbourne.example", days: 28))
}
