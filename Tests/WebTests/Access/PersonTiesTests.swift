import Access
import Exemplar
import Foundation
import Governance
import HTTPTypes
import Mail
import Notices
import Priorities
import Store
import Synchronization
import Testing
import Transfer
import Vocabulary

@testable import Web

/// What an administrator ties an account to, and whom they invite to what.
struct PersonTiesTests {
    private let round: RoundAtWorkServed
    private var served: Served { round.served }

    init() throws {
        round = try RoundAtWorkServed(.weighing)
        let member = try round.round.members[0].id
        // One member without an account.
        served.keeper.held.withLock { held in
            held.book.accounts[Slug("seat-\(member)")!]?.seats = []
        }
        served.keeper.add("new", [], name: "Ines Marrow", state: .invited)
    }

    private var free: Slug { get throws { try round.round.members[0].id } }

    private func account(_ id: String = "new") throws -> Account {
        try #require(try served.keeper.people().book.accounts[Slug(id)!])
    }

    @Test func `a seat is given, shown and taken away`() async throws {
        let seat = "\(HeldRounds.diabetes)/\(try free)"
        let page = try await served.ask("/people/new", as: "administrator")
        #expect(page.status == 200 && page.text.contains("value=\"\(seat)\""))
        let given = try await served.post("/people/new/seat", [("seat", seat)], as: "administrator")
        #expect(given.status == 303 && given.location == "/people/new")
        #expect(try account().seats.map(\.member) == [try free])
        #expect(try await served.ask("/people/new", as: "administrator").text.contains("Take the seat away"))
        let left = try await served.post(
            "/people/new/leave-seat", [("round", HeldRounds.diabetes.description)], as: "administrator")
        #expect(left.status == 303)
        #expect(try account().seats.allSatisfy { !$0.isHeld })
    }

    @Test(arguments: ["", "diabetes-2025", "diabetes-2025/", "no-such/chair", "a/b/c"])
    func `a seat that is none is refused and nothing changes`(seat: String) async throws {
        let reply = try await served.post("/people/new/seat", [("seat", seat)], as: "administrator")
        #expect(reply.status == 422 || reply.status == 404)
        #expect(try account().seats.isEmpty)
    }

    @Test func `who administers another commissioner finds no seats to give`() async throws {
        served.keeper.add(
            "afar", [Grant(role: .administrator, commissioner: OrganisationCode("QNM"), since: TestDoorkeeper.day)])
        let page = try await served.ask("/people/new", as: "afar")
        #expect(page.status == 200 && !page.text.contains("value=\"\(HeldRounds.diabetes)/"))
        let given = try await served.post(
            "/people/new/seat", [("seat", "\(HeldRounds.diabetes)/\(try free)")], as: "afar")
        #expect(given.status == 404)
        #expect(try account().seats.isEmpty)
    }

    @Test func `who holds a seat and nothing else goes on to the round after setting a password`() async throws {
        served.keeper.held.withLock { held in
            held.book.accounts[Slug("new")!]?.seats = [
                Access.RoundSeat(round: HeldRounds.diabetes, member: Slug("chair")!, takenOn: TestDoorkeeper.day)
            ]
        }
        let page = try await served.ask("/set-password?link=link-new", as: nil)
        let seal = try #require(page.cookie("remit-seal"))
        let token = String(try #require(page.text.firstMatch(of: /name="csrf" value="([^"]+)"/)).1)
        let password = "a new password"
        let reply = try await served.send(
            "/set-password", .post, cookies: ["remit-seal": seal],
            form: [("csrf", token), ("link", "link-new"), ("new", password), ("again", password)])
        #expect(reply.status == 303)
        #expect(reply.location?.removingPercentEncoding == "/sign-in?then=/rounds/diabetes-2025/mine&set=yes")
    }

    @Test func `a link leads on to what it says, within the site only`() async throws {
        let page = try await served.ask("/set-password?link=link-new&then=%2Fmeetings", as: nil)
        #expect(page.text.contains("name=\"then\" value=\"/meetings\""))
        let off = try await served.ask("/set-password?link=link-new&then=https%3A%2F%2Fevil.example", as: nil)
        #expect(off.status == 200 && !off.text.contains("evil"))
    }

    @Test func `an account is closed only after it was asked once more, and never one's own`() async throws {
        let page = try await served.ask("/people/new", as: "administrator")
        #expect(page.text.contains("href=\"/people/new/close\"") && !page.text.contains("action=\"/people/new/close\""))
        let asked = try await served.ask("/people/new/close", as: "administrator")
        #expect(asked.status == 200 && asked.words.contains("Close the account of Ines Marrow?"))
        #expect(try account().state == .invited)
        #expect(try await served.post("/people/new/close", [], as: "administrator").status == 303)
        #expect(try account().state == .closed)
        #expect(try await served.ask("/people/new/close", as: "administrator").status == 404)
        #expect(try await served.ask("/people/administrator/close", as: "administrator").status == 404)
    }

    @Test func `without mail nobody is invited, and mail says that none is set up`() async throws {
        #expect(!(try await served.ask("/people/new", as: "administrator").text.contains("/people/new/invite")))
        #expect(try await served.post("/people/new/invite", [("cause", "account")], as: "administrator").status == 404)
        let page = try await served.ask("/mail", as: "administrator")
        #expect(page.status == 200 && page.words.contains("No mail is set up"))
        #expect(!(try await served.ask("/account", as: "administrator").text.contains("/account/mail")))
    }

    // MARK: - With mail

    /// The same site with a way out for messages, which goes nowhere.
    private func withMail() throws -> Served {
        _ = served.keeper.token(of: "administrator")
        _ = served.keeper.token(of: "observer")
        var site = served.site
        let server = try #require(MailServer(host: "127.0.0.1", port: 1, security: .none))
        let sender = Mailbox(try #require(MailAddress("remit@wexbourne.example")))
        site.mail = try Postroom(of: site, post: Post(server: server, sender: sender), root: "https://remit.example")
        return Served(site: site)
    }

    @Test func `an invitation goes into the outbox once, and is listed without its words`() async throws {
        let mailing = try withMail()
        #expect(
            try await mailing.ask("/people/new", as: "administrator").text.contains("action=\"/people/new/invite\""))
        let sent = try await mailing.post("/people/new/invite", [("cause", "account")], as: "administrator")
        #expect(sent.status == 303)
        let again = try await mailing.post("/people/new/invite", [("cause", "account")], as: "administrator")
        #expect(again.status == 422 && again.words.contains("waits to be sent already"))
        #expect(
            try await mailing.post("/people/new/invite", [("cause", "round/dental")], as: "administrator").status == 422
        )
        let page = try await mailing.ask("/mail", as: "administrator")
        #expect(
            page.words.contains("1 waiting") && page.words.contains("an invitation") && !page.text.contains("link="))
        #expect(try await mailing.ask("/mail.csv", as: "administrator").text.contains("an invitation,new,waiting"))
    }

    @Test func `who may not suspend an account invites nobody to it`() async throws {
        served.keeper.add(
            "afar", [Grant(role: .administrator, commissioner: OrganisationCode("QNM"), since: TestDoorkeeper.day)])
        served.keeper.add(
            "both",
            ["QNM", "QWX"].map {
                Grant(role: .observer, commissioner: OrganisationCode($0), since: TestDoorkeeper.day)
            })
        _ = served.keeper.token(of: "afar")
        let mailing = try withMail()
        let sent = try await mailing.post("/people/both/invite", [("cause", "account")], as: "afar")
        #expect(sent.status == 422 && sent.words.contains("You administer other commissioners"))
        #expect(try Outbox(mailing.store).items().isEmpty)
    }

    @Test func `a seat may come with an invitation to its round`() async throws {
        let mailing = try withMail()
        let form = [("seat", "\(HeldRounds.diabetes)/\(try free)"), ("invite", "yes")]
        #expect(try await mailing.post("/people/new/seat", form, as: "administrator").status == 303)
        let items = try Outbox(mailing.store).items()
        #expect(items.map(\.kind) == [.invitation] && items[0].occasion.hasPrefix("round/diabetes-2025 "))
    }

    @Test func `what failed is sent again by a button, and nothing else is`() async throws {
        let mailing = try withMail()
        let outbox = Outbox(mailing.store)
        try outbox.put(.digest, to: Slug("observer")!, occasion: "2025-02-17", at: Served.moment)
        #expect(try await mailing.post("/mail/again", [("message", "1")], as: "administrator").status == 422)
        let item = try #require(try outbox.takeNext(at: Served.moment))
        try outbox.end(item, .failed("refused by the mail server (550)"), at: Served.moment)
        let page = try await mailing.ask("/mail", as: "administrator")
        #expect(page.words.contains("failed: refused by the mail server (550)") && page.text.contains("Send again"))
        #expect(
            try await mailing.post("/mail/again", [("message", String(item.id))], as: "administrator").status == 303)
        #expect(try outbox.items().first?.state == .waiting)
    }

    @Test func `who administers one commissioner does not see everybody's mail`() async throws {
        #expect(try await served.ask("/mail", as: "manager").status == 404)
        #expect(!(try await served.ask("/people", as: "manager").text.contains("href=\"/mail\"")))
    }

    @Test func `reminders are turned off and on at one's own account`() async throws {
        let mailing = try withMail()
        #expect(try await mailing.ask("/account", as: "observer").text.contains("Turn reminders off"))
        #expect(try await mailing.post("/account/mail", [("reminders", "off")], as: "observer").status == 303)
        #expect(try !Outbox(mailing.store).wantsReminders(Slug("observer")!))
        #expect(try await mailing.ask("/account", as: "observer").text.contains("Turn reminders on"))
        #expect(try await mailing.post("/account/mail", [("reminders", "on")], as: "observer").status == 303)
        #expect(try Outbox(mailing.store).wantsReminders(Slug("observer")!))
    }
}

/// The link between an account and a person of the register.
struct PersonLinkTests {
    @Test func `an account is linked to somebody of the register and back`() async throws {
        let served = try HeldGovernance().served
        served.keeper.add("new", [], state: .invited)
        let page = try await served.ask("/people/new", as: "administrator")
        #expect(page.text.contains("value=\"gp\""))
        #expect(try await served.post("/people/new/person", [("person", "gp")], as: "administrator").status == 303)
        #expect(try served.keeper.people().book.accounts[Slug("new")!]?.person == Slug("gp"))
        // Nobody else may have it, and the page offers it to nobody else.
        served.keeper.add("other", [], state: .invited)
        #expect(!(try await served.ask("/people/other", as: "administrator").text.contains("value=\"gp\"")))
        let twice = try await served.post("/people/other/person", [("person", "gp")], as: "administrator")
        #expect(twice.status == 422 && twice.text.contains("href=\"#link-person-person\""))
        #expect(try await served.post("/people/other/person", [("person", "")], as: "administrator").status == 422)
        #expect(try await served.post("/people/new/unlink-person", [], as: "administrator").status == 303)
        #expect(try served.keeper.people().book.accounts[Slug("new")!]?.person == nil)
    }
}
