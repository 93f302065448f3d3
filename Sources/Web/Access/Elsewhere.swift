import Access
import Credentials
import HTTPTypes
import Hummingbird
import Markup
import OpenID
import Pages
import Store
import Vocabulary

/// The way in by an OpenID provider, where one is set up: out to it, and back.
enum Elsewhere {
    /// Where a browser begins.
    static let path = "/sign-in/openid"
    /// Where the provider sends it back to.
    static let returning = "/sign-in/openid/back"

    static func routes(_ routes: inout RouteList) {
        routes.passage(path) { site, asked, _ in await leave(site, asked) }
        routes.passage(returning) { site, asked, query in await comeBack(site, asked, query) }
    }

    private static func leave(_ site: Site, _ asked: Asked) async -> Response {
        guard let provider = site.door.elsewhere else { return notFound(site, asked) }
        let browser = SecretToken()
        do {
            let then = SignInAnswer.then(asked.query["then"])?.description
            let address = try await provider.begin(browser: browser, then: then, at: site.now())
            return response(to: address, site, [(.elsewhere, browser.text)])
        } catch {
            return refused(error, site, asked)
        }
    }

    private static func comeBack(
        _ site: Site, _ asked: Asked, _ query: [(name: String, value: String)]
    ) async -> Response {
        guard let provider = site.door.elsewhere else { return notFound(site, asked) }
        let moment = site.now()
        do {
            let browser = asked.cookies[.elsewhere].flatMap { SecretToken($0) }
            let person = try await provider.finish(query: query, browser: browser, at: moment)
            let settings = provider.settings
            let vouched = VouchedPerson(
                issuer: person.issuer, subject: person.subject, email: settings.findsByEmail ? person.email : nil,
                roles: settings.roles(of: person.groups).map { VouchedPerson.Role($0.role, at: $0.commissioner) })
            let (door, store) = (site.door, site.desks.store)
            let admission = try await Task.detached {
                let admission = try door.keeper.signIn(
                    vouchedFor: vouched, askingForCode: settings.asksForCode, at: moment)
                guard case .session = admission else { return admission }
                if let earlier = try door.visitor(asked, at: moment, version: store.version()).signedIn {
                    try door.keeper.end(session: earlier.session.id, of: earlier.account.id)
                }
                return admission
            }.value
            let then = SignInAnswer.then(person.then)
            switch admission {
            case .session(let token):
                return response(
                    to: then?.description ?? Route.home.path, site,
                    [(.session, token), (.elsewhere, nil), (.ticket, nil), (.seal, nil)])
            case .code(let ticket):
                return response(
                    to: SignInAnswer.askingForCode(then: then), site, [(.ticket, ticket), (.elsewhere, nil)])
            }
        } catch {
            return refused(error, site, asked)
        }
    }

    private static func response(
        to address: String, _ site: Site, _ cookies: [(name: Cookies.Name, value: String?)]
    ) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
        for (name, value) in cookies {
            response.headers.append(HTTPField(name: .setCookie, value: site.door.cookies.setting(name, to: value)))
        }
        return response
    }

    private static func notFound(_ site: Site, _ asked: Asked) -> Response {
        refused(Refusal(.usage, code: "not-found", ""), site, asked)
    }

    private static func refused(_ error: any Error, _ site: Site, _ asked: Asked) -> Response {
        site.answered(asked, .everybody) { _ in throw error }
    }
}

extension SignInPage {
    /// The page, with a link to the provider where one is set up, and the people of a demonstration where it is one.
    func offering(_ provider: OpenIDSignIn?, or demonstration: Demonstration? = nil) -> SignInPage {
        var page = self
        page.people = demonstration?.everybody ?? []
        guard let provider, var destination = Destination(Elsewhere.path) else { return page }
        if let then { destination = destination.adding(query: [("then", then.description)]) }
        page.elsewhere = (provider.settings.title, destination)
        return page
    }
}
