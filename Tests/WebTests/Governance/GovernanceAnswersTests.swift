import Governance
import HTTPTypes
import Store
import Tabular
import Testing
import Vocabulary

@testable import Web

/// The pages on governance over a store: each answers, each table can be taken away, nothing kept back leaks.
struct GovernanceAnswersTests {
    private static let held = Result { try HeldGovernance() }

    private func served() throws -> Served { try Self.held.get().served }

    @Test(arguments: [
        "/interests", "/interests/gp", "/gifts", "/breaches", "/committees", "/committees/pccc", "/meetings",
        "/meetings/pccc-2025-01", "/meetings/pccc-2025-01/minutes", "/decisions", "/decisions?q=dental",
        "/who-decides", "/who-decides?q=dental&amount=10", "/accountability", "/interests?q=Fisher&on=2025-02-01",
        "/meetings/pccc-2025-01/agenda", "/meetings/pccc-2025-01/papers", "/meetings/pccc-2025-03/agenda?on=2025-02-01",
    ])
    func `a page answers and shows nothing that is kept back`(path: String) async throws {
        let reply = try await served().ask(path)
        #expect(reply.status == 200, "\(path)")
        for secret in HeldGovernance.secret { #expect(!reply.text.contains(secret), "\(path): \(secret)") }
    }

    @Test(arguments: [
        "/interests", "/interests/gp", "/gifts", "/breaches", "/committees", "/committees/pccc", "/meetings",
        "/meetings/pccc-2025-01", "/decisions", "/who-decides", "/accountability",
    ])
    func `a table can be taken away as a file without what is kept back`(path: String) async throws {
        for ending in ["csv", "json"] {
            let reply = try await served().ask("\(path).\(ending)")
            #expect(reply.status == 200, "\(path).\(ending)")
            for secret in HeldGovernance.secret { #expect(!reply.text.contains(secret), "\(path): \(secret)") }
        }
    }

    @Test(arguments: [
        "/interests/cfo", "/interests/nobody", "/committees/none", "/meetings/none", "/meetings/pccc-2025-03/minutes",
        "/meetings/pccc-2025-03/minutes.docx",
    ])
    func `what is not there, or not published, is not found`(path: String) async throws {
        let reply = try await served().ask(path)
        #expect(reply.status == 404, "\(path)")
    }

    @Test func `a day that is none is told at the field`() async throws {
        let reply = try await served().ask("/interests?on=Tuesday")
        #expect(reply.status == 200 && reply.words.contains("“Tuesday” is no day"))
    }

    @Test func `a search of several words is read as a browser sends it`() async throws {
        let found = try await served().ask("/interests?q=Bo+Fisher&on=")
        #expect(found.words.contains("1 entry found."))
        #expect(found.text.contains("value=\"Bo Fisher\""))
        let both = try await served().ask("/who-decides?q=a%2Bb+c%C3%A9&amount=")
        #expect(both.text.contains("value=\"a+b cé\""))
        #expect(try await served().ask("/interests?q=%FF&&=&q").status == 200)
    }

    @Test func `a page on a day leads on to others of the same day, and back to today`() async throws {
        let page = try await served().ask("/committees/pccc?on=2025-02-01")
        #expect(page.words.contains("As recorded for 1 February 2025. Show today"))
        for target in ["/meetings?on=2025-02-01", "/interests/gp?on=2025-02-01", "/committees/pccc.csv?on=2025-02-01"] {
            #expect(page.text.contains("href=\"\(target)\""), "\(target)")
        }
        #expect(page.text.contains("href=\"/rounds\"") && page.text.contains("href=\"/committees/pccc\""))
        #expect(!(try await served().ask("/committees/pccc?on=Tuesday").text.contains("on=Tuesday")))
    }

    @Test(arguments: ["minutes", "agenda", "papers"])
    func `minutes, agenda and list of papers can be had as a Word document`(kind: String) async throws {
        let document = try await served().ask("/meetings/pccc-2025-01/\(kind).docx")
        #expect(document.status == 200 && document.bytes.starts(with: Array("PK".utf8)))
        let name = document.headers[.contentDisposition] ?? ""
        #expect(name.contains("pccc-2025-01-\(kind).docx"))
    }

    @Test func `an organisation that nothing names stands as one, by its code`() async throws {
        #expect(try await served().ask("/committees/pccc").words.contains("A committee of organisation QWX"))
    }

    @Test func `meetings can be had as a calendar`() async throws {
        let calendar = try await served().ask("/meetings.ics")
        #expect(calendar.text.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.text.contains("UID:pccc-2025-03@"))
        #expect(!calendar.text.contains("pccc-2025-01"), "only meetings to come")
    }

    @Test func `an act after a page was shown is on it the next time`() async throws {
        let held = try HeldGovernance()
        #expect(try await held.served.ask("/committees").text.contains("Primary care committee"))
        try held.desk.perform(by: Served.author, at: Served.moment) { _, _ in
            [
                FormCommittee(
                    committee: HeldGovernance.s("ltc"), title: "Long-term conditions committee",
                    body: OrganisationCode("QWX")!, formedOn: HeldGovernance.from)
            ]
        }
        #expect(try await held.served.ask("/committees").text.contains("Long-term conditions committee"))
    }

    @Test func `an empty store has every page`() async throws {
        let store = try Store.inMemory()
        try store.perform(SetUpInstallation(holder: "Nowhere", isInvented: true), by: Served.author, at: Served.moment)
        let served = Served(store: store)
        for path in ["/interests", "/committees", "/meetings", "/decisions", "/who-decides", "/accountability"] {
            #expect(try await served.ask(path).status == 200, "\(path)")
        }
    }
}
