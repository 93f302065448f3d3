import Access
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Store
import Vocabulary

/// Every route on one screen, with who may enter it.
struct Site: Sendable {
    let desks: Desks
    let version: String
    var door: Door
    let calls = CallsRemembered()
    /// Of forms with files.
    var uploadLimits = BodyLimits.upload
    /// The way out for messages; nil where none is set up.
    var mail: Postroom?
    var log = ServingLog(.none)
    let pages = KeptPages()
    /// Told by the server's clock; a test tells its own.
    var now: @Sendable () -> Moment = { Moment(secondsSince1970: Int(Date().timeIntervalSince1970)) }

    /// Every route that is served, and no other.
    static let routes: [Registered] = {
        var routes = RouteList()
        positions(&routes)
        OrganisationAnswers.routes(&routes)
        IndicatorAnswers.routes(&routes)
        ActivityAnswers.routes(&routes)
        activityWork(&routes)
        challenges(&routes)
        needsAssessments(&routes)
        CareAccessAnswers.routes(&routes)
        governance(&routes)
        access(&routes)
        Elsewhere.routes(&routes)
        PeopleAnswer.routes(&routes)
        Postroom.routes(&routes)
        governanceWork(&routes)
        roundWork(&routes)
        publication(&routes)
        filesTakenIn(&routes)
        contractDeeds(&routes)
        roundSetUp(&routes)
        programs(&routes)
        routes.plain("/remit.css") { _ in
            Site.response(.ok, Look.css, type: "text/css; charset=utf-8", lifetime: 3_600)
        }
        routes.plain("/health") { site in
            HealthAnswer.answer(site.desks.storeWatch, closing: site.door.closing)
        }
        return routes.all
    }()

    /// What is kept (`isKept`) shows nothing that is not in the record: no progress, no time of day.
    private static func positions(_ routes: inout RouteList) {
        routes.page("/", entry: .holding(.readContracts), isKept: true) { try OverviewAnswer.answer($0) }
        routes.page("/commissioners", entry: .holding(.readContracts), isKept: true) {
            try CommissionersAnswer.answer($0)
        }
        routes.page("/commissioners/:code", entry: .holding(.readContracts), isKept: true) {
            try CommissionerAnswer.answer($0)
        }
        routes.page("/contracts", entry: .holding(.readContracts), isKept: true) { try ContractsAnswer.answer($0) }
        routes.page("/contracts/:number", entry: .holding(.readContracts), isKept: true) {
            try ContractAnswer.answer($0)
        }
        routes.page("/movable", entry: .holding(.readContracts), isKept: true) { try MovableAnswer.answer($0) }
        routes.page("/spend-by", entry: .holding(.readContracts), isKept: true) { try SpendByAnswer.answer($0) }
        routes.page("/inertia", entry: .holding(.readContracts), isKept: true) { try InertiaAnswer.answer($0) }
        routes.page("/concentration", entry: .holding(.readContracts), isKept: true) {
            try ConcentrationAnswer.answer($0)
        }
        routes.page("/forecast/backtest", entry: .holding(.readContracts), isKept: true) {
            try BacktestAnswer.answer($0)
        }
        routes.page("/check/uda", entry: .holding(.readContracts), isKept: true) { try UnitCheckAnswer.answer($0) }
        routes.page("/imports", entry: .holding(.readContracts)) { try ImportsAnswer.answer($0) }
        routes.page("/imports/:digest", entry: .holding(.readContracts)) { try ImportedFileAnswer.answer($0) }
        routes.page("/rounds", entry: .holding(.readRounds)) { try RoundsAnswer.answer($0) }
        routes.page("/rounds/:round", entry: .holding(.readRounds), isKept: true) { try RoundAnswer.glance($0) }
        routes.page("/rounds/:round/options/:option", entry: .holding(.readRounds), isKept: true) {
            try RoundAnswer.option($0)
        }
        routes.page("/rounds/:round/robustness", entry: .holding(.readRounds), isKept: true) {
            try RoundAnswer.robustness($0)
        }
        routes.page("/rounds/:round/scores", entry: .holding(.readScoresOfOthers)) { try RoundAnswer.scores($0) }
        routes.page("/rounds/:round/process", entry: .holding(.readRounds), isKept: true) {
            try RoundAnswer.process($0)
        }
        routes.page("/rounds/:round/decision", entry: .holding(.readRounds), isKept: true) {
            try RoundAnswer.decision($0)
        }
    }

    /// What is published can be read by everybody.
    private static func governance(_ routes: inout RouteList) {
        routes.page("/interests", entry: .everybody) { try InterestsAnswer.answer($0) }
        routes.page("/interests/:person", entry: .everybody) { try InterestsAnswer.person($0) }
        routes.page("/gifts", entry: .everybody, InterestsAnswer.list(.gifts))
        routes.page("/breaches", entry: .everybody, InterestsAnswer.list(.breaches))
        routes.page("/committees", entry: .everybody) { try CommitteeAnswer.all($0) }
        routes.page("/committees/:committee", entry: .everybody) { try CommitteeAnswer.one($0) }
        routes.page("/meetings", entry: .everybody) { try MeetingAnswer.all($0) }
        routes.page("/meetings/:meeting", entry: .everybody) { try MeetingAnswer.one($0) }
        routes.page("/meetings/:meeting/minutes", entry: .everybody) { try MeetingAnswer.minutes($0) }
        routes.page("/meetings/:meeting/agenda", entry: .everybody) { try MeetingAnswer.agenda($0, .agenda) }
        routes.page("/meetings/:meeting/papers", entry: .everybody) { try MeetingAnswer.agenda($0, .papers) }
        routes.page("/decisions", entry: .everybody) { try DecidingAnswer.decisions($0) }
        routes.page("/who-decides", entry: .everybody) { try DecidingAnswer.whoDecides($0) }
        routes.page("/accountability", entry: .everybody) { try DecidingAnswer.accountability($0) }
        routes.file("/meetings.ics", entry: .everybody) { question in
            Site.response(
                .ok, MeetingAnswer.calendar(question), type: "text/calendar; charset=utf-8", fileName: "meetings.ics")
        }
        routes.document("/meetings/:meeting/minutes.docx", entry: .everybody) { try MeetingAnswer.document($0) }
        routes.document("/meetings/:meeting/agenda.docx", entry: .everybody) {
            try MeetingAnswer.agendaDocument($0, .agenda)
        }
        routes.document("/meetings/:meeting/papers.docx", entry: .everybody) {
            try MeetingAnswer.agendaDocument($0, .papers)
        }
        routes.page("/rules", entry: .everybody) { try RulesAnswer.answer($0) }
        routes.page("/about", entry: .everybody) { _ in Answer(AboutPage()) }
    }

    private static func access(_ routes: inout RouteList) {
        routes.page("/sign-in", entry: .everybody, isTable: false) { SignInAnswer.page($0) }
        routes.form("/sign-in", entry: .everybody, on: .passwords) { try SignInAnswer.take($0) }
        routes.page("/sign-in/code", entry: .everybody, isTable: false) { SignInAnswer.codePage($0) }
        routes.form("/sign-in/code", entry: .everybody) { try SignInAnswer.takeCode($0) }
        routes.page("/set-password", entry: .everybody, isTable: false) { try AccountAnswer.settingPassword($0) }
        routes.form("/set-password", entry: .everybody, on: .passwords) { try AccountAnswer.setPassword($0) }
        routes.form("/sign-out", entry: .signedIn) { try SignInAnswer.signOut($0) }
        routes.form("/demo/switch", entry: .everybody) { try SignInAnswer.switchPerson($0) }
        routes.page("/home", entry: .signedIn, isTable: false) { try HomeAnswer.page($0) }
        routes.page("/account", entry: .signedIn, isTable: false) { try AccountAnswer.page($0) }
        routes.page("/account/password", entry: .signedIn, isTable: false) {
            try AccountAnswer.password($0)
        }
        routes.form("/account/password", entry: .signedIn, on: .passwords) { try AccountAnswer.takePassword($0) }
        routes.page("/account/second-factor", entry: .signedIn, isTable: false) {
            try AccountAnswer.factor($0)
        }
        routes.form("/account/second-factor", entry: .signedIn) { try AccountAnswer.turnOn($0) }
        routes.form("/account/second-factor/off", entry: .signedIn, on: .passwords) { try AccountAnswer.turnOff($0) }
        routes.page("/account/tokens", entry: .holding(.useAPI), isTable: false) { try TokensAnswer.page($0) }
        routes.form("/account/tokens", entry: .holding(.useAPI)) { try TokensAnswer.make($0) }
        routes.form("/account/tokens/end", entry: .holding(.useAPI)) { try TokensAnswer.end($0) }
        routes.form("/account/sessions/end", entry: .signedIn) { try AccountAnswer.end($0) }
        routes.form("/account/sessions/end-others", entry: .signedIn) {
            try AccountAnswer.endOthers($0)
        }
        routes.page("/people", entry: .holding(.administer)) { try PeopleAnswer.all($0) }
        routes.page("/people/add", entry: .holding(.administer), isTable: false) { PeopleAnswer.adding($0) }
        routes.form("/people/add", entry: .holding(.administer)) { try PeopleAnswer.add($0) }
        routes.page("/people/:account", entry: .holding(.administer)) { try PeopleAnswer.one($0) }
        routes.form("/people/:account/grant", entry: .holding(.administer)) { try PeopleAnswer.grant($0) }
        routes.form("/people/:account/withdraw", entry: .holding(.administer)) { try PeopleAnswer.withdraw($0) }
        routes.form("/people/:account/suspend", entry: .holding(.administer)) { try PeopleAnswer.suspend($0) }
        routes.form("/people/:account/restore", entry: .holding(.administer)) { try PeopleAnswer.restore($0) }
        routes.form("/people/:account/link", entry: .holding(.administer)) { try PeopleAnswer.link($0) }
        routes.form("/people/:account/close", entry: .holding(.administer)) { try PeopleAnswer.close($0) }
    }

    func router() -> Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: LoggedRequests(log: log))
        router.add(middleware: SecurityHeaders(isSecure: door.cookies.isSecure))
        router.add(middleware: NotFoundPage { request, context in notFound(request, context) })
        for route in Site.routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await route.answer(self, request, context)
            }
        }
        return router
    }
}
