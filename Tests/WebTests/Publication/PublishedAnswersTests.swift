import Digests
import Files
import Foundation
import HTTPTypes
import Priorities
import Publication
import Testing
import Vocabulary

@testable import Web

/// Published records as anybody reads them.
struct PublishedAnswersTests {
    private static let root = "/published/diabetes-2025"

    @Test func `each file of a record is served byte for byte to anybody, with its kind and its tag`() async throws {
        let held = try PublishedServed.one.get()
        let kinds = [
            "html": "text/html; charset=utf-8", "csv": "text/csv; charset=utf-8", "json": "application/json",
            "txt": "text/plain; charset=utf-8",
            "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ]
        let files = try held.files
        #expect(files.count > 20)
        for path in files {
            let reply = try await held.ask("\(Self.root)/\(path)")
            let bytes = try held.bytes(path)
            #expect(reply.status == 200 && reply.bytes == bytes, "\(path)")
            #expect(reply.headers[.contentType] == kinds[String(path.split(separator: ".").last ?? "")], "\(path)")
            #expect(reply.headers[.eTag] == "\"\(Digest.of(bytes))\"", "\(path)")
            #expect(reply.headers[.cacheControl] == "public, max-age=300", "\(path)")
            #expect(reply.headers[.lastModified] == "Wed, 11 Jun 2025 00:00:00 GMT", "\(path)")
        }
        // The same for those who have signed in: there is one record.
        let other = try await held.ask("\(Self.root)/index.html", as: "manager")
        #expect(try other.bytes == held.bytes("index.html"))
    }

    @Test func `a page of a record lets its own look in by its digest, and nothing else`() async throws {
        let held = try PublishedServed.one.get()
        for path in ["index.html", "paper.html", "one-page.html", "method.html"] {
            let reply = try await held.ask("\(Self.root)/\(path)")
            let style = try #require(reply.text.firstMatch(of: /<style>([^<]*)<\/style>/)).1
            let policy = try #require(reply.headers[.contentSecurityPolicy])
            #expect(policy.contains("style-src '\(Digest.integrity(of: Array(style.utf8)))'"), "\(path)")
            #expect(policy.hasPrefix("default-src 'none'") && policy.contains("form-action 'none'"), "\(path)")
            #expect(!policy.contains("unsafe") && !policy.contains("script-src"), "\(path)")
            #expect(!reply.text.contains(" style=") && !reply.text.contains("<script"), "\(path)")
        }
        let table = try await held.ask("\(Self.root)/tables/options.csv")
        #expect(table.headers[.contentSecurityPolicy]?.contains("style-src") == false)
        #expect(table.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test func `whoever holds a file is not sent it again, and whoever asks for a part gets the whole`() async throws {
        let held = try PublishedServed.one.get()
        let path = "\(Self.root)/record.json"
        let whole = try await held.ask(path)
        let tag = try #require(whole.headers[.eTag])
        for fresh in [
            ["If-None-Match": tag], ["If-None-Match": "\"other\", W/\(tag)"], ["If-None-Match": "*"],
            ["If-Modified-Since": "Wed, 11 Jun 2025 00:00:00 GMT"],
            ["If-Modified-Since": "Thu, 12 Jun 2025 00:00:00 GMT"],
        ] {
            let reply = try await held.ask(path, fresh)
            #expect(reply.status == 304 && reply.bytes.isEmpty && reply.headers[.eTag] == tag, "\(fresh)")
        }
        for stale in [
            ["If-None-Match": "\"other\""], ["If-Modified-Since": "Tue, 10 Jun 2025 23:59:59 GMT"],
            ["If-Modified-Since": "yesterday"], ["Range": "bytes=0-9"],
            // A tag goes before a day.
            ["If-None-Match": "\"other\"", "If-Modified-Since": "Thu, 12 Jun 2025 00:00:00 GMT"],
        ] {
            let reply = try await held.ask(path, stale)
            #expect(reply.status == 200 && reply.bytes == whole.bytes, "\(stale)")
        }
        let head = try await held.served.send(path, .head)
        #expect(head.status == 200 && head.bytes.isEmpty)
        #expect(head.headers[.contentLength] == "\(whole.bytes.count)" && head.headers[.eTag] == tag)
    }

    @Test(arguments: [
        "/published/none", "/published/none/index.html", "/published/diabetes-2025/none.html",
        "/published/diabetes-2025/../secret.txt", "/published/diabetes-2025/..%2Fsecret.txt",
        "/published/diabetes-2025/%2e%2e/secret.txt", "/published/..%2Fdiabetes-2025/index.html",
        "/published/diabetes-2025/tables%2Foptions.csv", "/published/diabetes-2025/tables/../index.html",
        "/published/diabetes-2025//index.html", "/published/diabetes-2025/tables", "/published/diabetes-2025/tables/",
        "/published/diabetes-2025/INDEX.HTML", "/published/diabetes-2025/index.html%00.csv",
        "/published/Diabetes-2025/index.html", "/published/secret.txt", "/published/.hidden/index.html",
        "/published/diabetes-2025/secret.txt", "/published/diabetes-2025.head.txt/index.html",
        "/published/strange/index.html", "/published/strange",
    ])
    func `nothing but what the record's manifest names is found`(path: String) async throws {
        let held = try PublishedServed()
        try held.write("secret", to: "secret.txt")
        try held.write("secret", to: "diabetes-2025/secret.txt")
        try FileManager.default.createDirectory(
            at: held.place.appendingPathComponent("strange"), withIntermediateDirectories: true)
        try held.write("secret", to: "strange/index.html")
        let reply = try await held.ask(path)
        #expect(reply.status == 404)
        #expect(!reply.text.contains("secret\n") && !reply.words.hasSuffix("secret"))
    }

    @Test func `a file that was changed, removed or linked elsewhere is gone, and its bytes are not handed out`()
        async throws
    {
        let held = try PublishedServed()
        try held.write("another decision", to: "diabetes-2025/one-page.html")
        try FileManager.default.removeItem(at: held.place.appendingPathComponent("diabetes-2025/paper.html"))
        let same = try held.bytes("method.html")
        try held.write(String(decoding: same, as: UTF8.self) + " ", to: "elsewhere.html")
        try FileManager.default.removeItem(at: held.place.appendingPathComponent("diabetes-2025/method.html"))
        try FileManager.default.createSymbolicLink(
            atPath: held.place.appendingPathComponent("diabetes-2025/method.html").path,
            withDestinationPath: "../elsewhere.html")
        for path in ["one-page.html", "paper.html", "method.html"] {
            let reply = try await held.ask("\(Self.root)/\(path)")
            #expect(reply.status == 410, "\(path): \(reply.status)")
            #expect(reply.words.contains("not as it was published, so it is not shown"), "\(path)")
            #expect(!reply.text.contains("another decision") && reply.headers[.eTag] == nil, "\(path)")
        }
        // What was not touched is still there; the whole in one is not.
        #expect(try await held.ask("\(Self.root)/index.html").status == 200)
        #expect(try await held.ask("\(Self.root)/record.zip").status == 410)
    }

    @Test func `a record whose manifest was changed is not shown at all, and the list says so`() async throws {
        let held = try PublishedServed()
        let text = String(decoding: try held.bytes("manifest.json"), as: UTF8.self)
        try held.write(text + " ", to: "diabetes-2025/manifest.json")
        for path in ["", "/index.html", "/manifest.json", "/record.zip", "/head.txt", ".csv"] {
            #expect(try await held.ask(Self.root + path).status == 410, "\(path)")
        }
        let list = try await held.ask("/published")
        #expect(list.status == 200 && list.words.contains("“diabetes-2025” is not as it was published any more"))
        #expect(!list.text.contains("href=\"\(Self.root)\""))
    }

    @Test func `of two records of a round both are shown, the later first`() async throws {
        let held = try PublishedServed(records: 2)
        #expect(try held.round.published.count == 2)
        let list = try await held.ask("/published")
        let links = list.text.matches(of: /href="(\/published\/diabetes[^"]*)"/).map { String($0.1) }
        #expect(links == ["/published/diabetes-2025-2", "/published/diabetes-2025"])
        #expect(list.words.contains("A later record of the round has taken its place"))
        let earlier = try await held.ask("/published/diabetes-2025")
        #expect(earlier.words.contains("There is a later record"))
        #expect(earlier.text.contains("href=\"/published/diabetes-2025-2\""))
        let later = try await held.ask("/published/diabetes-2025-2")
        #expect(
            !later.words.contains("There is a later record") && later.words.contains("Earlier records of this round"))
        for name in ["diabetes-2025", "diabetes-2025-2"] {
            let reply = try await held.ask("/published/\(name)/record.json")
            #expect(try reply.bytes == held.bytes("record.json", of: name), "\(name)")
        }
    }

    @Test func `the page of a record says how to check it, with the head that was published apart`() async throws {
        let held = try PublishedServed.one.get()
        let page = try await held.ask(Self.root)
        let apart = String(
            decoding: try Data(contentsOf: held.place.appendingPathComponent("diabetes-2025.head.txt")), as: UTF8.self)
        for line in apart.split(separator: "\n").dropFirst() { #expect(page.words.contains(line), "\(line)") }
        #expect(page.words.contains("remit verify diabetes-2025"))
        let head = try await held.ask("\(Self.root)/head.txt")
        #expect(head.text == apart)
        #expect(head.headers[.contentDisposition] == "attachment; filename=\"diabetes-2025.head.txt\"")
        for path in try held.files.dropLast() {
            #expect(page.text.contains("href=\"\(Self.root)/\(path)\""), "\(path)")
        }
    }

    @Test func `the whole record in one is every file of it in a folder of its name, and the record verifies`()
        async throws
    {
        let held = try PublishedServed.one.get()
        let zip = try await held.ask("\(Self.root)/record.zip")
        #expect(zip.headers[.contentType] == "application/zip")
        #expect(zip.headers[.contentDisposition] == "attachment; filename=\"diabetes-2025.zip\"")
        let members = try held.files.map { ("diabetes-2025/\($0)", try held.bytes($0)) }
        #expect(zip.bytes == ZipFile.bytes(members: members))
        let apart = try #require(HeadApart(reading: try await held.ask("\(Self.root)/head.txt").text))
        let folder = held.place.appendingPathComponent("diabetes-2025").path
        let found = try VerifyRecord(folder, apart: apart, version: "test").run()
        #expect(found.faults == [])
        #expect(found.checks.contains { $0.hasPrefix("Head: the journal’s head and the manifest") })
    }

    @Test func `pages that anybody may read are kept by caches, and those of who has signed in by none`() async throws {
        let held = try PublishedServed.one.get()
        for path in [
            "/", "/published", "/published.csv", Self.root, "/interests", "/interests.csv", "/decisions",
            "/decisions.csv", "/meetings", "/meetings.csv", "/rules",
        ] {
            let reply = try await held.ask(path)
            let tag = try #require(reply.headers[.eTag], "\(path)")
            #expect(reply.status == 200 && reply.headers[.cacheControl] == "public, max-age=60", "\(path)")
            #expect(reply.headers[.vary] == "Cookie", "\(path)")
            let again = try await held.ask(path, ["If-None-Match": tag])
            #expect(again.status == 304 && again.bytes.isEmpty && again.headers[.vary] == "Cookie", "\(path)")
            let own = try await held.ask(path, as: "manager")
            #expect(own.headers[.cacheControl] == "private, no-store" && own.headers[.eTag] == nil, "\(path)")
        }
        for path in ["/sign-in", "/set-password"] {
            let reply = try await held.ask(path)
            #expect(reply.headers[.cacheControl]?.contains("public") != true, "\(path)")
        }
    }

    @Test func `a server without a place for records says so, and has none`() async throws {
        let held = try PublishedServed.one.get()
        let bare = Served(store: held.held.store)
        #expect(try await bare.ask("/published", as: nil).words.contains("This server publishes no records."))
        #expect(try await bare.ask(Self.root, as: nil).status == 404)
        #expect(try await bare.ask("\(Self.root)/index.html", as: nil).status == 404)
    }

    @Test func `the list is taken away as CSV, with the digest of each manifest`() async throws {
        let held = try PublishedServed.one.get()
        let csv = try await held.ask("/published.csv")
        #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(try csv.text.contains(held.round.published[0].digest.description))
    }

    @Test func `who has not signed in is shown what is published, and led nowhere else`() async throws {
        let held = try PublishedServed.one.get()
        let front = try await held.ask("/")
        #expect(front.status == 200 && front.words.contains("You need not sign in to read it"))
        var seen: Set<String> = []
        for found in front.text.matches(of: /href="(\/[^"#]*)"/) where seen.insert(String(found.1)).inserted {
            #expect(try await held.ask(String(found.1)).status == 200, "\(found.1)")
        }
        #expect(seen.isSuperset(of: ["/published", "/decisions", "/meetings", "/interests", "/sign-in", Self.root]))
        #expect(try await held.ask("/", as: "newcomer").location == "/home")
        #expect(try await held.served.send("/", .post).status != 200)
    }
}
