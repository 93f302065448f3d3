import Markup
import Testing

@Suite struct HtmlTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Smith & Jones \"Dental\" 'Care'", "Smith &amp; Jones &quot;Dental&quot; &#39;Care&#39;"),
        ("café £5 – 🦷", "café £5 – 🦷"),
        ("a\u{0}b\u{7}c\u{85}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
        ("x\u{202E}y\u{2066}z\u{200F}", "x\u{FFFD}y\u{FFFD}z\u{200F}"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("", ""),
    ])
    func `text is escaped and what may not stand in a page is replaced`(given: String, written: String) {
        #expect(Html.text(given).rendered == written)
    }

    @Test func `an attribute cannot be broken out of`() {
        let page = Html.paragraph("words", class: "a\" onclick=\"alert(1)")
        #expect(page.rendered == "<p class=\"a&quot; onclick=&quot;alert(1)\">words</p>")
    }

    @Test func `an interpolated name is escaped`() {
        let name = "<b>Bold</b>"
        #expect(Html.paragraph("Of \(name)").rendered == "<p>Of &lt;b&gt;Bold&lt;/b&gt;</p>")
    }

    @Test func `elements nest in array literals`() {
        let page: Html = [.heading(2, "Heading"), .list(["one", ["two ", .strong("strong")]])]
        #expect(
            page.rendered
                == "<h2>Heading</h2><ul><li>one</li><li>two <strong>strong</strong></li></ul>")
    }

    @Test func `a document has its language, title and character set`() {
        let page = Html.document(
            title: "Contracts - Remit", description: "All", stylesheet: .linked("/remit.css"), body: []
        ).rendered
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">"))
        #expect(page.contains("<title>Contracts - Remit</title>"))
        #expect(page.contains("<link rel=\"stylesheet\" href=\"/remit.css\">"))
    }

    @Test func `nothing writes nothing`() {
        #expect(Html.none.rendered == "")
        #expect(Html.none.isEmpty)
        #expect(!Html.paragraph("").isEmpty)
    }

    @Test func `whole numbers are grouped as people write them`() {
        for (value, text) in [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (-12_345, "−12,345"), (1_000_000, "1,000,000"),
            (Int.max, "9,223,372,036,854,775,807"), (Int.min, "−9,223,372,036,854,775,808"),
        ] {
            #expect(Html.written { $0.grouped(value) }.rendered == text)
        }
    }
}

@Suite struct HtmlWriterTests {
    private func link(_ path: String, query: String = "") -> String {
        Html.written { $0.link("<words>", path: path, query: query) }.rendered
    }

    @Test func `a link leads to a path of ours and takes its query along`() {
        #expect(link("/a", query: "?m=1") == "<a href=\"/a?m=1\">&lt;words&gt;</a>")
        #expect(link("/a?b=2", query: "?m=1") == "<a href=\"/a?b=2\">&lt;words&gt;</a>")
    }

    @Test(arguments: ["", "a", "//elsewhere", "https://elsewhere.example/", "javascript:alert(1)", "/a b", "/a\"b"])
    func `anything else is only its words`(path: String) {
        #expect(link(path) == "&lt;words&gt;")
    }
}
