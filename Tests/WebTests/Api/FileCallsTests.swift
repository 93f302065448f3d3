import Contracts
import Exemplar
import Foundation
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// Files sent and taken in by programs: by the trays of the pages, and by the same rules.
struct FileCallsTests {
    private static let data = Served.exemplar
    private static let month = data.months.compactMap { $0.first?.month }[0]

    private static func send(
        _ files: [(name: String, bytes: [UInt8])], to served: Served, as token: String = "manager",
        headers more: [String: String] = [:]
    ) async throws -> Reply {
        let form = WrittenForm(
            parts: files.map { .init(name: "files", fileName: $0.name, bytes: $0.bytes) })
        let headers = ["Authorization": "Bearer remit_\(token)", "Content-Type": form.type].merging(more) { $1 }
        return try await served.send(ApiCall.root + "/uploads", .post, headers: headers, body: form.bytes)
    }

    private static func sendOne(
        _ bytes: [UInt8], query: String, to served: Served, type: String? = ApiCall.Body.fileType
    ) async throws -> Reply {
        var headers = ["Authorization": "Bearer remit_manager"]
        headers["Content-Type"] = type
        return try await served.send(ApiCall.root + "/uploads" + query, .post, headers: headers, body: bytes)
    }

    /// What is answered once nothing is being taken in any more.
    private static func settled(_ served: Served) async throws -> JSONValue {
        for _ in 0..<4_000 {
            let json = try await served.call("/uploads").json
            if json["state"] != "running" { return json }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("the files are still being taken in")
        return .null
    }

    private static func lines(_ served: Served) throws -> Int {
        try served.store.read { db in try Journal.head(db).sequence }
    }

    private static func isOfShape(_ json: JSONValue, _ path: String) -> Bool {
        guard case .document(_, let shape)? = Site.calls.first(where: { $0.path == path })?.answer else { return false }
        return (try? ShapedValue(json, as: shape, at: path)) != nil
    }

    @Test func `files are sent, told what they are, taken in, and every row is accounted for`() async throws {
        let served = try TakeFilesInTests.empty()
        let before = try Self.lines(served)
        let name = Exemplar.monthFileName(Self.month)
        let bad = Array("commissioner_code,population,period,source\nX,many,2023/24,a\n".utf8)
        let sent = try await Self.send([(name, Self.data.monthFile(Self.month)), ("bad.csv", bad)], to: served)
        #expect(sent.status == 200 && sent.json["state"] == "waiting", "\(sent.text)")
        #expect(sent.json["files"]?.asList?.map { $0["name"]?.asText } == [name, "bad.csv"])
        #expect(sent.json["files"]?.asList?[0]["kind"]?.asText?.contains("NHSBSA") == true)
        #expect(try Self.lines(served) == before)

        let begun = try await served.call("/uploads/take", .post, [:])
        #expect(begun.status == 200 && Self.isOfShape(begun.json, "/uploads/take"), "\(begun.text)")
        let done = try await Self.settled(served)
        #expect(done["state"] == "done" && Self.isOfShape(done, "/uploads"), "\(done.pretty)")
        let taken = try #require(done["taken"]?.asList)
        #expect(taken.map { $0["name"]?.asText } == [name, "bad.csv"])
        func count(_ key: String) -> Int { if case .integer(let count)? = taken[0][key] { count } else { -1 } }
        #expect(count("rowsRead") == count("rowsKept") + count("rowsRefused") + count("rowsAlreadyHeld"))
        #expect(count("rowsRead") > 0)

        let digest = try #require(taken[0]["digest"]?.asText)
        let file = try await served.call("/imports/\(digest)")
        #expect(
            file.status == 200 && file.json["name"]?.asText == name && file.json["rowsRead"] == taken[0]["rowsRead"])
        #expect(Self.isOfShape(file.json, "/imports/:digest"), "\(file.text)")
        let problems = try await served.call("/imports/\(digest)/problems?pageSize=1000").json
        #expect(problems["problems"]?.asList?.count == count("problems"))
    }

    @Test func `one file is sent as it is, with its name in the query`() async throws {
        let served = try TakeFilesInTests.empty()
        let bytes = Self.data.populationFile()
        let sent = try await Self.sendOne(bytes, query: "?name=populations.csv", to: served)
        let file = try #require(sent.json["files"]?.asList?.first)
        #expect(file["name"] == "populations.csv" && file["bytes"] == .integer(bytes.count), "\(sent.text)")
        #expect(file["kind"] != .null)
        #expect(try await Self.sendOne([], query: "?name=nothing.csv", to: served).code == "empty-file")
        #expect(try await Self.sendOne(bytes, query: "?nome=p.csv", to: served).code == "unknown-parameter")
        for type in ["application/json", "application/x-www-form-urlencoded", nil] {
            #expect(try await Self.sendOne(bytes, query: "", to: served, type: type).status == 415)
        }
        // What was refused has thrown nothing away.
        #expect(try await served.call("/uploads").json["files"]?.asList?.first == file)
    }

    @Test func `what is no file of the form is refused, and so is more than is taken`() async throws {
        var limits = BodyLimits.upload
        limits.bytes = 1 << 16
        // The limit stands in the site from which the router was made.
        let served = Served(site: try TakeFilesInTests.empty(limits: limits).site)
        let large = [UInt8](repeating: 65, count: 1 << 17)
        for reply in [
            try await Self.send([("big.csv", large)], to: served),
            try await Self.sendOne(large, query: "?name=big.csv", to: served),
        ] { #expect(reply.status == 413 && reply.json["detail"]?.asText?.contains("64 KB") == true) }
        func form(_ part: WrittenForm.Part) async throws -> Reply {
            let form = WrittenForm(parts: [part])
            return try await served.send(
                ApiCall.root + "/uploads", .post,
                headers: ["Authorization": "Bearer remit_manager", "Content-Type": form.type], body: form.bytes)
        }
        let text = try await form(.init(name: "files", fileName: nil, bytes: [65]))
        #expect(text.status == 422 && text.code == "no-files", "\(text.text)")
        let other = try await form(.init(name: "file", fileName: "a.csv", bytes: [65]))
        #expect(other.status == 422 && other.code == "unknown-key", "\(other.text)")
    }

    @Test func `who takes no files in sends none, and sees nothing of others'`() async throws {
        let served = try TakeFilesInTests.empty()
        let file = ("populations.csv", Self.data.populationFile())
        #expect(try await Self.send([file], to: served, as: "observer").status == 403)
        #expect(try await Self.send([file], to: served, as: "manager.readContracts").code == "scope-missing")
        #expect(try await Self.send([file], to: served, as: "analyst").status == 200)
        #expect(try await served.call("/uploads").json["state"] == "empty")
        #expect(try await served.call("/uploads/take", .post, [:]).code == "no-files")
    }

    @Test func `the same key takes the same files once, and is refused for others`() async throws {
        let served = try TakeFilesInTests.empty()
        let file = ("populations.csv", Self.data.populationFile())
        let first = try await Self.send([file], to: served, headers: ["Idempotency-Key": "k1"])
        let again = try await Self.send([file], to: served, headers: ["Idempotency-Key": "k1"])
        #expect(again.status == 200 && again.bytes == first.bytes)
        #expect(again.headers[HTTPField.Name("Idempotency-Replayed")!] == "true")
        let other = try await Self.send(
            [("types.csv", Self.data.contractTypesFile())], to: served, headers: ["Idempotency-Key": "k1"])
        #expect(other.status == 422 && other.code == "key-used")
    }

    @Test func `somebody says what the columns of an extract mean, and it is read so`() async throws {
        let served = try TakeFilesInTests.empty()
        let extract = Array("Contract No,Schedule Month,UDAs Delivered\n100001,2024-04,12\n".utf8)
        let sent = try await Self.send([("extract.csv", extract)], to: served)
        let file = try #require(sent.json["files"]?.asList?.first)
        #expect(file["kind"] == .null && file["columns"]?.asList?.count == 3, "\(sent.text)")
        let mapping: JSONValue = [
            "name": "Extract by month", "layout": "extract", "reviewedBy": "An analyst", "reviewedOn": "2025-02-01",
            "validFrom": "2024-04-01",
            "columns": ["contract": "Contract No", "month": "Schedule Month", "delivered": "UDAs Delivered"],
        ]
        let nowhere = try await served.call("/uploads/1/columns", .post, mapping)
        #expect(nowhere.status == 404)
        let bad = try await served.call("/uploads/0/columns", .post, mapping.setting(["columns"], to: ["month": "x"]))
        #expect(bad.status == 422 && bad.code == "bad-mapping", "\(bad.text)")
        let read = try await served.call("/uploads/0/columns", .post, mapping)
        #expect(read.status == 200, "\(read.text)")
        #expect(read.json["files"]?.asList?.first?["kind"]?.asText?.contains("Extract by month") == true)
        let thrown = try await served.call("/uploads/discard", .post)
        #expect(thrown.json["state"] == "empty" && thrown.json["files"] == [])
    }
}
