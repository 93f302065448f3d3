import Access
import HTTPTypes
import Priorities
import Store
import Testing
import Vocabulary

@testable import Web

/// A session that ends while somebody types costs them nothing that they typed, and shows it to nobody else.
struct HeldFormsTests {
    private static let path = "/rounds/new"
    private static let typed = [("title", "What comes first?"), ("round", "later-round"), ("programme", "Dental care")]

    @Test func `what was typed stands in the form again once the same person has signed in, once`() async throws {
        let served = try Served()
        _ = served.keeper.token(of: "manager")
        served.keeper.lapse("manager")
        let away = try await served.send(
            Self.path, .post, cookies: ["remit": "token-manager"], form: Self.typed + [("csrf", "csrf-manager")])
        #expect(away.status == 303 && away.location == "/sign-in?then=%2Frounds%2Fnew", "\(away.location ?? "")")
        #expect(try RoundDesk(served.store).rounds().isEmpty)
        let other = try await served.ask(Self.path, as: "commissioning-manager")
        #expect(!other.text.contains("later-round"))
        let again = try await served.ask(Self.path)
        #expect(again.text.contains("value=\"later-round\"") && again.words.contains("You had been signed out."))
        let later = try await served.ask(Self.path)
        #expect(!later.text.contains("later-round"))
    }

    @Test func `a form without the token of the ended session is not held, nor what is too large`() async throws {
        let served = try Served()
        _ = served.keeper.token(of: "manager")
        served.keeper.lapse("manager")
        let long = String(repeating: "x", count: 200 << 10)
        let forms = [
            Self.typed + [("csrf", "of-another")], Self.typed,
            Self.typed + [("a", long), ("b", long), ("csrf", "csrf-manager")],
        ]
        for fields in forms {
            let away = try await served.send(Self.path, .post, cookies: ["remit": "token-manager"], form: fields)
            #expect(away.status == 303 && away.location == "/sign-in?then=%2Fhome", "\(away.location ?? "")")
        }
        let page = try await served.ask(Self.path)
        #expect(!page.text.contains("later-round"))
    }

    @Test func `passwords are not held, and nothing for longer than an hour`() {
        let held = HeldForms()
        let (ada, moment) = (Slug("ada")!, Served.moment)
        #expect(held.keep(["title": ["A"], "newPassword": ["hunter2"], "csrf": ["t"]], of: "/a", for: ada, at: moment))
        #expect(held.take(for: ada, at: "/b", moment) == nil)
        #expect(held.take(for: ada, at: "/a", moment) == ["title": ["A"]])
        #expect(held.keep(["title": ["A"]], of: "/a", for: ada, at: moment))
        #expect(held.take(for: ada, at: "/a", Moment(secondsSince1970: moment.secondsSince1970 + 3_601)) == nil)
    }
}
