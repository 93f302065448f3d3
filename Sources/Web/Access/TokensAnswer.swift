import Access
import Pages
import Store
import Vocabulary

/// One's own access tokens: made, listed, ended.
enum TokensAnswer {
    static func page(_ question: Question) throws -> Answer {
        Answer(try page(question, TokensPage.Given(days: "\(AccessLimits.usualTokenDays)")))
    }

    private static func page(
        _ question: Question, _ given: TokensPage.Given, made: TokensPage.Made? = nil
    ) throws -> TokensPage {
        let id = try question.signedIn().account.id
        let held = try question.door.keeper.tokens(of: id, at: question.now)
        return TokensPage(
            token: question.token,
            held: held.map { one in
                let used = one.lastUsedAt.map { "last used on \($0.inLondon.day.inWords)" } ?? "never used"
                return .init(
                    name: one.name, scopes: one.scopes, span: "until \(one.endsAt.inLondon.day.inWords), \(used)")
            }, scopes: scopes(question), longestDays: AccessLimits.longestTokenDays, given: given, made: made)
    }

    /// Of what a token may be for, what the visitor may.
    private static func scopes(_ question: Question) -> [Permission] {
        AccessTokenHeld.possibleScopes.filter { !question.reach($0).isNowhere }
    }

    static func make(_ sent: Sent) throws -> Outcome {
        let question = sent.question
        let id = try question.signedIn().account.id
        var given = TokensPage.Given(
            name: sent.body.text("name"), scopes: Set(sent.body.all("scopes")), days: sent.body.text("days"))
        let name = Slug(given.name)
        if name == nil { given.errors["name"] = "Enter a name of small letters, digits and hyphens." }
        let wanted = scopes(question).filter { given.scopes.contains($0.rawValue) }
        if wanted.isEmpty { given.errors["scopes"] = "Tick what it may be used for." }
        let days = Int(given.days).flatMap { (1...AccessLimits.longestTokenDays).contains($0) ? $0 : nil }
        if days == nil { given.errors["days"] = "Enter a number of days from 1 to \(AccessLimits.longestTokenDays)." }
        guard let name, let days, given.errors.isEmpty else { return Outcome(kind: .again(try page(question, given))) }
        do {
            let text = try question.door.keeper.makeToken(
                of: id, named: name, scopes: wanted, days: days, at: question.now)
            let blank = TokensPage.Given(days: "\(AccessLimits.usualTokenDays)")
            return Outcome(kind: .shown(try page(question, blank, made: .init(name: name, text: text))))
        } catch let refusal as Refusal where refusal.kind != .engine {
            given.failure = refusal.description
            return Outcome(kind: .again(try page(question, given)))
        }
    }

    static func end(_ sent: Sent) throws -> Outcome {
        guard let name = Slug(sent.body.text("name")) else {
            throw Refusal(.usage, code: "not-found", "A token of that name")
        }
        do {
            try sent.question.door.keeper.endToken(name, of: try sent.question.signedIn().account.id)
        } catch let refusal as Refusal where refusal.code == "no-such-token" {
            return .done(.tokens, "That token has ended already.")
        }
        return .done(.tokens, "The token “\(name)” was ended.")
    }
}
