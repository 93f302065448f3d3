import Contracts
import Markup
import Pages
import Priorities
import Testing
import Vocabulary

@Suite struct RouteTests {
    @Test func `every route has its path`() throws {
        let number = try #require(ContractNumber("1000080000"))
        let code = try #require(OrganisationCode("QHM"))
        let paths: [(Route, String)] = [
            (.overview, "/"), (.commissioners, "/commissioners"), (.commissioner(code), "/commissioners/QHM"),
            (.contracts, "/contracts"), (.contract(number), "/contracts/1000080000"), (.movable, "/movable"),
            (.spendBy, "/spend-by"), (.inertia, "/inertia"), (.concentration, "/concentration"),
            (.backtest, "/forecast/backtest"), (.activity, "/activity"), (.challengeRules, "/activity/rules"),
            (.activityWork(.takeIn), "/activity/import"), (.activityWork(.challenges), "/activity/challenges"),
            (.activityWork(.run(Sample.digest)), "/activity/challenges/\(Sample.digest)"),
            (.activityWork(.found(Sample.digest)), "/activity/challenges/\(Sample.digest)/found"),
            (.activityWork(.submission(Sample.digest)), "/activity/submissions/\(Sample.digest)"),
            (.activityWork(.pays), "/activity/pays"), (.activityWork(.position), "/activity/position"),
            (.activityWork(.variance), "/activity/variance"), (.activityWork(.forecast), "/activity/forecast"),
            (.activityWork(.stop), "/activity/stop"),
            (.challenges(.bundles), "/activity/bundles"), (.challenges(.costs), "/activity/costs"),
            (.challenges(.withdrawCost(3)), "/activity/costs/3/withdraw"),
            (.challenges(.conclude(RoundSample.slug("b1"))), "/activity/bundles/b1/conclude"),
            (.challenges(.letter(RoundSample.slug("b1"))), "/activity/bundles/b1/letter.docx"),
            (.notices(.all), "/activity/notices"),
            (.notices(.step(RoundSample.slug("m1"), .meet)), "/activity/notices/m1/meet"),
            (.indicators, "/needs"), (.careAccess, "/needs/access"),
            (.careSiting, "/needs/access/sites"),
            (.indicator(Slug("diabetes-prevalence")!), "/needs/diabetes-prevalence"),
            (.organisations, "/organisations"),
            (.organisation(code), "/organisations/QHM"), (.unmatchedCodes, "/organisations/unmatched"),
            (.unitCheck, "/check/uda"), (.imports, "/imports"),
            (.importedFile(Sample.digest), "/imports/\(Sample.digest)"), (.rules, "/rules"), (.about, "/about"),
            (.rounds, "/rounds"), (.round(RoundSample.id), "/rounds/wexbourne-dental"),
            (
                .roundOption(RoundSample.id, option: RoundSample.slug("helpline")),
                "/rounds/wexbourne-dental/options/helpline"
            ),
            (.roundRobustness(RoundSample.id), "/rounds/wexbourne-dental/robustness"),
            (.roundScores(RoundSample.id), "/rounds/wexbourne-dental/scores"),
            (.roundProcess(RoundSample.id), "/rounds/wexbourne-dental/process"),
            (.roundDecision(RoundSample.id), "/rounds/wexbourne-dental/decision"),
            (.interests, "/interests"), (.interestsOf(RoundSample.slug("p014")), "/interests/p014"),
            (.gifts, "/gifts"), (.breaches, "/breaches"), (.committees, "/committees"),
            (.committee(RoundSample.slug("pccc")), "/committees/pccc"), (.meetings, "/meetings"),
            (.meetingCalendar, "/meetings.ics"), (.meeting(RoundSample.slug("m1")), "/meetings/m1"),
            (.minutes(RoundSample.slug("m1")), "/meetings/m1/minutes"),
            (.minutesDocument(RoundSample.slug("m1")), "/meetings/m1/minutes.docx"),
            (.agenda(RoundSample.slug("m1")), "/meetings/m1/agenda"),
            (.agendaDocument(RoundSample.slug("m1")), "/meetings/m1/agenda.docx"),
            (.papers(RoundSample.slug("m1")), "/meetings/m1/papers"),
            (.papersDocument(RoundSample.slug("m1")), "/meetings/m1/papers.docx"), (.decisions, "/decisions"),
            (.whoDecides, "/who-decides"), (.accountability, "/accountability"), (.home, "/home"),
            (.signIn, "/sign-in"), (.signInCode, "/sign-in/code"), (.setPassword, "/set-password"),
            (.account, "/account"),
            (.password, "/account/password"), (.secondFactor, "/account/second-factor"), (.tokens, "/account/tokens"),
            (.programs, "/api"), (.people, "/people"),
            (.addPerson, "/people/add"), (.personAccount(RoundSample.slug("a014")), "/people/a014"),
            (.mail, "/mail"), (.closeAccount(RoundSample.slug("a014")), "/people/a014/close"),
            (.stylesheet, "/remit.css"), (.published, "/published"),
            (.publishedRecord(RoundSample.id), "/published/wexbourne-dental"),
            (
                .publishedFile(RoundSample.id, try #require(LocalFile("tables/options.csv"))),
                "/published/wexbourne-dental/tables/options.csv"
            ),
            (.feed(.interests), "/interests.atom"), (.register(.mine), "/my-interests"),
            (.register(.settle(RoundSample.slug("p014"), RoundSample.slug("b1"))), "/register/p014/breaches/b1/settle"),
            (
                .meetingWork(MeetingDeed(RoundSample.slug("m1"), .move, ["item": RoundSample.slug("dental")])),
                "/meetings/m1/live/move?item=dental"
            ),
            (.meetingPack(RoundSample.slug("m1")), "/meetings/m1/live/papers.docx"),
            (.meetingPaper(RoundSample.slug("m1"), Sample.digest), "/meetings/m1/live/papers/\(Sample.digest)"),
            (.meetingEvents(RoundSample.slug("m1")), "/meetings/m1/events"), (.planMeeting, "/meetings/plan"),
            (.askRights, "/who-decides/ask"), (.answerRights(RoundSample.slug("q1")), "/who-decides/questions/q1"),
            (.assessment(.all), "/needs/assessments"), (.assessment(.open), "/needs/assessments/new"),
            (.assessment(.one(RoundSample.slug("teeth"))), "/needs/assessments/teeth"),
            (.assessment(.word(RoundSample.slug("teeth"), version: nil)), "/needs/assessments/teeth/document.docx"),
            (.assessment(.document(RoundSample.slug("teeth"), version: 2)), "/needs/assessments/teeth/versions/2"),
            (
                .assessment(.answer(RoundSample.slug("teeth"), gap: RoundSample.slug("g1"))),
                "/needs/assessments/teeth/gaps/g1/answer"
            ),
            (.script, "/remit.js"), (.columnsOfFile(2), "/imports/check/columns/2"),
            (.committeeWork(.form), "/committees/new"),
            (.committeeWork(.urgent(RoundSample.slug("pccc"))), "/committees/pccc/urgent"),
            (.rightsWork(.keeping), "/who-decides/keep"),
            (.rightsWork(.endEdge(RoundSample.slug("e1"))), "/accountability/edges/e1/end"),
        ]
        for (route, path) in paths { #expect(route.destination().description == path) }
    }

    @Test func `a list's address keeps order, search, band and position`() {
        let query = ListQuery(page: 2, sort: "-valuePence", search: "Smith & Co", commissioner: "QHM", band: "below")
        let asked = AskedPosition(year: FinancialYear("2024/25"), month: Month("2024-12"))
        #expect(
            Route.contracts.destination(at: asked, listing: query).description
                == "/contracts?page=2&sort=-valuePence&q=Smith%20%26%20Co&commissioner=QHM&band=below"
                + "&year=2024-25&month=2024-12")
    }

    @Test func `a table is taken away whole: without its page, with its filter`() {
        let query = ListQuery(page: 4, band: "below")
        let address = Route.contracts.download(.xlsx, at: .latest, listing: query)
        #expect(address?.description == "/contracts.xlsx?band=below")
        #expect(Route.overview.download(.csv) == nil)
    }

    @Test func `a query is read as it is written`() throws {
        let query = ListQuery(page: 3, sort: "name", search: "x", commissioner: "Q1", band: "b", on: "2024-12-01")
        let values = ["page": "3", "sort": "name", "q": "x", "commissioner": "Q1", "band": "b", "on": "2024-12-01"]
        #expect(ListQuery { values[$0] } == query)
        #expect(ListQuery { _ in nil } == .all)
        #expect(ListQuery { ["page": "-7", "q": ""][$0] } == .all)
        #expect(ListQuery { ["page": "soon"][$0] } == .all)
    }

    @Test func `a position is read, and refused where it cannot be`() throws {
        let asked = try AskedPosition { ["year": "2024-25", "month": "2025-03"][$0] }
        #expect(asked == AskedPosition(year: FinancialYear("2024/25"), month: Month("2025-03")))
        #expect(try AskedPosition { _ in nil } == .latest)
        for (values, code) in [
            (["year": "2024-27"], "unreadable-year"), (["month": "December"], "unreadable-month"),
            (["year": "2023-24", "month": "2024-12"], "month-outside-year"),
        ] {
            let refusal = #expect(throws: Refusal.self) { try AskedPosition { values[$0] } }
            #expect(refusal?.code == code)
        }
    }
}
