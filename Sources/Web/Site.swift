import Contracts
import Foundation
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Pages
import Store
import Tabular
import Vocabulary

/// Every route on one screen, and what stands round each answer.
struct Site: Sendable {
    let desks: Desks
    let version: String
    /// Told by the server's clock; a test tells its own.
    var now: @Sendable () -> Moment = { Moment(secondsSince1970: Int(Date().timeIntervalSince1970)) }

    func router() -> Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: NotFoundPage { failure(Refusal(.usage, code: "not-found", ""), path: $0) })
        page(router, "/") { try OverviewAnswer.answer($0) }
        page(router, "/commissioners") { try CommissionersAnswer.answer($0) }
        page(router, "/commissioners/:code") { try CommissionerAnswer.answer($0) }
        page(router, "/contracts") { try ContractsAnswer.answer($0) }
        page(router, "/contracts/:number") { try ContractAnswer.answer($0) }
        page(router, "/movable") { try MovableAnswer.answer($0) }
        page(router, "/spend-by") { try SpendByAnswer.answer($0) }
        page(router, "/inertia") { try InertiaAnswer.answer($0) }
        page(router, "/concentration") { try ConcentrationAnswer.answer($0) }
        page(router, "/forecast/backtest") { try BacktestAnswer.answer($0) }
        page(router, "/check/uda") { try UnitCheckAnswer.answer($0) }
        page(router, "/imports") { try ImportsAnswer.answer($0) }
        page(router, "/imports/:digest") { try ImportedFileAnswer.answer($0) }
        page(router, "/rounds") { try RoundsAnswer.answer($0) }
        page(router, "/rounds/:round") { try RoundAnswer.glance($0) }
        page(router, "/rounds/:round/options/:option") { try RoundAnswer.option($0) }
        page(router, "/rounds/:round/robustness") { try RoundAnswer.robustness($0) }
        page(router, "/rounds/:round/scores") { try RoundAnswer.scores($0) }
        page(router, "/rounds/:round/process") { try RoundAnswer.process($0) }
        page(router, "/rounds/:round/decision") { try RoundAnswer.decision($0) }
        page(router, "/interests") { try InterestsAnswer.answer($0) }
        page(router, "/interests/:person") { try InterestsAnswer.person($0) }
        page(router, "/gifts", InterestsAnswer.list(.gifts))
        page(router, "/breaches", InterestsAnswer.list(.breaches))
        page(router, "/committees") { try CommitteeAnswer.all($0) }
        page(router, "/committees/:committee") { try CommitteeAnswer.one($0) }
        page(router, "/meetings") { try MeetingAnswer.all($0) }
        page(router, "/meetings/:meeting") { try MeetingAnswer.one($0) }
        page(router, "/meetings/:meeting/minutes") { try MeetingAnswer.minutes($0) }
        page(router, "/meetings/:meeting/agenda") { try MeetingAnswer.agenda($0, .agenda) }
        page(router, "/meetings/:meeting/papers") { try MeetingAnswer.agenda($0, .papers) }
        page(router, "/decisions") { try DecidingAnswer.decisions($0) }
        page(router, "/who-decides") { try DecidingAnswer.whoDecides($0) }
        page(router, "/accountability") { try DecidingAnswer.accountability($0) }
        file(router, "/meetings.ics") { question in
            Site.response(
                .ok, MeetingAnswer.calendar(question), type: "text/calendar; charset=utf-8", fileName: "meetings.ics")
        }
        document(router, "/meetings/:meeting/minutes.docx") { try MeetingAnswer.document($0) }
        document(router, "/meetings/:meeting/agenda.docx") { try MeetingAnswer.agendaDocument($0, .agenda) }
        document(router, "/meetings/:meeting/papers.docx") { try MeetingAnswer.agendaDocument($0, .papers) }
        page(router, "/rules") { try RulesAnswer.answer($0) }
        page(router, "/about") { _ in Answer(AboutPage()) }
        router.get("/remit.css") { _, _ in
            Site.response(.ok, Look.css, type: "text/css; charset=utf-8", lifetime: 3_600)
        }
        router.get("/health") { _, _ in
            _ = try desks.store.read { db in try Journal.head(db).sequence }
            return Site.response(.ok, Array("ok\n".utf8), type: "text/plain; charset=utf-8")
        }
        return router
    }

    /// A page at a path, and its table as CSV, JSON and Excel at the same path with the ending.
    private func page(
        _ router: Router<BasicRequestContext>, _ path: RouterPath,
        _ answer: @escaping @Sendable (Question) throws -> Answer
    ) {
        router.get(path) { request, context in
            let asked = Asked(request, context)
            return await Task.detached { respond(to: asked, answer) }.value
        }
        // Where the last part of a path is a parameter, it may carry the ending itself: see `Asked`.
        let last = path.description.split(separator: "/").last ?? ""
        guard !last.isEmpty, last != "about", !last.hasPrefix(":"), !last.hasPrefix("{") else { return }
        for format in DownloadFormat.allCases {
            router.get(RouterPath("\(path.description).\(format.rawValue)")) { request, context in
                let asked = Asked(request, context, format: format)
                return await Task.detached { respond(to: asked, answer) }.value
            }
        }
    }

    /// What is no page: a calendar or a document.
    private func file(
        _ router: Router<BasicRequestContext>, _ path: RouterPath,
        _ answer: @escaping @Sendable (Question) throws -> Response
    ) {
        router.get(path) { request, context in
            let asked = Asked(request, context)
            return await Task.detached { answered(asked, answer) }.value
        }
    }

    private func document(
        _ router: Router<BasicRequestContext>, _ path: RouterPath,
        _ answer: @escaping @Sendable (Question) throws -> (bytes: [UInt8], name: String)
    ) {
        file(router, path) { question in
            let (bytes, name) = try answer(question)
            return Site.response(
                .ok, bytes, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                fileName: name)
        }
    }

    private func respond(to asked: Asked, _ answer: (Question) throws -> Answer) -> Response {
        answered(asked) { question in
            let answer = try answer(question)
            if let format = asked.format { return try Download.response(answer, format, question) }
            let html = answer.page.render(in: question.shell)
            return Site.response(.ok, html.bytes(), type: "text/html; charset=utf-8")
        }
    }

    private func answered(_ asked: Asked, _ answer: (Question) throws -> Response) -> Response {
        do {
            let desk = try desks.current()
            return try answer(
                Question(
                    asked, desk: desk, rounds: desks.rounds(), governance: desks.governance(), store: desks.store,
                    version: version, now: now()))
        } catch let refusal as Refusal {
            return failure(refusal, path: asked.path)
        } catch {
            return fault(error, path: asked.path)
        }
    }

    private func failure(_ refusal: Refusal, path: String) -> Response {
        if refusal.code == "not-found" {
            return errorPage(.notFound(refusal.sentence.isEmpty ? nil : refusal.sentence), .notFound)
        }
        return errorPage(.refused(refusal), refusal.kind == .usage ? .badRequest : .unprocessableContent)
    }

    /// What went wrong stands in the log under a number, never on the page.
    private func fault(_ error: any Error, path: String) -> Response {
        let reference = String(UUID().uuidString.prefix(8))
        FileHandle.standardError.write(Data("remit: fault \(reference) at \(path): \(error)\n".utf8))
        return errorPage(.ours(reference: reference), .internalServerError)
    }

    private func errorPage(_ page: ErrorPage, _ status: HTTPResponse.Status) -> Response {
        let desk = try? desks.current()
        let shell = Shell(
            system: desk?.installation.holder ?? "Remit", isInvented: desk?.installation.isInvented ?? false,
            version: version, dataTo: desk?.book.dataTo)
        return Site.response(status, page.render(in: shell).bytes(), type: "text/html; charset=utf-8")
    }

    static func response(
        _ status: HTTPResponse.Status, _ bytes: [UInt8], type: String, lifetime: Int = 0, fileName: String? = nil
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: type, .cacheControl: lifetime > 0 ? "public, max-age=\(lifetime)" : "no-cache",
        ]
        if let fileName { headers[.contentDisposition] = "attachment; filename=\"\(fileName)\"" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
