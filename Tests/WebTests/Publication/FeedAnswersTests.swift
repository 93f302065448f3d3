import Foundation
import HTTPTypes
import FoundationXML
import Pages
import Testing
import Vocabulary

@testable import Web

/// Feeds, read by a parser of XML as feed readers do.
struct FeedAnswersTests {
    /// What an Atom reader finds: RFC 4287, sections 4.1.1 and 4.1.2.
    private final class Reader: NSObject, XMLParserDelegate {
        var feed: [String: String] = [:]
        var entries: [[String: String]] = []
        var links: [[String: String]] = []
        private var path: [String] = []
        private var text = ""
        private var isInEntry: Bool { path.contains("entry") }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            path.append(name)
            text = ""
            if name == "feed" { feed["xmlns"] = namespaceURI }
            if name == "entry" { entries.append([:]) }
            if name == "link" {
                if isInEntry {
                    entries[entries.count - 1]["link"] = attributes["href"]
                } else {
                    links.append(attributes)
                }
            }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            if isInEntry { entries[entries.count - 1][name] = text } else { feed[name] = text }
            path.removeLast()
        }
    }

    private func read(_ bytes: [UInt8]) throws -> Reader {
        let (reader, parser) = (Reader(), XMLParser(data: Data(bytes)))
        parser.shouldProcessNamespaces = true
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        return reader
    }

    @Test(arguments: Feed.allCases)
    func `a feed is valid Atom, with what is published in it, the latest first`(feed: Feed) async throws {
        let held = try PublishedServed.one.get()
        let reply = try await held.ask("/\(feed.rawValue).atom")
        #expect(reply.status == 200 && reply.headers[.contentType] == "application/atom+xml; charset=utf-8")
        let read = try read(reply.bytes)
        #expect(read.feed["xmlns"] == "http://www.w3.org/2005/Atom")
        #expect(read.feed["name"] == "Wexbourne ICB")
        #expect(read.feed["title"]?.isEmpty == false)
        let own = read.links.first { $0["rel"] == "self" }
        #expect(own?["href"] == "http://remit.example/\(feed.rawValue).atom")
        #expect(!read.entries.isEmpty)
        let all = [read.feed] + read.entries
        let uuid = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/
        for one in all {
            #expect(one["id"]?.wholeMatch(of: uuid) != nil)
            let updated = try #require(one["updated"].flatMap { Moment(text: $0) })
            #expect(updated <= RoundAtWorkServed.now)
        }
        #expect(Set(all.compactMap { $0["id"] }).count == all.count)
        let moments = read.entries.compactMap { $0["updated"] }
        #expect(moments == moments.sorted(by: >) && moments.first == read.feed["updated"])
        for entry in read.entries {
            #expect(entry["title"]?.isEmpty == false && entry["summary"]?.isEmpty == false)
            let path = try #require(entry["link"]).replacing("http://remit.example", with: "")
            #expect(try await held.ask(path).status == 200, "\(path)")
        }
        let again = try await held.ask("/\(feed.rawValue).atom", ["If-None-Match": reply.headers[.eTag] ?? ""])
        #expect(again.status == 304 && reply.headers[.cacheControl] == "public, max-age=60")
    }

    @Test(arguments: Feed.allCases)
    func `a feed of nothing is valid too`(feed: Feed) async throws {
        let held = try HeldRounds([], to: .begun)
        let reply = try await Served(store: held.store).ask("/\(feed.rawValue).atom", as: nil)
        let read = try read(reply.bytes)
        #expect(reply.status == 200 && read.entries.isEmpty)
        #expect(read.feed["updated"].flatMap { Moment(text: $0) } != nil)
    }
}
