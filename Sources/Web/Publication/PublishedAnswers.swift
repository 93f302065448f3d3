import Foundation
import HTTPTypes
import Hummingbird
import Markup
import Pages
import Priorities
import Publication
import Store
import Vocabulary

/// What was published, for everybody.
enum PublishedAnswer {
    /// How long caches may keep a file of a record before they ask whether it still stands there.
    private static let lifetime = 300

    // MARK: - Pages

    static func all(_ question: Question) throws -> Answer {
        let rounds = try question.rounds.rounds()
        let page = PublishedPage(
            records: listed(question.published?.records(of: rounds) ?? [], of: rounds),
            changed: question.published?.changed(among: rounds) ?? [], hasPlace: question.published != nil)
        return Answer(page, table: page.table)
    }

    static func front(_ question: Question) throws -> Answer {
        let rounds = try question.rounds.rounds()
        return Answer(FrontPage(records: listed(question.published?.records(of: rounds) ?? [], of: rounds)))
    }

    /// One record: how it is read and checked.
    static func one(_ question: Question) throws -> Answer {
        let name = try question.parameter("record") { Slug($0) }
        let rounds = try question.rounds.rounds()
        guard let shelf = question.published else { throw notFound }
        let held = try intact(name, on: shelf, among: rounds)
        let all = listed(shelf.records(of: rounds), of: rounds)
        guard let record = all.first(where: { $0.name == name }) else { throw notFound }
        let page = PublishedRecordPage(
            record: record,
            files: held.manifest.entries.compactMap { entry in
                LocalFile(entry.path).map { .init(path: $0, size: entry.size, digest: entry.digest) }
            }, head: try head(of: held, on: shelf, record.title),
            others: all.filter { $0.round == record.round && $0.name != name })
        return Answer(page, table: page.table)
    }

    static func listed(_ records: [PublishedHeld], of rounds: [Round]) -> [PublishedListed] {
        records.compactMap { held in
            guard let round = rounds.first(where: { $0.id == held.round }) else { return nil }
            let isLatest = round.published.last == held.publication
            let stands = round.decidedAt.map { $0 <= held.publication.at } ?? false
            return PublishedListed(
                name: held.name, round: round.id, title: round.title, publishedAt: held.publication.at,
                manifest: held.publication.digest, standing: !stands ? .setAside : isLatest ? .latest : .replaced)
        }
    }

    // MARK: - Files

    /// A file of a record, the same for everybody: who asks is not looked at.
    static func file(_ path: String, _ conditions: Conditions, in site: Site) throws -> Response {
        let rest = path.dropFirst("/published/".count)
        guard let shelf = site.desks.published, let slash = rest.firstIndex(of: "/"), let name = Slug(rest[..<slash])
        else { throw notFound }
        let file = String(rest[rest.index(after: slash)...])
        // Nothing that a path in a folder could be taken for: it is looked up as a name, whole, in the manifest.
        guard LocalFile(file) != nil else { throw notFound }
        let rounds = try site.desks.rounds().rounds()
        let held = try intact(name, on: shelf, among: rounds)
        if let digest = held.digest(of: file) {
            return try conditions.response(digest: digest, lifetime: lifetime, modified: held.publication.at) {
                guard let found = try shelf.file(file, of: held) else { throw notFound }
                return RecordFile(path: file, bytes: found.bytes).response
            }
        }
        return try made(file, of: held, on: shelf, rounds, conditions)
    }

    /// What is made of a record besides its own files.
    private static func made(
        _ file: String, of held: PublishedHeld, on shelf: PublishedShelf, _ rounds: [Round], _ conditions: Conditions
    ) throws -> Response {
        let bytes: [UInt8]
        switch file {
        case PublishedRecordPage.archive.description: bytes = try shelf.archive(of: held)
        case PublishedRecordPage.headFile.description:
            let title = rounds.first { $0.id == held.round }?.title ?? held.round.description
            bytes = Array(try head(of: held, on: shelf, title).utf8)
        default: throw notFound
        }
        let name = file.hasSuffix(".zip") ? "\(held.name).zip" : "\(held.name).head.txt"
        var response = Site.response(
            bytes, type: RecordFile(path: file, bytes: []).type, fileName: name, under: conditions)
        if response.status == .ok { response.headers[.acceptRanges] = "none" }
        return response
    }

    private static func head(
        of held: PublishedHeld, on shelf: PublishedShelf, _ title: String
    ) throws(Refusal) -> String {
        try shelf.head(of: held).text(of: "“\(title)” (\(held.round))")
    }

    // MARK: - Standing

    private static var notFound: Refusal { Refusal(.usage, code: "not-found", "") }

    /// - Throws: `not-found`, or `record-changed` where what stands there is not what was published.
    private static func intact(
        _ name: Slug, on shelf: PublishedShelf, among rounds: [Round]
    ) throws(Refusal) -> PublishedHeld {
        switch shelf.standing(of: name, among: rounds) {
        case .intact(let held): return held
        case .none: throw notFound
        case .changed:
            throw Refusal(
                .wanting, code: "record-changed",
                "The record “\(name)” is not as it was published, so it is not shown.",
                remedy: "Ask whoever published it.")
        }
    }
}
