import Digests
import Governance
import Hummingbird
import Pages
import Publication
import Store
import Vocabulary

/// What is new, as feeds.
enum FeedAnswer {
    static func answer(_ feed: Feed) -> @Sendable (Question) throws -> Response {
        { question in
            let told: [FeedEntries.Told]
            switch feed {
            case .published: told = try published(question)
            case .decisions: told = FeedEntries(question.governance).decisions
            case .meetings:
                let recorded = try GovernanceDesk(question.store).moments(of: .meeting)
                told = FeedEntries(question.governance).meetings(recorded: recorded)
            case .interests: told = FeedEntries(question.governance).interests
            }
            let (root, holder) = (question.asked.root, question.shell.system)
            let made = AtomFeed(
                id: identifier("feed \(feed.rawValue)", of: holder), title: "\(feed.title): \(holder)", author: holder,
                address: root + Route.feed(feed).path, page: root + feed.page.path,
                entries: told.map { one in
                    AtomFeed.Entry(
                        id: identifier(one.key, of: holder), title: one.title, updated: one.updated,
                        page: root + one.route.path, summary: one.summary)
                }, begun: try question.store.read { db in try Journal.begun(db) } ?? question.now)
            return Site.response(
                made.bytes, type: AtomFeed.type,
                under: question.visitor.signedIn == nil ? question.asked.conditions : nil)
        }
    }

    private static func published(_ question: Question) throws -> [FeedEntries.Told] {
        let rounds = try question.rounds.rounds()
        return PublishedAnswer.listed(question.published?.records(of: rounds) ?? [], of: rounds).map { record in
            FeedEntries.Told(
                key: "record \(record.manifest)", title: record.title, updated: record.publishedAt,
                route: .publishedRecord(record.name),
                summary: "The record of the decision, with its reasons, its figures and how to check it.")
        }
    }

    /// The same for the same thing, wherever it is served: a UUID of version 8 (RFC 9562) made of a digest.
    private static func identifier(_ key: String, of holder: String) -> String {
        var digits = Array(Digest.of("remit \(holder) \(key)").description.prefix(32))
        digits[12] = "8"
        digits[16] = "a"
        let text = String(digits)
        var parts: [Substring] = []
        var rest = text[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return "urn:uuid:" + parts.joined(separator: "-")
    }
}
