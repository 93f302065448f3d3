import Access
import Markup
import OpenID
import Pages
import Store
import Vocabulary

/// One's own account.
enum AccountAnswer {
    static func page(_ question: Question) throws -> Answer {
        let signedIn = try question.signedIn()
        let keeper = question.door.keeper
        let id = signedIn.account.id
        let sessions = try keeper.sessions(of: id, at: question.now)
        var page = AccountPage(
            token: question.token, name: signedIn.name, email: signedIn.email,
            roles: HomeAnswer.words(signedIn.account.grants(on: question.now.inLondon.day), in: question),
            passwordChanged: try keeper.passwordChangedAt(of: id).map { "on \($0.inLondon.day.inWords)" },
            hasSecondFactor: try keeper.hasSecondFactor(id),
            sessions: sessions.map { session in
                AccountPage.Session(
                    id: session.id, started: told(session.startedAt), lastSeen: told(session.lastSeenAt),
                    how: session.how, isThis: session.id == signedIn.session.id)
            })
        let provider = question.door.elsewhere?.settings
        page.elsewhere = try keeper.signInLinks(of: id).map { link in
            "\(provider?.title(of: link.issuer) ?? link.issuer), since \(link.linkedAt.inLondon.day.inWords)"
        }
        if question.mail != nil { page.wantsReminders = try Outbox(question.store).wantsReminders(id) }
        page.mayHoldTokens = !question.reach(.useAPI).isNowhere
        return Answer(page)
    }

    private static func told(_ moment: Moment) -> String {
        "on \(moment.inLondon.day.inWords) at \(moment.inLondon.clock)"
    }

    static func password(_ question: Question) throws -> Answer {
        Answer(PasswordPage(token: question.token, shortest: question.door.keeper.shortestPassword))
    }

    static func takePassword(_ sent: Sent) throws -> Outcome {
        let signedIn = try sent.question.signedIn()
        let keeper = sent.question.door.keeper
        func given(_ name: String) -> String { sent.body.values[name]?.first ?? "" }
        var page = PasswordPage(token: sent.question.token, shortest: keeper.shortestPassword)
        if given("current").isEmpty { page.currentError = "Enter the password that you have now." }
        if given("new").isEmpty { page.newError = "Enter a new password." }
        if given("new") != given("again") {
            page.againError = "Enter the new password again; the two are not the same."
        }
        guard page.currentError == nil, page.newError == nil, page.againError == nil else {
            return Outcome(kind: .again(page))
        }
        do {
            try keeper.changePassword(
                of: signedIn.account.id, from: given("current"), to: given("new"), keeping: signedIn.session.id,
                at: sent.question.now)
        } catch let refusal as Refusal where refusal.code == "password-wrong" {
            page.currentError = refusal.description
            return Outcome(kind: .again(page))
        } catch let refusal as Refusal where refusal.code.hasPrefix("password-") {
            page.newError = refusal.description
            return Outcome(kind: .again(page))
        }
        return .done(.account, "Your password was changed. Wherever else you were signed in, you no longer are.")
    }

    /// By a link that an administrator made.
    static func settingPassword(_ question: Question) throws -> Answer {
        let link = question.asked.query["link"] ?? ""
        guard try question.door.keeper.account(ofPasswordLink: link, at: question.now) != nil else {
            throw Refusal(
                .permission, code: "link-over", "This link was used before, or is too old.",
                remedy: "Ask an administrator for another one.")
        }
        var page = SetPasswordPage(
            token: question.token, link: link, shortest: question.door.keeper.shortestPassword)
        page.then = SignInAnswer.then(question.asked.query["then"])
        return Answer(page)
    }

    static func setPassword(_ sent: Sent) throws -> Outcome {
        func given(_ name: String) -> String { sent.body.values[name]?.first ?? "" }
        let keeper = sent.question.door.keeper
        var page = SetPasswordPage(
            token: sent.question.token, link: sent.body.text("link"), shortest: keeper.shortestPassword)
        page.then = SignInAnswer.then(sent.body.value("then"))
        if given("new").isEmpty { page.newError = "Enter a password." }
        if given("new") != given("again") { page.againError = "Enter the password again; the two are not the same." }
        guard page.newError == nil, page.againError == nil else { return Outcome(kind: .again(page)) }
        let account = try keeper.account(ofPasswordLink: page.link, at: sent.question.now)
        do {
            try keeper.setPassword(given("new"), byLink: page.link, at: sent.question.now)
        } catch let refusal as Refusal where refusal.code.hasPrefix("password-") {
            page.newError = refusal.description
            return Outcome(kind: .again(page))
        }
        // Who is here for one round alone goes on to it, whatever the link said.
        let seats = account?.seats.filter(\.isHeld) ?? []
        let only = account?.grants.isEmpty == true && seats.count == 1 ? seats.first : nil
        let then = page.then?.description ?? only.map { Route.roundWork($0.round, .mine).path }
        let back: [(name: String, value: String)] = (then.map { [("then", $0)] } ?? []) + [("set", "yes")]
        return Outcome(
            kind: .done(Route.signIn.destination().adding(query: back).description, notice: nil))
    }

    static func factor(_ question: Question) throws -> Answer {
        let signedIn = try question.signedIn()
        guard try !question.door.keeper.hasSecondFactor(signedIn.account.id) else {
            return Answer(SecondFactorPage(token: question.token, state: .on))
        }
        let (secret, address) = try question.door.keeper.newSecret(for: signedIn)
        return Answer(SecondFactorPage(token: question.token, state: .setUp(secret: secret, address: address)))
    }

    static func turnOn(_ sent: Sent) throws -> Outcome {
        let signedIn = try sent.question.signedIn()
        let keeper = sent.question.door.keeper
        let secret = sent.body.text("secret")
        do {
            let code = String(sent.body.text("code").filter { !$0.isWhitespace })
            let codes = try keeper.turnOn(
                secret: secret, code: code, of: signedIn.account.id, at: sent.question.now)
            return Outcome(kind: .shown(SecondFactorPage(token: sent.question.token, state: .codes(codes))))
        } catch let refusal as Refusal where refusal.code == "code-wrong" {
            // The same secret again, so that what was typed into the authenticator holds.
            guard let address = keeper.address(of: secret, for: signedIn) else { throw refusal }
            return Outcome(
                kind: .again(
                    SecondFactorPage(
                        token: sent.question.token, state: .setUp(secret: secret, address: address),
                        error: "The code is wrong. Enter the six figures that your authenticator shows now.")))
        }
    }

    static func turnOff(_ sent: Sent) throws -> Outcome {
        let signedIn = try sent.question.signedIn()
        do {
            try sent.question.door.keeper.turnOffSecondFactor(
                of: signedIn.account.id, password: sent.body.values["password"]?.first ?? "", at: sent.question.now)
        } catch let refusal as Refusal where refusal.code == "password-wrong" {
            return Outcome(
                kind: .again(SecondFactorPage(token: sent.question.token, state: .on, error: refusal.description)))
        }
        return .done(.account, "The second factor is off: your password alone lets you in.")
    }

    static func end(_ sent: Sent) throws -> Outcome {
        let signedIn = try sent.question.signedIn()
        try sent.question.door.keeper.end(session: sent.body.text("session"), of: signedIn.account.id)
        return .done(.account, "That session was ended.")
    }

    static func endOthers(_ sent: Sent) throws -> Outcome {
        let signedIn = try sent.question.signedIn()
        try sent.question.door.keeper.endAll(of: signedIn.account.id, besides: signedIn.session.id)
        return .done(.account, "You are signed in here only.")
    }
}
