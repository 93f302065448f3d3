import Access
import Challenges
import Pages
import Performance
import Priorities
import Tabular
import Vocabulary

/// Every table that programs read. Each is what a page shows: the same summary, by the same rules of access.
enum TableCalls {
    static let all: [TableCall] =
        contracts + activity + organisations + needs + assessments + rounds + governance + access

    private static let assessments: [TableCall] = [
        TableCall("/needs/assessments", entry: .holding(.readAssessments), "Needs assessments, with what waits in each")
        {
            try AssessmentAnswers.all($0).table
        },
        TableCall(
            "/needs/assessments/:assessment/gaps", entry: .holding(.readAssessments), "Gaps reported to an assessment",
            [.init("assessment", .name, "the assessment’s short name", example: "childrens-teeth")]
        ) { try AssessmentAnswers.one($0).table },
    ]

    private static let access: [TableCall] = [
        TableCall("/people", entry: .holding(.administer), "Accounts within your reach, without names") {
            try PeopleAnswer.all($0).table
        }
    ]

    private static let contracts: [TableCall] = [
        TableCall(
            "/commissioners", entry: .holding(.readContracts), "Commissioners with their position",
            TableCall.month + [TableCall.on]
        ) { try CommissionersAnswer.answer($0).table },
        TableCall(
            "/commissioners/:code/contracts", entry: .holding(.readContracts), "Contracts of a commissioner",
            [.init("code", .code, "the commissioner’s code", example: "QZW")] + TableCall.month
        ) { try CommissionerAnswer.answer($0).table },
        TableCall(
            "/contracts", entry: .holding(.readContracts), "Contracts with their position and forecast",
            TableCall.month + [
                TableCall.search,
                .init("commissioner", .code, "the code of the commissioner whose contracts are asked"),
                .init("band", .text, "the band of expected delivery, as the page of contracts names it"),
            ]
        ) { try ContractsAnswer.answer($0).table },
        TableCall(
            "/contracts/:number/years", entry: .holding(.readContracts), "The years of a contract",
            [.init("number", .text, "the contract’s number")] + TableCall.month
        ) { try ContractAnswer.answer($0).table },
        TableCall(
            "/movable", entry: .holding(.readContracts), "Money that can be moved, and from when", TableCall.month
        ) { try MovableAnswer.answer($0).table },
        TableCall(
            "/spend-by", entry: .holding(.readContracts), "Money that lapses with the year", TableCall.month
        ) { try SpendByAnswer.answer($0).table },
        TableCall(
            "/inertia", entry: .holding(.readContracts), "How much of this year is last year", TableCall.month
        ) { try InertiaAnswer.answer($0).table },
        TableCall(
            "/concentration", entry: .holding(.readContracts), "How concentrated the providers are", TableCall.month
        ) { try ConcentrationAnswer.answer($0).table },
        TableCall(
            "/forecast/backtest", entry: .holding(.readContracts), "How good the forecast would have been",
            TableCall.month
        ) { try BacktestAnswer.answer($0).table },
        TableCall(
            "/check/uda", entry: .holding(.readContracts), "Contracts whose bands do not make their units",
            TableCall.month
        ) { try UnitCheckAnswer.answer($0).table },
        TableCall("/imports", entry: .holding(.readContracts), "Files that were taken in") {
            try ImportsAnswer.answer($0).table
        },
        TableCall(
            "/imports/:digest/problems", entry: .holding(.readContracts), "Problems of a file that was taken in",
            [.init("digest", .digest, "SHA-256 of the file")]
        ) { try ImportedFileAnswer.answer($0).table },
        TableCall("/rules", entry: .everybody, "Rules of the rulebook, by date", [TableCall.on]) {
            try RulesAnswer.answer($0).table
        },
    ]

    private static let indicator = ApiCall.Parameter(
        "indicator", .name, "the indicator", example: "diabetes-prevalence")
    private static let careAccess: [ApiCall.Parameter] = [
        .init("board", .code, "the board; without it your own"),
        .init("supply", .text, "contracted or delivered", example: "contracted"),
        .init("steps", .text, "one, two or three", example: "two"),
        .init("decay", .text, "none, zones, gaussian or exponential", example: "zones"),
        .init("reach", .text, "how far people go, in kilometres along the way", example: "10"),
    ]
    private static let needs: [TableCall] = [
        TableCall("/needs", entry: .signedIn, "Indicators of need, and whether their files are held") {
            try IndicatorAnswers.all($0).table
        },
        TableCall(
            "/needs/:indicator/figures", entry: .signedIn, "Figures of an indicator, by area",
            [
                indicator, .init("by", .text, "board, location, or area for those of the file", example: "board"),
                .init("commissioner", .code, "the board whose practices or small areas are asked"),
            ]
        ) { try IndicatorAnswers.figures($0) },
        TableCall(
            "/needs/:indicator/inequality", entry: .signedIn,
            "An indicator by deprivation, with slope and relative index",
            [indicator, .init("commissioner", .code, "the board within which practices are grouped")]
        ) { try IndicatorAnswers.inequality($0) },
        TableCall(
            "/needs/access", entry: .signedIn,
            "Areas of a board by what their people can reach of NHS dental care, the least served first", careAccess
        ) { try CareAccessAnswers.table($0) },
        TableCall(
            "/needs/access/changes", entry: .signedIn,
            "Areas whose people lose or gain by changes of sites, those that lose most first",
            careAccess + [
                .init(
                    "changes", .text,
                    "with semicolons between: close:SITE, capacity:SITE=SUPPLY, move:SITE=PLACE, add:SITE=SUPPLY@PLACE; a "
                        + "place is a small area, or latitude and longitude with a comma between")
            ]
        ) { try CareAccessAnswers.changed($0) },
        TableCall("/needs/:indicator", entry: .signedIn, "What an indicator is, and who answers for it", [indicator]) {
            try IndicatorAnswers.definition($0)
        },
    ]

    private static let activity: [TableCall] = [
        TableCall("/activity", entry: .holding(.readContracts), "Contract monitoring that was taken in") {
            try ActivityAnswers.all($0).table
        },
        TableCall(
            "/activity/challenges", entry: .holding(.readContracts), "Runs of the rules that are kept, the last first"
        ) {
            try ChallengesAnswers.all($0).table
        },
        TableCall("/activity/rules", entry: .signedIn, "The rules of contract challenges") {
            try ActivityAnswers.rules($0).table
        },
        TableCall(
            "/activity/bundles", entry: .holding(.readContracts),
            "Bundles of challenges: what waits for whom, and until when",
            [
                .init("provider", .text, "the code of the provider whose bundles are asked"),
                .init("state", .choice(ChallengeBundle.State.allCases.map(\.rawValue)), "how they are to stand"),
            ]
        ) { try BundleAnswers.all($0).table },
        TableCall(
            "/activity/bundles/:bundle/challenges", entry: .holding(.readContracts),
            "Challenges of a bundle, with their answers and conclusions",
            [
                .init("bundle", .name, "the bundle’s short name", example: "rx1-2025-26-m06"),
                .init("rule", .text, "the rule whose challenges are asked"),
                .init("state", .choice(Challenge.State.allCases.map(\.rawValue)), "how they are to stand"),
            ]
        ) { try BundleAnswers.one($0).table },
        TableCall("/activity/costs", entry: .holding(.readContracts), "Hours and fees of contracting") {
            try CostAnswers.all($0).table
        },
        TableCall(
            "/activity/costs/providers", entry: .holding(.readContracts),
            "What challenges brought in and cost, by provider"
        ) { try CostAnswers.worth($0, byRule: false) },
        TableCall(
            "/activity/costs/rules", entry: .holding(.readContracts), "What challenges brought in and cost, by rule"
        ) { try CostAnswers.worth($0, byRule: true) },
        TableCall(
            "/activity/notices", entry: .holding(.readContracts),
            "Matters of contracts: where each stands, and what waits for whom",
            [
                .init("provider", .text, "the code of the provider whose matters are asked"),
                .init("state", .choice(ContractMatter.State.allCases.map(\.rawValue)), "how they are to stand"),
            ]
        ) { try NoticeAnswers.all($0).table },
        TableCall(
            "/activity/notices/:matter/steps", entry: .holding(.readContracts), "Steps of a matter",
            [.init("matter", .name, "the matter’s short name", example: "rwx-day-cases")]
        ) { try NoticeAnswers.one($0).table },
        TableCall(
            "/activity/notices/:matter/withholdings", entry: .holding(.readContracts),
            "Money withheld in a matter, what became of it, and the interest on what was repaid",
            [.init("matter", .name, "the matter’s short name", example: "rwx-day-cases")]
        ) { try NoticeAnswers.withholdings($0) },
    ]

    private static let code = ApiCall.Parameter("code", .code, "the organisation’s code", example: "QHM")

    private static let organisations: [TableCall] = [
        TableCall(
            "/organisations", entry: .signedIn, "Organisations that words of a name, a code or a postcode find",
            [TableCall.search, TableCall.on, .init("role", .text, "what it must be, as “GP practice”")]
        ) { try OrganisationAnswers.all($0).table },
        TableCall(
            "/organisations/unmatched", entry: .signedIn, "Codes that one file states and none lists"
        ) { try OrganisationAnswers.unmatched($0).table },
        TableCall(
            "/organisations/:code/facts", entry: .signedIn, "What is known of an organisation on a day",
            [code, TableCall.on]
        ) { try OrganisationAnswers.one($0).table },
        TableCall(
            "/organisations/:code/under", entry: .signedIn, "What lies directly under an organisation on a day",
            [code, TableCall.on]
        ) { try OrganisationAnswers.under($0) },
        TableCall(
            "/organisations/:code/history", entry: .signedIn, "What is said of an organisation over time", [code]
        ) { try OrganisationAnswers.history($0) },
    ]

    private static let rounds: [TableCall] = [
        TableCall("/rounds", entry: .holding(.readRounds), "Priority rounds") { try RoundsAnswer.answer($0).table },
        ofRound("criteria", "Criteria and the anchors of their scales") { $0.tables.criteria },
        ofRound("members", "Members of the panel") { $0.tables.members },
        ofRound("interests", "Interests that members declared, and what was ruled") { $0.tables.interests },
        ofRound("evidence", "Evidence for the options") { $0.tables.evidence },
        ofRound("advice", "Advice and pressure, with what became of it") { $0.tables.advice },
        ofRound("set-aside", "What no longer counts, and why") { $0.tables.setAside },
        ofRound("tally", "Votes on each option, once the ballot is closed") { reading in
            reading.round.ballot?.choices == nil ? nil : reading.tables.ballot
        },
        ofRound("result", "Options with their value, cost, place and how sure it is") { reading in
            guard let result = reading.result, let limits = reading.limits else { return nil }
            return reading.tables.options(result, limits)
        },
        ofRound("ranking", "How often each option takes each place") { $0.result.map($0.tables.ranking) },
        ofRound("weights", "The weights of the criteria, and how far each could move") {
            $0.result.map($0.tables.weights)
        },
        ofRound("years", "Costs and money by year") { $0.result.map($0.tables.years) },
        ofRound("frontier", "What more or less money would buy") { $0.result.map($0.tables.frontier) },
        ofRound("prices", "What each rule costs") { $0.result.map($0.tables.prices) },
        ofRound("swaps", "What would have to give way for an option") { $0.result.map($0.tables.swaps) },
        ofRound("exclusions", "What leaving members out for their interests changed") {
            $0.result.map($0.tables.exclusions)
        },
        ofRound("decision", "What was decided on each option, and why") {
            $0.round.decision == nil ? nil : $0.tables.decision
        },
        TableCall(
            "/rounds/:round/scores", entry: .holding(.readScoresOfOthers),
            "Scores as the answer took them, once scoring is closed", [TableCall.round]
        ) { question in
            let reading = try RoundAnswer.reading(question)
            return reading.result.map { RoundTables(reading.round).scores($0) }
        },
    ]

    private static func ofRound(
        _ part: String, _ summary: String, _ make: @escaping @Sendable (RoundRead) -> Table?
    ) -> TableCall {
        TableCall("/rounds/:round/\(part)", entry: .holding(.readRounds), summary, [TableCall.round]) { question in
            let reading = try RoundAnswer.reading(question)
            return make(
                RoundRead(
                    round: reading.round, result: reading.result, limits: reading.limits,
                    tables: RoundTables(reading.round)))
        }
    }

    /// A round with the answer that counts, and what makes tables of them.
    struct RoundRead {
        let round: Round
        let result: RoundResult?
        let limits: TrustLimits?
        let tables: RoundTables
    }

    private static let governance: [TableCall] = [
        TableCall("/published", entry: .everybody, "Published records of decisions") {
            try PublishedAnswer.all($0).table
        },
        TableCall(
            "/published/:record", entry: .everybody, "Files of a published record, each with its address and digest",
            [.init("record", .name, "the record’s short name")]
        ) { try PublishedAnswer.one($0).table },
        TableCall("/interests", entry: .everybody, "The published register of interests", [TableCall.on]) {
            try InterestsAnswer.answer($0).table
        },
        TableCall(
            "/interests/:person", entry: .everybody, "Published entries of one person",
            [TableCall.person, TableCall.on]
        ) { try InterestsAnswer.person($0).table },
        TableCall("/gifts", entry: .everybody, "Published gifts and hospitality", [TableCall.on]) {
            try InterestsAnswer.list(.gifts)($0).table
        },
        TableCall("/breaches", entry: .everybody, "Published breaches, with what was decided", [TableCall.on]) {
            try InterestsAnswer.list(.breaches)($0).table
        },
        TableCall("/committees", entry: .everybody, "Committees", [TableCall.on]) {
            try CommitteeAnswer.all($0).table
        },
        TableCall(
            "/committees/:committee/members", entry: .everybody, "Members of a committee",
            [TableCall.committee, TableCall.on]
        ) { try CommitteeAnswer.one($0).table },
        TableCall("/meetings", entry: .everybody, "Meetings", [TableCall.on, TableCall.search]) {
            try MeetingAnswer.all($0).table
        },
        TableCall(
            "/meetings/:meeting/items", entry: .everybody, "Items of a meeting", [TableCall.meeting, TableCall.on]
        ) { try MeetingAnswer.one($0).table },
        TableCall("/decisions", entry: .everybody, "Decisions", [TableCall.on, TableCall.search]) {
            try DecidingAnswer.decisions($0).table
        },
        TableCall(
            "/who-decides", entry: .everybody, "Who decides what, by which instrument and within which limits",
            [
                TableCall.on, TableCall.search,
                .init("amount", .text, "an amount that is to be decided on, as “£1,250”"),
            ]
        ) { try DecidingAnswer.whoDecides($0).table },
        TableCall("/accountability", entry: .everybody, "Who answers to whom, and what is missing", [TableCall.on]) {
            try DecidingAnswer.accountability($0).table
        },
    ]
}
