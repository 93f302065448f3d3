import Contracts
import Exemplar
import Foundation
import HTTPTypes
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// Files sent by browser: looked at, taken in whole or not at all, and told apart by account.
struct TakeFilesInTests {
    private static let data = Served.exemplar
    private static let month = data.months.compactMap { $0.first?.month }[0]

    /// An installation in which nothing is held.
    static func empty(limits: BodyLimits = .upload) throws -> Served {
        let store = try Store.inMemory()
        try store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: Served.author,
            at: Served.moment)
        var served = Served(store: store)
        served.site.uploadLimits = limits
        return served
    }

    private static func send(
        _ files: [(name: String, bytes: [UInt8])], to served: Served, as account: String = "manager"
    ) async throws -> Reply {
        let form = WrittenForm(
            parts: [.init(name: "csrf", fileName: nil, bytes: Array("csrf-\(account)".utf8))]
                + files.map { .init(name: "files", fileName: $0.name, bytes: $0.bytes) })
        return try await served.send(
            "/imports/new", .post, cookies: ["remit": served.keeper.token(of: account)],
            headers: ["Content-Type": form.type], body: form.bytes)
    }

    /// The page once nothing is being taken in any more.
    private static func settled(_ served: Served, as account: String = "manager") async throws -> Reply {
        for _ in 0..<4_000 {
            let reply = try await served.ask("/imports/check", as: account)
            if reply.headers[.init("Refresh")!] == nil { return reply }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("the files are still being taken in")
        return try await served.ask("/imports/check", as: account)
    }

    private static func isEmpty(_ state: FilesTakenInPage.State) -> Bool {
        if case .empty = state { true } else { false }
    }

    private static func lines(_ served: Served) throws -> Int {
        try served.store.read { db in try Journal.head(db).sequence }
    }

    @Test func `files are told what they are, taken in, and every row and pound is accounted for`() async throws {
        let served = try Self.empty()
        let before = try Self.lines(served)
        let name = Exemplar.monthFileName(Self.month)
        let sent = try await Self.send(
            [(name, Self.data.monthFile(Self.month)), ("populations.csv", Self.data.populationFile())], to: served)
        #expect(sent.status == 303 && sent.location == "/imports/check", "\(sent.words)")
        let looked = try await served.ask("/imports/check")
        #expect(looked.words.contains("NHSBSA monthly dental contractor file"))
        #expect(looked.words.contains("A file of populations") && looked.words.contains("Take 2 files in"))
        #expect(try Self.lines(served) == before)

        let taken = try await served.post("/imports/check", [("step", "send"), ("drop", "")])
        #expect(taken.status == 303 && taken.location == "/imports/check")
        let done = try await Self.settled(served)
        #expect(done.words.contains("The files were taken in") && done.words.contains("rows read ="))
        let held = try served.store.read { db in try SourceHeld.all(db) }
        #expect(held.map(\.name) == [name, "populations.csv"])
        let first = try #require(held.first)
        let money = try #require(try served.store.read { db in try SourceHeld.money(of: first.digest, db) })
        #expect(money.read == money.kept + money.refused + money.alreadyHeld && money.read > .zero)
        let problems = try await served.ask("/imports/\(first.digest)")
        #expect(problems.words.contains("Pounds read") && problems.words.contains("Pounds refused"))
    }

    @Test func `the same file again is said before, and changes nothing`() async throws {
        let served = try Self.empty()
        let file = ("populations.csv", Self.data.populationFile())
        for time in 0..<2 {
            _ = try await Self.send([file], to: served)
            let looked = try await served.ask("/imports/check")
            #expect(looked.words.contains("was taken in before") == (time == 1))
            _ = try await served.post("/imports/check", [("step", "send")])
            let done = try await Self.settled(served)
            #expect(done.words.contains("held already, byte for byte") == (time == 1))
        }
        #expect(try served.store.read { db in try SourceHeld.all(db) }.count == 1)
    }

    @Test func `a file that is none of those that are read is said so in a sentence, and cannot be taken in`()
        async throws
    {
        let served = try Self.empty()
        let before = try Self.lines(served)
        for bytes in [
            Array("colour,weight\nred,3\n".utf8), Array("%PDF-1.4 paper".utf8), Array("no table at all".utf8),
        ] {
            _ = try await Self.send([("other.csv", bytes)], to: served)
            let looked = try await served.ask("/imports/check")
            #expect(looked.status == 200 && !looked.text.contains("value=\"send\""), "\(looked.words)")
            let taken = try await served.post("/imports/check", [("step", "send")])
            #expect(taken.status == 422)
        }
        #expect(try Self.lines(served) == before)
    }

    @Test func `a file that is refused leaves nothing, and the others stand`() async throws {
        let served = try Self.empty()
        let bad = Array("commissioner_code,population,period,source\nX,many,2023/24,a\n".utf8)
        _ = try await Self.send([("bad.csv", bad), ("types.csv", Self.data.contractTypesFile())], to: served)
        _ = try await served.post("/imports/check", [("step", "send")])
        let done = try await Self.settled(served)
        #expect(done.words.contains("bad.csv"))
        #expect(try served.store.read { db in try SourceHeld.all(db) }.contains { $0.name == "types.csv" })
    }

    @Test func `without a file, and with an empty one, the form says so`() async throws {
        let served = try Self.empty()
        let none = try await Self.send([("", [])], to: served)
        #expect(none.status == 422 && none.words.contains("Choose one file or more."))
        let empty = try await Self.send([("nothing.csv", [])], to: served)
        #expect(empty.status == 422 && empty.words.contains("is empty"))
    }

    @Test func `more than the server takes is refused with its limit in words`() async throws {
        var limits = BodyLimits.upload
        limits.bytes = 1 << 20
        let served = try Self.empty(limits: limits)
        // The limit stands in the site from which the router was made.
        let again = Served(site: served.site)
        let bytes = [UInt8](repeating: 65, count: 2 << 20)
        let form = WrittenForm(parts: [.init(name: "files", fileName: "big.csv", bytes: bytes)])
        let reply = try await again.send(
            "/imports/new", .post, cookies: ["remit": served.keeper.token(of: "manager")],
            headers: ["Content-Type": form.type], body: form.bytes)
        #expect(reply.status == 413 && reply.words.contains("1 MB"))
    }

    @Test func `what somebody sent is seen by nobody else, and goes when it is thrown away or an hour old`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trays-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let trays = UploadTrays(in: folder.path)
        let path = folder.appendingPathComponent("sent").path
        func put() throws {
            try Data(Self.data.populationFile()).write(to: URL(fileURLWithPath: path))
            try trays.put(
                [PostedFile(name: "../../populations.csv", size: 10, path: path)], for: Slug("ada")!, at: Served.moment
            ) { _ in false }
        }
        func files() -> [String] {
            (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
                .filter { $0.hasSuffix("populations.csv") }
        }
        try put()
        #expect(files().count == 1)
        #expect(Self.isEmpty(trays.state(for: Slug("ben")!, at: Served.moment)))
        try trays.discard(for: Slug("ada")!)
        #expect(files().isEmpty)
        try put()
        let later = Moment(secondsSince1970: Served.moment.secondsSince1970 + 3_601)
        #expect(Self.isEmpty(trays.state(for: Slug("ada")!, at: later)))
        #expect(files().isEmpty)
    }

    @Test func `what a server left behind goes, and what a living one holds stays`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("left-\(UUID().uuidString)")
        let left = folder.appendingPathComponent("remit-uploads-old")
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
        try Data().write(to: left.appendingPathComponent("lock"))
        defer { try? FileManager.default.removeItem(at: folder) }
        let trays = UploadTrays(in: folder.path)
        let path = folder.appendingPathComponent("sent").path
        try Data(Self.data.populationFile()).write(to: URL(fileURLWithPath: path))
        try trays.put([PostedFile(name: "p.csv", size: 10, path: path)], for: Slug("ada")!, at: Served.moment) { _ in
            false
        }
        UploadTrays.removeLeftovers(in: folder.path)
        #expect(!FileManager.default.fileExists(atPath: left.path))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.hasPrefix("remit-uploads-") }
        )
    }
}
