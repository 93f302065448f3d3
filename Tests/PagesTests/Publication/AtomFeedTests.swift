import Pages
import Testing
import Vocabulary

@Suite struct AtomFeedTests {
    private let moment = Moment(secondsSince1970: 1_740_000_000)

    private func text(_ entries: [AtomFeed.Entry]) -> String {
        let feed = AtomFeed(
            id: "urn:uuid:1", title: "Decisions: A & B", author: "Wexbourne <ICB>",
            address: "https://remit.example/d.atom",
            page: "https://remit.example/decisions", entries: entries, begun: moment)
        return String(decoding: feed.bytes, as: UTF8.self)
    }

    @Test func `a feed is dated by its latest entry, and by its beginning where it has none`() {
        #expect(text([]).contains("<updated>2025-02-19T21:20:00Z</updated>"))
        let later = AtomFeed.Entry(
            id: "urn:uuid:2", title: "One", updated: Moment(secondsSince1970: 1_750_000_000),
            page: "https://remit.example/",
            summary: "")
        #expect(
            text([later]).contains("<feed")
                && text([later]).contains("<updated>2025-06-15T15:06:40Z</updated>\n  <author>"))
    }

    @Test func `marks are written out and what XML may not hold is left out`() {
        let hostile = AtomFeed.Entry(
            id: "urn:uuid:2", title: "</title><script>\u{0}\u{8}\u{FFFF}", updated: moment,
            page: "https://remit.example/?a=1&b=\"2\"", summary: "It's <b>")
        let written = text([hostile])
        #expect(written.contains("&lt;/title&gt;&lt;script&gt;   </title>"))
        #expect(written.contains("href=\"https://remit.example/?a=1&amp;b=&quot;2&quot;\""))
        #expect(written.contains("It&#39;s &lt;b&gt;") && !written.contains("<script"))
        #expect(written.contains("<name>Wexbourne &lt;ICB&gt;</name>") && written.contains("Decisions: A &amp; B"))
    }
}
