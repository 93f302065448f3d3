import Governance
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// Who decides and who answers to whom, as they are kept in the browser.
struct RightsFormAnswerTests {
    private static func day(_ field: String, _ day: String, _ month: String, _ year: String) -> [(String, String)] {
        [("\(field)-day", day), ("\(field)-month", month), ("\(field)-year", year)]
    }

    private static let right: [(String, String)] =
        [
            ("entry", "right-1"), ("questionEntry", "question-1"), ("title", "Dental contracts"),
            ("matter", "Primary dental services"), ("standing", "settled"), ("holder", "QWX"), ("committee", "pccc"),
            ("level", "local"), ("upTo", "500,000"), ("citation", "Schedule 2"),
        ] + day("from", "1", "4", "2024")

    private func send(_ at: GovernanceAtWork, _ path: String, _ fields: [(String, String)], as who: String = "clerk")
        async throws -> Reply
    {
        try await at.served.post(path, fields + [("step", "send")], as: who)
    }

    @Test func `a right is recorded after it was checked, amended from a day, and ended`() async throws {
        let at = try GovernanceAtWork()
        #expect(try await at.served.ask("/who-decides", as: "clerk").words.contains("Keep who decides"))
        #expect(try await !at.served.ask("/who-decides", as: nil).words.contains("Keep who decides"))
        let bare = try await at.served.post("/who-decides/rights/new", [], as: "clerk")
        #expect(bare.status == 422 && bare.text.contains("href=\"#asked-title\""))
        let check = try await at.served.post("/who-decides/rights/new", Self.right, as: "clerk")
        #expect(check.status == 200 && check.words.contains("Check who decides") && check.words.contains("£500,000"))
        #expect(try at.book.rights.isEmpty)
        for _ in 0..<2 { #expect(try await send(at, "/who-decides/rights/new", Self.right).status == 303) }
        #expect(try at.book.rights.keys.map(\.description) == ["right-1"])
        let changed =
            Self.right.filter { !$0.0.hasPrefix("from") }.map { $0.0 == "upTo" ? ("upTo", "100,000") : $0 }
            + Self.day("from", "1", "2", "2025") + [("reason", "The limit was lowered.")]
        let form = try await at.served.ask("/who-decides/rights/right-1/amend", as: "clerk")
        #expect(form.status == 200 && form.text.contains("value=\"Dental contracts\""))
        #expect(try await send(at, "/who-decides/rights/right-1/amend", changed).status == 303)
        let held = try #require(try at.book.rights[Slug("right-1")!])
        #expect(held.upTo == Money(pence: 10_000_000) && held.earlier.map(\.upTo) == [Money(pence: 50_000_000)])
        let early = Self.day("lastDay", "1", "1", "2025") + [("reason", "The committee closes.")]
        let refused = try await at.served.post("/who-decides/rights/right-1/end", early, as: "clerk")
        #expect(refused.status == 422 && refused.text.contains("href=\"#asked-lastday-day\""))
        let end = Self.day("lastDay", "31", "3", "2026") + [("reason", "The committee closes.")]
        #expect(try await at.served.post("/who-decides/rights/right-1/end", end, as: "clerk").status == 303)
        #expect(try at.book.rights[Slug("right-1")!]?.until == Day("2026-03-31"))
        #expect(try await at.served.ask("/who-decides/rights/nothing/end", as: "clerk").status == 404)
    }

    @Test func `what is not settled comes with its question`() async throws {
        let at = try GovernanceAtWork()
        let unclear = Self.right.filter { $0.0 != "holder" }.map { $0.0 == "standing" ? ("standing", "unclear") : $0 }
        let without = try await send(at, "/who-decides/rights/new", unclear)
        #expect(without.status == 422 && without.text.contains("href=\"#asked-question\""))
        let asked = unclear + [("question", "Who closes?"), ("owner", "cfo")]
        #expect(try await send(at, "/who-decides/rights/new", asked).status == 303)
        #expect(try at.book.questions[Slug("question-1")!]?.owner == Slug("cfo"))
        #expect(try await at.served.ask("/who-decides/keep", as: "clerk").words.contains("Who closes?"))
    }

    @Test func `of two who record a right at once the second sees both, and keeps theirs beside it`() async throws {
        let at = try GovernanceAtWork()
        let seen = [("revision", "0")]
        #expect(try await send(at, "/who-decides/rights/new", Self.right + seen).status == 303)
        let other = Self.right.map { $0.0 == "title" ? ("title", "Orthodontics") : $0 }
        let second = try await send(at, "/who-decides/rights/new", other + seen)
        #expect(second.status == 422 && second.words.contains("Somebody recorded this meanwhile"))
        #expect(second.text.contains("name=\"entry\" value=\"right-2\""))
    }

    @Test func `who keeps rights elsewhere neither sees nor changes those of a body here`() async throws {
        let at = try GovernanceAtWork()
        let made = try await send(at, "/who-decides/rights/new", Self.right, as: "stranger")
        #expect(made.status == 422 && made.text.contains("href=\"#asked-holder\""))
        #expect(try await send(at, "/who-decides/rights/new", Self.right).status == 303)
        #expect(try await !at.served.ask("/who-decides/keep", as: "stranger").words.contains("Dental contracts"))
        #expect(try await at.served.ask("/who-decides/rights/right-1/end", as: "stranger").status == 404)
        for path in ["/who-decides/keep", "/who-decides/scheme", "/accountability/keep", "/accountability/edges/new"] {
            #expect(try await at.served.ask(path, as: "ada").status == 403, "\(path)")
        }
    }

    // MARK: - A scheme

    private func scheme(_ at: GovernanceAtWork, _ rows: String, step: String) async throws -> Reply {
        var text = ""
        for (name, value) in [("csrf", "csrf-clerk"), ("step", step), ("body", "QWX")]
            + Self.day("from", "1", "4", "2024")
        {
            text += "--b0undary\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        text += "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scheme.csv\"\r\n"
        text +=
            "Content-Type: text/csv\r\n\r\nmatter,level,holder,instrument,limit,document\n\(rows)\r\n--b0undary--\r\n"
        return try await at.served.send(
            "/who-decides/scheme", .post, cookies: ["remit": at.served.keeper.token(of: "clerk")],
            headers: ["Content-Type": "multipart/form-data; boundary=b0undary"], body: Array(text.utf8))
    }

    @Test func `a scheme is looked at first, taken in whole, and with a row at fault not at all`() async throws {
        let at = try GovernanceAtWork()
        let good = "Dental contracts,local,Head of primary care,standing orders,\"500,000\",Scheme 4\n"
        let looked = try await scheme(at, good, step: "check")
        #expect(looked.status == 200 && looked.words.contains("1 right read; nothing is recorded yet"))
        #expect(looked.words.contains("taken as a post") && looked.words.contains("£500,000"))
        #expect(try at.book.rights.isEmpty)
        let wrong = try await scheme(at, good + "Pharmacy,somewhere,QWX,standing orders,1,Scheme 4\n", step: "send")
        #expect(wrong.status == 422 && wrong.words.contains("Row 3"))
        #expect(try at.book.rights.isEmpty)
        #expect(try await scheme(at, good, step: "send").status == 303)
        #expect(try at.book.rights.values.map(\.approach) == ["Head of primary care"])
        let none = try await at.served.post("/who-decides/scheme", [("body", "QWX")], as: "clerk")
        #expect(none.status == 422 && none.text.contains("href=\"#asked-file\""))
    }

    // MARK: - Accountability

    private static let edge: [(String, String)] =
        [
            ("entry", "edge-1"), ("actor", "committee pccc"), ("forum", "organisation QWX"), ("about", "its budget"),
            ("explains", "A report"), ("direction", "vertical"), ("nature", "administrative"),
            ("citation", "Schedule 3"),
        ] + day("from", "1", "4", "2024")

    @Test func `who answers to whom is recorded, changed and ended; what is missing is said`() async throws {
        let at = try GovernanceAtWork()
        #expect(try await at.served.ask("/accountability", as: "clerk").words.contains("Keep who answers to whom"))
        let itself = Self.edge.map { $0.0 == "forum" ? ("forum", "committee pccc") : $0 }
        let refused = try await at.served.post("/accountability/edges/new", itself, as: "clerk")
        #expect(refused.status == 422 && refused.text.contains("href=\"#asked-forum\""))
        let check = try await at.served.post("/accountability/edges/new", Self.edge, as: "clerk")
        #expect(check.status == 200 && check.words.contains("It is no accountability yet"))
        #expect(try await send(at, "/accountability/edges/new", Self.edge).status == 303)
        #expect(try await at.served.ask("/accountability/keep", as: "clerk").words.contains("For its budget"))
        let changed =
            Self.edge.filter { !$0.0.hasPrefix("from") }
            + Self.day("from", "1", "2", "2025") + [("reason", "More is said."), ("judges", "Every year")]
        #expect(try await send(at, "/accountability/edges/edge-1/amend", changed).status == 303)
        #expect(try at.book.edges[Slug("edge-1")!]?.judges == "Every year")
        let end = Self.day("lastDay", "31", "3", "2026") + [("reason", "It lapsed.")]
        #expect(try await at.served.post("/accountability/edges/edge-1/end", end, as: "clerk").status == 303)
        #expect(try at.book.edges[Slug("edge-1")!]?.until == Day("2026-03-31"))
        #expect(try await at.served.ask("/accountability/edges/edge-1/end", as: "stranger").status == 404)
    }
}
