import Governance
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// A register in a spreadsheet: looked at row by row, declared whole or not at all.
struct RegisterUploadTests {
    private static let path = "/register/upload"
    private static let header = "Name,Position,Declared interest,Type,Direct or indirect,From\n"
    private static let two = """
        Fay Faraway,Lay member,Shares in Tooth Ltd,Financial,Direct,01/04/2019
        Nia Cole,Practice nurse,Trustee of a charity,Non-financial professional,Direct,01/04/2020

        """

    private static func fields(_ account: String, _ more: [(String, String)]) -> [(String, String)] {
        [
            ("csrf", "csrf-\(account)"), ("declaredOn-day", "1"), ("declaredOn-month", "2"),
            ("declaredOn-year", "2025"), ("decides", ""), ("days", "dd/mm/yyyy"),
        ] + more
    }

    private func send(
        _ at: GovernanceAtWork, _ file: String?, named name: String = "register.csv", as account: String = "clerk",
        _ more: [(String, String)] = [("step", "check")]
    ) async throws -> Reply {
        var form = WrittenForm(
            parts: Self.fields(account, more).map { .init(name: $0.0, bytes: Array($0.1.utf8)) })
        if let file { form.parts.append(.init(name: "file", fileName: name, bytes: Array(file.utf8))) }
        return try await at.served.send(
            Self.path, .post, cookies: ["remit": at.served.keeper.token(of: account)],
            headers: ["Content-Type": form.type], body: form.bytes)
    }

    /// What the page that was looked at sends along unseen.
    private func kept(_ reply: Reply) -> [(String, String)] {
        ["digest", "shown"].map { name in
            let found = reply.text.split(separator: "name=\"\(name)\" value=\"").dropFirst().first
            return (name, String(found?.prefix { $0 != "\"" } ?? ""))
        }
    }

    private func declare(
        _ at: GovernanceAtWork, _ looked: Reply, as account: String = "clerk"
    ) async throws -> Reply {
        try await at.served.post(
            Self.path, Self.fields(account, kept(looked) + [("step", "send")]), as: account)
    }

    @Test func `a register is shown row by row first, and declared without the file being sent again`() async throws {
        let at = try GovernanceAtWork()
        #expect(try await at.served.ask(Self.path, as: "clerk").status == 200)
        let before = try at.person("nurse").declarations.count
        let looked = try await send(at, Self.header + Self.two)
        #expect(looked.status == 200 && looked.words.contains("2 read = 2 to declare + 0 refused + 0 held"))
        #expect(looked.words.contains("Shares in Tooth Ltd") && looked.words.contains("Declare 2 entries"))
        #expect(try at.book.people[Slug("p001")!] == nil && at.person("nurse").declarations.count == before)
        let done = try await declare(at, looked)
        #expect(done.status == 303)
        #expect(try at.person("p001").declarations.map(\.declaredOn) == [Day("2025-02-01")!])
        #expect(try at.person("nurse").declarations.count == before + 1)
        let after = try await at.served.ask("/register", as: "clerk")
        #expect(after.words.contains("2 entries are declared. 1 person is new"))
    }

    @Test func `the same file sent again says that all of it stands already, and offers nothing to declare`()
        async throws
    {
        let at = try GovernanceAtWork()
        let looked = try await send(at, Self.header + Self.two)
        #expect(try await declare(at, looked).status == 303)
        let again = try await send(at, Self.header + Self.two)
        #expect(again.status == 200)
        #expect(again.words.contains("Every entry of register.csv stands on the register already"))
        #expect(!again.words.contains("Declare "))
        // The first page is still open in another window: its file is gone, and nothing is declared twice.
        let twice = try await declare(at, looked)
        #expect(twice.status == 422 || twice.status == 200)
        #expect(try at.person("p001").declarations.count == 1)
    }

    @Test func `a row at fault is named with its column, and the others can be declared`() async throws {
        let at = try GovernanceAtWork()
        let looked = try await send(at, Self.header + Self.two + "Gus Garland,GP,A share,Shiny,Direct,01/04/2019\n")
        #expect(looked.status == 200 && looked.words.contains("3 read = 2 to declare + 1 refused + 0 held"))
        #expect(looked.words.contains("“Shiny” is no kind of interest") && looked.words.contains("Declare 2 entries"))
        #expect(try await declare(at, looked).status == 303)
        #expect(try !at.held.desk.texts().values.contains("Gus Garland"))
    }

    @Test(arguments: [
        (nil, "register.csv", "Choose the file."), ("", "empty.csv", "“empty.csv” is empty"),
        ("code,name\n1,2\n", "wrong.csv", "wrong.csv"), ("\u{0}\u{1}PK", "picture.csv", "picture.csv"),
    ])
    func `a file that is no register is refused at the field, by its name`(
        _ file: String?, _ name: String, _ words: String
    ) async throws {
        let at = try GovernanceAtWork()
        let reply = try await send(at, file, named: name)
        #expect(reply.status == 422 && reply.text.contains("href=\"#asked-file\""))
        #expect(reply.words.contains(words))
    }

    @Test func `an act that cannot be names its row, and nothing of the file is recorded`() async throws {
        let at = try GovernanceAtWork()
        let people = try at.book.people.count
        let number = Self.header + Self.two + "Gus Garland,GP,Looks after 943 476 5919,Financial,Direct,01/04/2019\n"
        let patient = try await send(at, number)
        #expect(patient.status == 422 && !patient.words.contains("Declare "))
        #expect(try await declare(at, patient).status == 422)
        #expect(try at.book.people.count == people)
    }

    @Test func `what somebody else declared meanwhile is shown before anything is declared`() async throws {
        let at = try GovernanceAtWork()
        let looked = try await send(at, Self.header + Self.two)
        try at.held.desk.perform(by: Served.author, at: Served.moment) { texts, _ in
            [EnterPerson(person: Slug("fay")!, name: try texts.keep("Fay Faraway"), knownFrom: Day("2025-01-01")!)]
        }
        let second = try await declare(at, looked)
        #expect(second.status == 422 && second.words.contains("Somebody changed the register since you looked"))
        #expect(try await declare(at, second).status == 303)
        #expect(try at.person("fay").declarations.count == 1)
    }

    @Test func `who keeps the register of another body declares for nobody here, and others not at all`() async throws {
        let at = try GovernanceAtWork()
        let other = try await send(at, Self.header + Self.two, as: "stranger")
        #expect(other.status == 422 && other.words.contains("Row 3:"))
        #expect(!other.words.contains("Declare "))
        #expect(try await at.served.ask(Self.path, as: "bo").status == 403)
        let looked = try await send(at, Self.header + Self.two)
        let taken = try await declare(at, looked, as: "stranger")
        #expect(taken.status == 422)
        #expect(try at.book.people[Slug("p001")!] == nil)
    }

    @Test func `a file that is larger than any register is not read`() async throws {
        let at = try GovernanceAtWork()
        let reply = try await send(at, String(repeating: "x", count: 5 << 20))
        #expect(reply.status == 413)
    }
}
