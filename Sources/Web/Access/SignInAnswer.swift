import Store
import Access
import Foundation
import Markup
import Pages
import Vocabulary

/// The way in and the way out.
enum SignInAnswer {
    static func page(_ question: Question) -> Answer {
        var page = SignInPage(token: question.token, then: then(question.asked.query["then"]))
            .offering(question.door.elsewhere, or: question.door.demonstration)
        page.isPasswordSet = question.asked.query["set"] != nil
        return Answer(page)
    }

    /// Whatever was wrong with address or password, the answer is the same.
    static func take(_ sent: Sent) throws -> Outcome {
        let (email, password) = (sent.body.text("email"), sent.body.values["password"]?.first ?? "")
        var page = SignInPage(token: sent.question.token, email: email, then: then(sent.body.value("then")))
            .offering(sent.question.door.elsewhere, or: sent.question.door.demonstration)
        if email.isEmpty { page.emailError = "Enter your e-mail address." }
        if password.isEmpty { page.passwordError = "Enter your password." }
        guard !email.isEmpty, !password.isEmpty else { return Outcome(kind: .again(page)) }
        do {
            let keeper = sent.question.door.keeper
            switch try keeper.signIn(email: email, password: password, at: sent.question.now) {
            case .session(let token): return try entered(token, sent)
            case .code(let ticket):
                return Outcome(
                    kind: .done(askingForCode(then: page.then), notice: nil), cookies: [(.ticket, ticket)])
            }
        } catch let refusal as Refusal where refusal.code == "sign-in-failed" {
            page.failure = refusal.description
            return Outcome(kind: .again(page))
        }
    }

    /// Where the code is asked for, and where to go on from there.
    static func askingForCode(then: Destination?) -> String {
        let back: [(name: String, value: String)] = then.map { [("then", $0.description)] } ?? []
        return Route.signInCode.destination().adding(query: back).description
    }

    static func codePage(_ question: Question) -> Answer {
        Answer(SignInCodePage(token: question.token, then: then(question.asked.query["then"])))
    }

    static func takeCode(_ sent: Sent) throws -> Outcome {
        let code = String(sent.body.text("code").filter { !$0.isWhitespace })
        var page = SignInCodePage(token: sent.question.token, then: then(sent.body.value("then")))
        guard let ticket = sent.question.asked.cookies[.ticket] else {
            page.failure = "It took too long. Start again with your e-mail address and password."
            return Outcome(kind: .again(page))
        }
        guard !code.isEmpty else {
            page.error = "Enter the code."
            return Outcome(kind: .again(page))
        }
        do {
            return try entered(
                sent.question.door.keeper.finish(ticket: ticket, code: code, at: sent.question.now), sent)
        } catch let refusal as Refusal where refusal.code == "code-wrong" {
            page.error = refusal.description
            return Outcome(kind: .again(page))
        } catch let refusal as Refusal where refusal.code == "sign-in-failed" {
            page.failure = refusal.description
            return Outcome(kind: .again(page), cookies: [(.ticket, nil)])
        }
    }

    static func signOut(_ sent: Sent) throws -> Outcome {
        let signedIn = try sent.question.signedIn()
        let door = sent.question.door
        if door.demonstration?.holds(signedIn.session) != true {
            try door.keeper.end(session: signedIn.session.id, of: signedIn.account.id)
        }
        // In a demonstration the cookie stays, and says that nobody has signed in.
        return Outcome(
            kind: .done(Route.signIn.path, notice: nil),
            cookies: [(.session, door.demonstration == nil ? nil : "out")])
    }

    /// To another of the demonstration's people; there is no such thing anywhere else.
    static func switchPerson(_ sent: Sent) throws -> Outcome {
        guard let demonstration = sent.question.door.demonstration,
            let token = demonstration.token(of: sent.body.text("account"))
        else { throw Refusal(.usage, code: "not-found", "") }
        return Outcome(kind: .done(Route.home.path, notice: nil), cookies: [(.session, token)])
    }

    /// A session begins under a token that was never known before; the one that was there ends.
    private static func entered(_ token: String, _ sent: Sent) throws -> Outcome {
        let door = sent.question.door
        if let earlier = sent.question.visitor.signedIn, door.demonstration?.holds(earlier.session) != true {
            try door.keeper.end(session: earlier.session.id, of: earlier.account.id)
        }
        let path = then(sent.body.value("then"))?.description ?? Route.home.path
        return Outcome(kind: .done(path, notice: nil), cookies: [(.session, token), (.ticket, nil), (.seal, nil)])
    }

    /// Where to go on: a path of ours, and none of signing in or out; anything else is as if nothing was asked for.
    static func then(_ text: String?) -> Destination? {
        guard let text, let path = Destination(text), path.isOurs, !text.hasPrefix("/sign-"),
            !text.hasPrefix(Deed.switchPerson.path)
        else { return nil }
        return path
    }
}
