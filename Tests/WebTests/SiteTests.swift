import Assessments
import Contracts
import Exemplar
import HTTPTypes
import Hummingbird
import Pages
import Priorities
import Store
import Testing
import Vocabulary

@testable import Web

/// The site as a whole: its routes, what it refuses and what stands round every answer.
struct SiteTests {
    /// Every page of `Route`; a case that is not here does not compile.
    static func routes(of store: Store) throws -> [Route] {
        let digest = try #require(store.read { db in try SourceHeld.all(db) }.last?.digest)
        let contract = try #require(Served.exemplar.months.last?.first?.contract)
        let routes: [Route] = [
            .overview, .commissioners, .commissioner(Exemplar.commissioners[0].code), .contracts, .contract(contract),
            .movable, .spendBy, .inertia, .concentration, .backtest, .unitCheck, .organisations,
            .organisation(OrganisationCode("QHM")!), .unmatchedCodes, .indicators, .careAccess, .activity,
            .challengeRules, .challenges(.bundles), .challenges(.costs), .notices(.all),
            .careSiting, .indicator(Slug("diabetes-prevalence")!), .assessment(.all), .imports,
            .importedFile(digest),
            .takeFilesIn, .filesToTakeIn, .rounds, .newRound, .interests, .gifts, .breaches, .committees, .meetings,
            .decisions, .whoDecides, .accountability,
            .published, .feed(.published), .feed(.decisions), .feed(.meetings), .feed(.interests), .rules, .about,
            .home, .signIn, .signInCode, .account, .password, .secondFactor, .tokens, .programs, .people, .addPerson,
            .mail,
            .stylesheet,
        ]
        for route in routes {
            switch route {
            case .overview, .commissioners, .commissioner, .contracts, .contract, .movable, .spendBy, .inertia,
                .concentration, .backtest, .unitCheck, .imports, .importedFile, .rules, .about, .stylesheet, .rounds,
                .takeFilesIn, .filesToTakeIn, .newRound, .columnsOfFile, .organisations, .organisation, .unmatchedCodes,
                .indicators, .indicator, .careAccess, .careSiting, .activity, .challengeRules:
                continue
            // Where activity is worked on: see `ofActivityWork`.
            case .activityWork: continue
            // Those of one bundle or matter: see `ofChallenges`.
            case .challenges, .notices: continue
            // Those of one assessment: see `ofAssessments`.
            case .assessment: continue
            // The pages of one round: see `ofARound`.
            case .round, .roundOption, .roundRobustness, .roundScores, .roundProcess, .roundDecision: continue
            // Where work in a round is done: see `MemberAnswersTests` and `ManageAnswersTests`.
            case .roundWork: continue
            case .interests, .gifts, .breaches, .committees, .meetings, .decisions, .whoDecides, .accountability:
                continue
            // Pages of one person, committee or meeting, and files that are no page: see `ofGovernance`.
            case .interestsOf, .committee, .meeting, .minutes, .minutesDocument, .meetingCalendar: continue
            case .agenda, .agendaDocument, .papers, .papersDocument: continue
            case .published, .publishedRecord, .publishedFile, .feed: continue
            case .home, .signIn, .signInCode, .account, .password, .secondFactor, .people, .addPerson, .mail: continue
            case .tokens, .programs: continue
            // Of one account or one link: see `ofGovernance`.
            case .personAccount, .closeAccount, .setPassword: continue
            // Where registers and meetings are kept: see `ofGovernanceWork`.
            case .register, .meetingWork, .meetingEvents, .planMeeting, .askRights, .script: continue
            case .meetingPack, .meetingPaper, .answerRights, .committeeWork, .rightsWork: continue
            }
        }
        return routes
    }

    /// The pages of one round, which the system of these tests has none of.
    static let ofARound: [Route] = [
        .round(HeldRounds.diabetes), .roundOption(HeldRounds.diabetes, option: HeldRounds.diabetes),
        .roundRobustness(HeldRounds.diabetes), .roundScores(HeldRounds.diabetes), .roundProcess(HeldRounds.diabetes),
        .roundDecision(HeldRounds.diabetes),
    ]

    /// Where work in a round is done; a step stands where a page is of one.
    static let ofRoundWork: [Route] = {
        let id = HeldRounds.diabetes
        let parts: [RoundWork] = [
            .mine, .declare, .weights, .weigh(nil), .weigh(id), .scores, .scoresOn(id), .checkScores, .vote, .papers,
            .ruling(id), .manage, .options, .newOption, .option(id), .withdraw(id), .members, .newMember, .member(id),
            .close(.weights), .reopen(.weights), .solve, .ballot, .advice, .pressure,
            .publish, .decide, .assessments, .agenda, .recordDecision, .appealsRoute, .lodgeAppeal, .answerAppeal(id),
            .money, .moneyFromContracts, .newSource, .newLock, .lock(id), .newRule, .rule(id), .criteria,
            .newCriterion, .criterion(id), .pack, .optionsForm, .scoresForm,
        ]
        return parts.map { .roundWork(id, $0) }
    }()

    /// Pages of one person, committee or meeting, of which the system of these tests has none, and their files.
    static let ofGovernance: [Route] = [
        .interestsOf(HeldRounds.diabetes), .committee(HeldRounds.diabetes), .meeting(HeldRounds.diabetes),
        .minutes(HeldRounds.diabetes), .minutesDocument(HeldRounds.diabetes), .agenda(HeldRounds.diabetes),
        .agendaDocument(HeldRounds.diabetes), .papers(HeldRounds.diabetes), .papersDocument(HeldRounds.diabetes),
        .meetingCalendar, .personAccount(HeldRounds.diabetes), .closeAccount(HeldRounds.diabetes), .setPassword,
        .publishedRecord(HeldRounds.diabetes),
    ]

    private static let paper = EvidenceID(bytes: [UInt8](repeating: 7, count: 32))

    /// Where registers and meetings are kept; what is done by a button alone has no page.
    static let ofGovernanceWork: [Route] = {
        let id = HeldRounds.diabetes
        let register: [RegisterDeed] = [
            .mine, .declare, .gift, .confirm, .amend(id), .end(id), .withhold(id), .withholdGift(id), .keeping,
            .person(id), .approve(id, id), .decideWithholding(id, id), .decideWithholdingGift(id, id), .breach(id),
            .settle(id, id), .enter, .leave(id), .post(id), .tie(id), .deciding(id), .endHolding(id), .retention,
            .upload,
        ]
        let committees: [CommitteeDeed] = [
            .form, .keeping(id), .appoint(id), .terms(id), .dissolve(id), .changeSeat(id, id), .endSeat(id, id),
            .urgent(id), .delegated(id),
        ]
        let rights: [RightsDeed] = [
            .keeping, .record, .amend(id), .end(id), .scheme, .keepingEdges, .draw, .amendEdge(id), .endEdge(id),
        ]
        return register.map { .register($0) } + committees.map { .committeeWork($0) }
            + rights.map { .rightsWork($0) }
            + MeetingDeed.Kind.allCases.filter { $0.way != .button }.map { .meetingWork(MeetingDeed(id, $0)) }
            + [
                .meetingEvents(id), .planMeeting, .askRights, .script, .meetingPack(id), .answerRights(id),
                .meetingPaper(id, SiteTests.paper),
            ]
    }()

    /// Where activity is taken in and worked on; what is stopped there has no page.
    static let ofActivityWork: [Route] = [
        .takeIn, .submission(SiteTests.paper), .challenges, .run(SiteTests.paper), .found(SiteTests.paper), .pays,
        .position, .variance, .forecast,
    ].map { .activityWork($0) }

    /// Where needs assessments are read and worked on; the draft as JSON is told from a table by its ending alone.
    static let ofAssessments: [Route] = {
        let id = HeldRounds.diabetes
        let deeds: [AssessmentDeed] = [
            .open, .one(id), .document(id, version: nil), .word(id, version: nil), .document(id, version: 1),
            .word(id, version: 1), .json(id, version: 1), .figure(id), .finding(id), .voice(id), .conclusion(id),
            .gap(id), .issue(id), .answerVoice(id, voice: id), .oneGap(id, gap: id), .merge(id, gap: id),
            .triage(id, gap: id), .answer(id, gap: id), .withdraw(id, .init(.figure, id)),
        ]
        return deeds.map { .assessment($0) }
    }()

    /// Where bundles of challenges, their costs and notices are read and worked on.
    static let ofChallenges: [Route] = {
        let id = HeldRounds.diabetes
        let deeds: [ChallengeDeed] = [
            .bundle(id), .letter(id), .send(id), .answers(id), .conclude(id), .conclusions(id), .credit(id),
            .dispute(id), .settle(id), .close(id), .newCost, .costsFile, .withdrawCost(1),
        ]
        let notices: [NoticeDeed] = [.begin, .matter(id)] + NoticeDeed.Step.allCases.map { .step(id, $0) }
        return deeds.map { .challenges($0) } + notices.map { .notices($0) }
    }()

    /// The path with what stands for a code, a number or a digest as `*`.
    private func shape(_ route: Route) -> String {
        switch route {
        case .commissioner, .contract, .importedFile, .organisation, .indicator:
            route.path.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/*"
        case .round, .roundOption, .roundRobustness, .roundScores, .roundProcess, .roundDecision, .interestsOf,
            .committee, .meeting, .minutes, .minutesDocument, .agenda, .agendaDocument, .papers, .papersDocument,
            .personAccount, .closeAccount, .publishedRecord, .register, .meetingWork, .meetingEvents, .meetingPack,
            .meetingPaper, .answerRights, .committeeWork, .rightsWork:
            route.path.replacing(HeldRounds.diabetes.description, with: "*").replacing(
                SiteTests.paper.description, with: "*")
        case .activityWork: route.path.replacing(SiteTests.paper.description, with: "*")
        case .challenges(.withdrawCost): route.path.replacing("/costs/1/", with: "/costs/*/")
        case .challenges, .notices: route.path.replacing(HeldRounds.diabetes.description, with: "*")
        case .assessment:
            route.path.replacing(HeldRounds.diabetes.description, with: "*")
                .replacing("/versions/1", with: "/versions/*").replacing("/withdraw/figure", with: "/withdraw/*")
        case .roundWork(_, let part):
            route.path.replacing(HeldRounds.diabetes.description, with: "*").replacing(
                [.close(.weights), .reopen(.weights)].contains(part) ? "/weights" : "//", with: "/*")
        default: route.path
        }
    }

    @Test func `the site serves every page of the list of routes, and no other page`() throws {
        let served = try Served.filled.get()
        let endings = DownloadFormat.allCases.map { ".\($0.rawValue)" }
        let paths = served.site.router().routes.filter { $0.method == .get }
            .map { "/" + $0.path.description.split(separator: "/").joined(separator: "/") }
            .filter { !$0.hasPrefix(ApiCall.root) }
            .filter { path in !endings.contains { path.hasSuffix($0) } && path != "/health" && !path.contains("**") }
            // The way to a provider and back is no page.
            .filter { !$0.hasPrefix(Elsewhere.path) }
            .map { $0.replacing(/\{\w+\}/, with: "*") }
        let all =
            try SiteTests.routes(of: served.store) + SiteTests.ofARound + SiteTests.ofRoundWork
            + SiteTests.ofGovernance + SiteTests.ofGovernanceWork + SiteTests.ofAssessments + SiteTests.ofActivityWork
            + SiteTests.ofGovernance + SiteTests.ofGovernanceWork + SiteTests.ofAssessments
            + SiteTests.ofChallenges
        // A source of money is known by its year and place, what is done to a contract by its number, and a file that
        // waits by its place among those that were sent.
        let shapes =
            Set(all.map { shape($0) }).union(["/rounds/*/manage/money/sources/*/*", "/imports/check/columns/*"])
            .union(ContractDeed.allCases.map { "/contracts/*/\($0.rawValue)" })
        #expect(Set(paths).symmetricDifference(shapes).sorted() == [])
        #expect(paths.count == Set(paths).count)
    }

    @Test func `every page that has a download is served in all three forms`() async throws {
        let served = try Served.filled.get()
        for route in try SiteTests.routes(of: served.store) {
            for format in DownloadFormat.allCases {
                let isOffered = route.download(format) != nil
                // Mail is of the whole installation.
                let reader = route == .mail ? "administrator" : "manager"
                let reply = try await served.ask("\(route.path).\(format.rawValue)", as: reader)
                #expect((reply.status == 200) == isOffered, "\(route.path).\(format.rawValue): \(reply.status)")
            }
        }
    }

    @Test(arguments: [
        "/nowhere", "/contracts/9999999999", "/contracts/abc", "/commissioners/QQQ", "/contracts/9999999999.csv",
        "/imports/none", "/imports/\(String(repeating: "0", count: 64))", "/about.csv",
    ])
    func `what is not held is not found, on a page that says so`(path: String) async throws {
        let reply = try await Served.filled.get().ask(path)
        #expect(reply.status == 404)
        #expect(reply.words.contains("Page not found"))
        #expect(reply.text.contains("Invented figures: Wexbourne ICB does not exist."))
    }

    @Test(arguments: [
        ("month=2024-13", 400, "There is no month “2024-13”."), ("year=twenty", 400, "There is no financial year"),
        ("year=2023-24&month=2024-12", 400, "December 2024 is not in the financial year 2023/24."),
        ("month=2019-12", 422, "No file of December 2019 is held"),
    ])
    func `a month that is none, or is not held, is refused in a sentence`(
        query: String, status: Int, sentence: String
    ) async throws {
        let served = try Served.filled.get()
        for path in ["/", "/commissioners", "/contracts", "/movable.csv"] {
            let reply = try await served.ask("\(path)?\(query)")
            #expect(reply.status == status, "\(path)")
            #expect(reply.words.contains(sentence), "\(path)")
        }
    }

    @Test func `a search cannot write marks into the page`() async throws {
        let reply = try await Served.filled.get().ask("/contracts?q=%3Cscript%3Ealert(1)%3C/script%3E")
        #expect(reply.status == 200)
        #expect(!reply.text.lowercased().contains("<script"))
    }

    @Test(arguments: ["/", "/contracts.csv", "/nowhere", "/remit.css", "/health", "/contracts?month=2024-13"])
    func `every answer forbids scripts, framing and guessing`(path: String) async throws {
        let headers = try await Served.filled.get().ask(path).headers
        let policy = try #require(headers[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("script-src") && !policy.contains("unsafe"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.init("Referrer-Policy")!] == "same-origin")
    }

    @Test func `a page of figures takes no form`() async throws {
        let served = try Served.filled.get()
        let head = try served.store.read { db in try Journal.head(db).sequence }
        for path in ["/", "/contracts", "/imports"] {
            let reply = try? await served.ask(path, .post)
            #expect(reply.map { $0.status >= 400 } ?? true, "\(path)")
        }
        #expect(try served.store.read { db in try Journal.head(db).sequence } == head)
    }

    @Test func `an empty store is told so on every page that lists figures, and none is a fault`() async throws {
        let served = Served(store: try Store.inMemory())
        for path in [
            "/", "/commissioners", "/contracts", "/movable", "/spend-by", "/imports", "/rounds", "/rules", "/about",
        ] {
            let reply = try await served.ask(path)
            #expect(reply.status < 500, "\(path): \(reply.words)")
            #expect(!reply.text.contains("Invented figures"), "\(path)")
        }
    }

    @Test func `the desk is kept while nothing is done, and made again when something is`() throws {
        let store = try Store.inMemory()
        let desks = Desks(store: store)
        let first = try desks.current()
        #expect(try desks.current() === first)
        try store.perform(
            SetUpInstallation(holder: "Wexbourne ICB", isInvented: true), by: Served.author, at: Served.moment)
        #expect(try desks.current() !== first)
        #expect(try desks.current().installation.isInvented)
    }
}
