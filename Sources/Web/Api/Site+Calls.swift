import Access
import Digests
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Store
import Vocabulary

/// What stands round each call: who comes, whether they may, whether what they sent is of its form.
///
/// A cookie opens nothing here, so no other site can make a browser act: only the Authorization field counts.
extension Site {
    func answered(_ call: ApiCall, _ request: Request, _ context: BasicRequestContext) async -> Response {
        let moment = now()
        var isPrivate = request.headers[.authorization] != nil
        do {
            let gate = BearerGate(keeper: door.keeper, rules: door.rules, tries: calls.wrongTokens)
            let admitted = try gate.admit(request.headers[.authorization], at: moment)
            isPrivate = admitted.visitor.signedIn != nil
            try enter(call, admitted, moment)
            let asked = Asked(ofCall: request, context)
            let head = try CallHead(request, call)
            try call.check(asked)
            let body = try await request.sent(with: call, named: asked.query["name"], files: uploadLimits)
            var site = self
            site.door = door.narrowed(to: admitted.rules)
            let (own, told) = (
                site, CallTold(call: call, asked: asked, visitor: admitted.visitor, head: head, body: body)
            )
            let lane: Lane = request.method == .get ? .pages : .acts
            return await lane.run { own.answer(told, moment) }.response(isPrivate: isPrivate)
        } catch let problem as ApiProblem {
            return ApiAnswer(problem).response(isPrivate: isPrivate)
        } catch let fault as BodyFault {
            return ApiAnswer(ApiProblem(fault)).response(isPrivate: isPrivate)
        } catch let refusal as Refusal {
            return ApiAnswer(ApiProblem(refusal)).response(isPrivate: isPrivate)
        } catch {
            return ApiAnswer(fault(error, of: call)).response(isPrivate: isPrivate)
        }
    }

    private func enter(_ call: ApiCall, _ admitted: BearerGate.Admitted, _ moment: Moment) throws(ApiProblem) {
        guard !call.entry.admits(admitted.visitor, by: admitted.rules, on: moment.inLondon.day) else { return }
        guard let token = admitted.token else { throw BearerGate.missing }
        guard case .holding(let permission) = call.entry else {
            throw ApiProblem(.forbidden, code: "not-allowed", "You may not do this.")
        }
        if !token.scopes.contains(permission) {
            throw ApiProblem(
                .forbidden, code: "scope-missing", "The token is not for “\(permission.rawValue)”.",
                remedy: "Make one that is at \(ApiCall.tokensPage).",
                fields: [BearerGate.challenge("insufficient_scope", scope: permission.rawValue)])
        }
        throw ApiProblem(
            .forbidden, code: "not-allowed",
            "You may not do this; it is for \(joined(call.entry.roles(by: door.rules))).",
            remedy: "Ask an administrator for the role.")
    }

    private func joined(_ roles: [String]) -> String {
        roles.isEmpty
            ? "nobody" : roles.count == 1 ? roles[0] : roles.dropLast().joined(separator: ", ") + " or " + roles.last!
    }

    /// Once, also where it is sent again with the same key.
    private func answer(_ told: CallTold, _ moment: Moment) -> ApiAnswer {
        guard told.call.isAct, let key = told.head.key, let account = told.visitor.signedIn?.account.id else {
            return done(told, moment)
        }
        let content: String
        do { content = try told.content } catch { return ApiAnswer(fault(error, of: told.call)) }
        switch calls.repeated.begin(key, of: account, content: content, at: moment) {
        case .new: break
        case .answered(var answer):
            answer.fields.append(("Idempotency-Replayed", "true"))
            return answer
        case .running:
            return ApiAnswer(
                ApiProblem(.conflict, code: "key-running", "A call with this Idempotency-Key is being answered."))
        case .other:
            return ApiAnswer(
                ApiProblem(
                    .unprocessableContent, code: "key-used", "This Idempotency-Key came with another call before.",
                    remedy: "Use a new key for each call."))
        }
        let answer = done(told, moment)
        calls.repeated.end(key, of: account, with: answer.status.kind == .serverError ? nil : answer)
        return answer
    }

    private func done(_ told: CallTold, _ moment: Moment) -> ApiAnswer {
        do {
            let question = try question(told.asked, told.visitor, moment)
            let reply = try told.call.take(
                ApiQuestion(
                    question: question, body: told.body.json, files: told.body.files, basis: told.head.basis))
            return ApiAnswer(reply) { page in page.links(to: told) }
        } catch let problem as ApiProblem {
            return ApiAnswer(problem)
        } catch let refusal as Refusal {
            return ApiAnswer(ApiProblem(refusal))
        } catch {
            return ApiAnswer(fault(error, of: told.call))
        }
    }

    /// What went wrong stands in the log under a number, with the call and not with what was asked for.
    private func fault(_ error: any Error, of call: ApiCall) -> ApiProblem {
        let reference = String(UUID().uuidString.prefix(8))
        log.tell(
            "fault", [("reference", .text(reference)), ("route", .text(call.template)), ("error", .text("\(error)"))])
        return ApiProblem(
            .internalServerError, code: "fault", "Something in Remit failed; nothing was changed.",
            remedy: "Tell whoever runs it this number: \(reference).")
    }

    /// What no call is for: 405 where the path is one with another method, else 404.
    func noCall(_ request: Request) -> Response {
        let path = request.uri.path
        let methods = Set(
            Site.calls.filter { $0.fits(path) }.map(\.method) + (path == OpenAPIDocument.path ? [.get] : []))
        guard !methods.isEmpty else {
            return ApiAnswer(
                ApiProblem(
                    .notFound, code: "no-such-call", "There is no such call.",
                    remedy: "All of them stand in \(OpenAPIDocument.path).")
            ).response(isPrivate: false)
        }
        let allowed = methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }.sorted().joined(separator: ", ")
        return ApiAnswer(
            ApiProblem(
                .methodNotAllowed, code: "method-not-allowed", "This call is made with \(allowed).",
                fields: [("Allow", allowed)])
        ).response(isPrivate: false)
    }
}

/// What the site remembers for the calls of programs.
struct CallsRemembered: Sendable {
    let wrongTokens = WrongTokens()
    let repeated = RepeatedCalls()
}
