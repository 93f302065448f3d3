import Foundation
import HTTPTypes
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// A file whose columns nobody knows is explained by form, looked at, and then taken in.
struct ColumnMappingAnswerTests {
    private static let path = "/imports/check/columns/0"
    private static let extract = """
        Contract No,Contract type,Schedule Month,UDAs Contracted,UDAs Delivered,Note
        1000080001,GDS,2025-04,1200,95,
        1000080002,PDS,2025-04,800,not yet,
        1000080003,GDS,2025-03,700,60,late

        """
    private static let answers = [
        "name": "Wexbourne eDEN monthly", "from-day": "1", "from-month": "4", "from-year": "2025",
        "reviewer": "Contracts office", "format": "yyyy-mm-dd", "column-contract": "Contract No",
        "column-contractType": "Contract type", "column-month": "Schedule Month",
        "column-contracted": "UDAs Contracted", "column-delivered": "UDAs Delivered",
    ]

    private static func sent(_ text: String = extract, to served: Served, as account: String = "manager") async throws {
        let form = WrittenForm(
            parts: [
                .init(name: "csrf", fileName: nil, bytes: Array("csrf-\(account)".utf8)),
                .init(name: "files", fileName: "eden.csv", bytes: Array(text.utf8)),
            ])
        let reply = try await served.send(
            "/imports/new", .post, cookies: ["remit": served.keeper.token(of: account)],
            headers: ["Content-Type": form.type], body: form.bytes)
        #expect(reply.status == 303)
    }

    private static func lines(_ served: Served) throws -> Int {
        try served.store.read { db in try Journal.head(db).sequence }
    }

    private static func changed(_ changes: [String: String]) -> [(String, String)] {
        answers.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test func `columns are suggested, looked at with what comes of them, saved, and the file is taken in by them`()
        async throws
    {
        let served = try Served()
        try await Self.sent(to: served)
        let waiting = try await served.ask("/imports/check")
        #expect(waiting.words.contains("Say what its columns mean") && waiting.text.contains("href=\"\(Self.path)\""))
        let page = try await served.ask(Self.path)
        #expect(page.status == 200)
        for title in ["Contract No", "Contract type", "Schedule Month", "UDAs Contracted", "UDAs Delivered"] {
            #expect(page.text.contains("<option value=\"\(title)\" selected"), "\(title) is suggested")
        }
        let lines = try Self.lines(served)
        let check = try await served.post(Self.path, Self.changed(["step": "check"]))
        #expect(check.status == 200, "\(check.words)")
        #expect(check.words.contains("3 rows read = 1 kept + 2 refused."))
        #expect(check.words.contains("not yet") && check.words.contains("before the mapping holds"))
        #expect(check.words.contains("1000080001") && check.words.contains("April 2025"))
        #expect(try Self.lines(served) == lines, "nothing is recorded before it is sent")
        let back = try await served.post(Self.path, check.sending(["step": "change"]))
        #expect(back.status == 200 && back.text.contains("value=\"Wexbourne eDEN monthly\""))
        let saved = try await served.post(Self.path, check.sending(["step": "send"]))
        #expect(saved.status == 303 && saved.location == "/imports/check")
        #expect(try served.store.read { db in try MappingHeld.all(db) }.map(\.name) == ["Wexbourne eDEN monthly"])
        let ready = try await served.ask("/imports/check")
        #expect(ready.words.contains("An extract, by the mapping “Wexbourne eDEN monthly”"))
        #expect(try await served.post("/imports/check", [("step", "send")]).status == 303)
        var done = try await served.ask("/imports/check")
        for _ in 0..<2_000 where done.headers[.init("Refresh")!] != nil {
            try await Task.sleep(for: .milliseconds(5))
            done = try await served.ask("/imports/check")
        }
        #expect(done.words.contains("3 rows read = 1 kept + 2 refused"), "\(done.words)")
    }

    @Test func `a mapping that is held is offered for a file with its columns, and saved again it changes nothing`()
        async throws
    {
        let served = try Served()
        try await Self.sent(to: served)
        #expect(try await served.post(Self.path, Self.changed(["step": "send"])).status == 303)
        try await Self.sent(to: served)
        let page = try await served.ask(Self.path)
        #expect(page.words.contains("Begin with “Wexbourne eDEN monthly”, which Contracts office looked at on"))
        let digest = try #require(try served.store.read { db in try MappingHeld.all(db) }.first?.digest)
        let begun = try await served.ask("\(Self.path)?mapping=\(digest)")
        #expect(begun.text.contains("value=\"Contracts office\""))
        let lines = try Self.lines(served)
        #expect(try await served.post(Self.path, Self.changed(["step": "send"])).status == 303)
        #expect(try Self.lines(served) == lines)
        try await Self.sent("Contract No,Colour\n1,red\n", to: served)
        #expect(try await !served.ask(Self.path).words.contains("Begin with"))
    }

    @Test(arguments: [
        ("name", ""), ("column-contract", ""), ("column-contract", "Colour"), ("column-delivered", "Contract No"),
        ("month", "2025-04"), ("month", "soon"), ("format", ""), ("from-year", ""), ("from-month", "13"),
        ("reviewer", ""),
    ])
    func `what is missing or wrong is told at its field, and nothing is saved`(field: String, value: String)
        async throws
    {
        let served = try Served()
        try await Self.sent(to: served)
        let reply = try await served.post(Self.path, Self.changed([field: value, "step": "send"]))
        #expect(reply.status == 422 && reply.text.contains("href=\"#asked-"), "\(reply.words)")
        #expect(reply.text.contains("value=\"Contracts office\"") || field == "reviewer", "what was typed stays")
        #expect(try served.store.read { db in try MappingHeld.all(db) }.isEmpty)
    }

    @Test func `a file without months is read as of one month, and without any figure is refused`() async throws {
        let served = try Served()
        try await Self.sent(to: served)
        let fixed = ["column-month": "", "month": "2025-05", "step": "check"]
        let check = try await served.post(Self.path, Self.changed(fixed))
        #expect(check.status == 200 && check.words.contains("May 2025"))
        let none = try await served.post(
            Self.path,
            Self.changed(["column-contracted": "", "column-delivered": "", "column-contractType": "", "step": "check"]))
        #expect(none.status == 422 && none.words.contains("else there is nothing to read"))
    }

    @Test func `what others sent, what is known, and what was taken in, is not found`() async throws {
        let served = try Served()
        #expect(try await served.ask(Self.path).status == 404)
        try await Self.sent(to: served)
        #expect(try await served.ask(Self.path, as: "analyst").status == 404)
        #expect(try await served.ask("/imports/check/columns/1").status == 404)
        #expect(try await served.post("/imports/check/columns/x", Self.changed(["step": "send"])).status == 404)
        try await Self.sent(
            "commissioner_code,population,period,source\nQZW,1000,2023/24,a\n", to: served)
        #expect(try await served.ask(Self.path).status == 404)
    }
}
