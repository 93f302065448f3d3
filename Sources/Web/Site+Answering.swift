import Access
import Contracts
import Foundation
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Pages
import Store
import Vocabulary

/// What stands round each answer.
extension Site {
    func respond(
        to asked: Asked, _ entry: Entry, isKept: Bool = false, _ answer: (Question) throws -> Answer
    ) -> Response {
        answered(asked, entry, isKept: isKept) { question in
            let answer = refilled(try answer(question), question)
            let isPublished = entry == .everybody && question.visitor.signedIn == nil
            let conditions = isPublished ? asked.conditions : nil
            if let format = asked.format {
                return try Download.response(answer, format, question, under: conditions)
            }
            var made = page(answer.page, .ok, question, under: conditions)
            if let again = answer.again {
                let there = again.there.adding(query: [("every", String(again.seconds))])
                made.headers[.init("Refresh")!] = "\(again.seconds); url=\(there)"
            }
            return made
        }
    }

    func answered(
        _ asked: Asked, _ entry: Entry, isKept: Bool = false, _ answer: (Question) throws -> Response
    ) -> Response {
        var visitor = Visitor.nobody
        do {
            let moment = now()
            let version = try desks.store.version()
            visitor = try door.visitor(asked, at: moment, version: version)
            guard entry.admits(visitor, by: door.rules, on: moment.inLondon.day) else {
                return turnedAway(visitor, asked, entry)
            }
            let key = isKept ? try key(asked, visitor, moment, version) : nil
            if let key, let made = pages[key] { return made }
            let made = kept(try answer(question(asked, visitor, moment)), visitor)
            if let key { pages.keep(made, for: key) }
            return made
        } catch let refusal as Refusal {
            return failure(refusal, visitor, asked)
        } catch {
            return fault(error, route: asked.route)
        }
    }

    /// The answer that was made for the same reader before, where nothing has changed; nil where it is to be made, or
    /// somebody is to be turned away.
    func keptAnswer(to asked: Asked, _ entry: Entry) -> Response? {
        let moment = now()
        // One look at the file for all that is asked of it.
        guard let version = try? desks.store.version(),
            let visitor = try? door.visitor(asked, at: moment, version: version),
            entry.admits(visitor, by: door.rules, on: moment.inLondon.day),
            let key = try? key(asked, visitor, moment, version)
        else { return nil }
        return pages[key]
    }

    /// What a kept answer is found by; nil for readers without a session, and where a page is to tell something once.
    private func key(
        _ asked: Asked, _ visitor: Visitor, _ moment: Moment, _ version: Int?
    ) throws -> KeptPages.Key? {
        guard let session = visitor.signedIn?.session, !door.notices.has(for: session.id) else { return nil }
        return KeptPages.Key(
            session: session.id, address: asked.address, root: asked.root, head: try desks.lines(at: version).head,
            day: moment.inLondon.day)
    }

    /// A form that was sent: from a page of ours, by who may, whole, and with its token.
    func taken(
        _ request: Request, _ context: BasicRequestContext, _ entry: Entry, _ limits: BodyLimits, on lane: Lane,
        _ take: @escaping @Sendable (Sent) throws -> Outcome
    ) async -> Response {
        let asked = Asked(request, context, cookies: door.cookies)
        let moment = now()
        var visitor = Visitor.nobody
        do {
            visitor = try door.visitor(asked, at: moment, version: desks.store.version())
            guard door.crossing.isFromUs(request.head) else {
                return errorPage(.notOurForm, .forbidden, visitor, asked)
            }
            guard entry.admits(visitor, by: door.rules, on: moment.inLondon.day) else {
                let isHeld = try await holds(request, asked, visitor, limits, at: moment)
                return turnedAway(visitor, asked, entry, backTo: isHeld ? asked.path : nil)
            }
            let body = try await request.postedBody(limits)
            guard let token = body.value(FormToken.fieldName),
                token.isSame(as: door.token(of: visitor, asked).description)
            else { return errorPage(.notOurForm, .forbidden, visitor, asked) }
            let (site, who) = (self, visitor)
            return await lane.run { site.done(asked, who, moment, body, take) }
        } catch let fault as BodyFault {
            return errorPage(
                ErrorPage(heading: "The form was not taken", sentences: [fault.sentence], leadingOn: [.home]),
                fault.status, visitor, asked)
        } catch {
            return fault(error, route: asked.route)
        }
    }

    private func done(
        _ asked: Asked, _ visitor: Visitor, _ moment: Moment, _ body: PostedBody, _ take: (Sent) throws -> Outcome
    ) -> Response {
        do {
            let question = try self.question(asked, visitor, moment)
            let outcome = try take(Sent(question: question, body: body))
            var response: Response
            switch outcome.kind {
            case .done(let path, let notice):
                if let notice, let session = visitor.signedIn?.session { door.notices.keep(notice, for: session.id) }
                response = Site.seeOther(path)
            case .again(let page): response = self.page(page, .unprocessableContent, question)
            case .shown(let page): response = self.page(page, .ok, question)
            }
            for (name, value) in outcome.cookies { set(name, to: value, in: &response) }
            return kept(response, visitor)
        } catch let refusal as Refusal {
            return failure(refusal, visitor, asked)
        } catch {
            return fault(error, route: asked.route)
        }
    }

    func question(_ asked: Asked, _ visitor: Visitor, _ moment: Moment) throws -> Question {
        let desks = try self.desks.all()
        return try Question(
            asked, by: visitor, visit: visit(visitor), door: door, desk: desks.figures, rounds: desks.rounds,
            governance: desks.governance, uploads: self.desks.uploads, uploadLimits: uploadLimits,
            store: self.desks.store, version: version, now: moment, mail: mail, activity: self.desks.activity,
            organisations: { [desks = self.desks] in try desks.directory() },
            needs: { [desks = self.desks] in try desks.needs() })
    }

    /// - Parameter conditions: of a reader who may be sent what caches hold; nil where the page is for one reader.
    private func page(
        _ page: any Page, _ status: HTTPResponse.Status, _ question: Question, under conditions: Conditions? = nil
    ) -> Response {
        var shell = question.shell
        if let session = question.visitor.signedIn?.session { shell.visit.notice = door.notices.take(for: session.id) }
        let (bytes, type) = (page.render(in: shell).bytes(), "text/html; charset=utf-8")
        let isSealed = [.signIn, .signInCode, .setPassword].contains(page.route)
        if let conditions, !isSealed { return Site.response(bytes, type: type, under: conditions) }
        var response = Site.response(status, bytes, type: type)
        if isSealed, question.asked.cookies[.seal] != question.asked.seal.secret {
            set(.seal, to: question.asked.seal.secret, in: &response)
        }
        return response
    }

    /// What of a reader the page's frame shows.
    private func visit(_ visitor: Visitor) -> Visit {
        let (rules, day) = (door.rules, now().inLondon.day)
        let mayEnter: @Sendable (Route) -> Bool = { route in
            Site.entries[route.path]?.admits(visitor, by: rules, on: day) ?? true
        }
        guard let signedIn = visitor.signedIn, let token = FormToken(signedIn.session.csrf) else {
            return Visit(.nobody, mayEnter: mayEnter)
        }
        return Visit(
            .person(name: signedIn.name, token: token),
            others: door.demonstration?.others(than: signedIn.account.id) ?? [], mayEnter: mayEnter)
    }

    /// Who may enter the pages without variable parts, by path.
    private static let entries: [String: Entry] = Dictionary(
        routes.filter { $0.method == .get }.map { ($0.path, $0.entry) }, uniquingKeysWith: { first, _ in first })

    /// To the sign-in page and back where nobody has signed in; else a page that says who may enter.
    ///
    /// - Parameter place: where to come back to; nil: to the page that was asked for, else home.
    private func turnedAway(
        _ visitor: Visitor, _ asked: Asked, _ entry: Entry, backTo place: String? = nil
    ) -> Response {
        guard visitor.signedIn != nil else {
            if asked.path == Route.overview.path, asked.method == .get || asked.method == .head {
                return respond(to: asked, .everybody) { try PublishedAnswer.front($0) }
            }
            let isPost = asked.method != .get && asked.method != .head
            let back = place ?? (isPost ? Route.home.path : asked.address)
            return kept(
                Site.seeOther(Route.signIn.destination().adding(query: [("then", back)]).description), visitor)
        }
        // The address without a path is everybody's first: whoever may not see the overview begins at home.
        if asked.path == Route.overview.path { return kept(Site.seeOther(Route.home.path), visitor) }
        return errorPage(.notAllowed(entry.roles(by: door.rules)), .forbidden, visitor, asked)
    }

    func failure(_ refusal: Refusal, _ visitor: Visitor, _ asked: Asked) -> Response {
        if refusal.code == "not-found" {
            return errorPage(
                .notFound(refusal.sentence.isEmpty ? nil : refusal.sentence), .notFound, visitor, asked)
        }
        if refusal.code == "record-changed" {
            told(ofChanged: refusal, at: asked.path)
            return errorPage(.refused(refusal), .gone, visitor, asked)
        }
        let status: HTTPResponse.Status =
            switch refusal.kind {
            case .usage: .badRequest
            case .permission: .forbidden
            default: .unprocessableContent
            }
        return errorPage(.refused(refusal), status, visitor, asked)
    }

    func notFound(_ request: Request, _ context: BasicRequestContext) -> Response {
        if request.uri.path.hasPrefix("/api/") { return noCall(request) }
        let asked = Asked(request, context, cookies: door.cookies)
        let visitor = try? door.visitor(asked, at: now(), version: desks.store.version())
        return failure(Refusal(.usage, code: "not-found", ""), visitor ?? .nobody, asked)
    }

    /// What went wrong stands in the log under a number, never on the page.
    ///
    /// - Parameter route: its pattern; a path may name people.
    func fault(_ error: any Error, route: String) -> Response {
        let reference = String(UUID().uuidString.prefix(8))
        log.tell("fault", [("reference", .text(reference)), ("route", .text(route)), ("error", .text("\(error)"))])
        return errorPage(.ours(reference: reference), .internalServerError, .nobody, nil)
    }

    private func errorPage(
        _ page: ErrorPage, _ status: HTTPResponse.Status, _ visitor: Visitor, _ asked: Asked?
    ) -> Response {
        let desk = try? desks.current()
        let shell = Shell(
            system: desk?.installation.holder ?? "Remit", isInvented: desk?.installation.isInvented ?? false,
            version: version, dataTo: desk?.book.dataTo, visit: visit(visitor))
        return kept(
            Site.response(status, page.render(in: shell).bytes(), type: "text/html; charset=utf-8"), visitor)
    }

    /// What somebody sees who has signed in is kept by no cache; what anybody sees depends on the cookie.
    private func kept(_ response: Response, _ visitor: Visitor) -> Response {
        var response = response
        if visitor.signedIn != nil { response.headers[.cacheControl] = "private, no-store" }
        response.headers[.vary] = "Cookie"
        return response
    }

    private func set(_ name: Cookies.Name, to value: String?, in response: inout Response) {
        response.headers.append(HTTPField(name: .setCookie, value: door.cookies.setting(name, to: value)))
    }

    private static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
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

extension BodyFault {
    var status: HTTPResponse.Status {
        switch kind {
        case .tooLarge: .contentTooLarge
        case .malformed: .badRequest
        case .unsupported: .unsupportedMediaType
        case .tooSlow: .requestTimeout
        }
    }
}

extension Request {
    /// Reads the body as a form, as it comes in.
    ///
    /// - Throws: `BodyFault`.
    func postedBody(_ limits: BodyLimits) async throws -> PostedBody {
        try await received(
            by: BodyReceiver(
                type: headers[.contentType], length: headers[.contentLength].flatMap { Int($0) }, limits: limits),
            within: limits)
    }

    /// Hands the body to whoever takes it in, as it comes, while the time lasts.
    ///
    /// Never put in another's place: the optimising compiler (Swift 6.3) ends on what comes of it.
    ///
    /// - Throws: `BodyFault`.
    @inline(never)
    func received(by receiver: BodyReceiver, within limits: BodyLimits) async throws -> PostedBody {
        var receiver = receiver
        let ends = ContinuousClock.now + limits.time
        var pieces = body.makeAsyncIterator()
        while true {
            let next: ByteBuffer?
            do { next = try await pieces.next() } catch {
                // Whoever sent it has gone away, or was let go for sending nothing: no fault of ours.
                throw BodyFault(.malformed, "What you sent did not come whole. Send it again.")
            }
            guard let piece = next else { break }
            guard ContinuousClock.now < ends else {
                throw BodyFault(.tooSlow, "What you sent took too long to come. Send it again.")
            }
            try receiver.take(piece.readableBytesView)
        }
        return try receiver.finish()
    }
}
