import Digests
import Files
import Foundation
import Priorities
import Publication
import Store
import Testing
import Vocabulary

/// What is published, and what never is.
struct PublicationTests {
    private var files: [PublishedFile] { Sample.files }

    @Test func `the record holds pages, paper, tables, rules and the manifest last`() {
        let paths = files.map(\.path)
        for path in [
            "HOW-TO-CHECK.txt", "index.html", "method.html", "one-page.html", "paper.docx", "paper.html", "record.json",
            "round.json", "tables/options.csv", "tables/scores-given.csv", "tables/weights.csv", "tables/ranking.csv",
            "tables/portfolio.csv", "tables/frontier.csv", "tables/frontier.json", "tables/acts.csv",
        ] {
            #expect(paths.contains(path), "\(path) is not published")
        }
        #expect(paths.count { $0.hasPrefix("rules/") } == 7)
        #expect(paths.last == "manifest.json")
        #expect(Set(paths).count == paths.count)
    }

    @Test func `the same record gives the same bytes twice`() throws {
        #expect(try Publication.files(for: Sample.record) == files)
    }

    @Test func `the manifest names every other file with its size and digest`() throws {
        let manifest = try Manifest(bytes: files.bytes(of: Manifest.path))
        #expect(manifest.entries.map(\.path) == files.dropLast().map(\.path))
        for (entry, file) in zip(manifest.entries, files) {
            #expect(entry.size == file.bytes.count && entry.digest == Digest.of(file.bytes))
        }
    }

    @Test func `a record is read from its own bytes and written as the same bytes`() throws {
        let read = try PublishedRecord(bytes: files.bytes(of: PublishedRecord.path)) { path in files.bytes(of: path) }
        #expect(read.bytes == Sample.record.bytes)
        #expect(try Publication.files(for: read) == files)
    }

    @Test(arguments: Sample.personal)
    func `no name and no declaration stands in any byte of any file`(name: String) throws {
        for file in files {
            #expect(!file.bytes.contains(name), "“\(name)” stands in \(file.path)")
        }
        for part in try ZipFile.members(of: files.bytes(of: "paper.docx"), named: "paper.docx") {
            #expect(!part.bytes.contains(name), "“\(name)” stands in \(part.path) of the paper")
        }
    }

    @Test func `the pages lead only to files that are published`() throws {
        let paths = Set(files.map(\.path))
        for page in files where page.path.hasSuffix(".html") {
            let text = String(decoding: page.bytes, as: UTF8.self)
            #expect(!text.contains("<script"), "\(page.path) has a script")
            for match in text.matches(of: /(?:href|src)="([^"#][^"]*)"/) {
                let target = String(match.output.1)
                #expect(paths.contains(target), "\(page.path) leads to \(target)")
            }
        }
    }

    @Test func `the head printed is that of the line before the publication`() throws {
        let sample = try Sample()
        let published = try sample.publish(to: "out")
        let lines = try sample.desk.extract(of: Sample.id).lines
        let publication = try #require(lines.last)
        #expect(publication.act == "recordPublication")
        #expect(publication.previous == published.apart.head)
        #expect(publication.sequence == published.apart.sequence.map { $0 + 1 })
        #expect(try sample.round.published.map(\.digest) == [published.apart.manifest])
        let page = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: sample.path("out/index.html"))), as: UTF8.self)
        #expect(page.contains(published.apart.head.description))
    }
}

extension [UInt8] {
    func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, count >= wanted.count else { return false }
        var from = startIndex
        while let place = self[from...].firstIndex(of: first) {
            if self[place...].starts(with: wanted) { return true }
            from = place + 1
        }
        return false
    }
}
