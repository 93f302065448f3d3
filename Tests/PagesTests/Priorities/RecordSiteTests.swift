import Markup
import Pages
import Priorities
import Tabular
import Testing
import Vocabulary

/// The published folder, read as a browser and as an outsider would.
@Suite struct RecordSiteTests {
    static let files: [(name: String, html: String)] = [RoundSample.view, RoundSample.bareView].flatMap { view in
        RecordSite.pages(for: view).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }
    static let read = files.map { ($0.name, ReadPage($0.html)) }

    @Test func `the same record gives the same bytes`() {
        let (first, second) = (RecordSite.pages(for: RoundSample.view), RecordSite.pages(for: RoundSample.view))
        #expect(first.map(\.path) == ["index.html", "paper.html", "one-page.html", "method.html"])
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    @Test func `no digest of a personal text is published`() {
        for (name, html) in Self.files {
            #expect(!html.contains(RoundSample.digest("e").description.prefix(12)), "\(name)")
        }
    }

    @Test func `every link leads to a file beside the page or a place in it`() {
        let beside: Set = ["index.html", "paper.html", "one-page.html", "method.html", "record.json"]
        for (name, page) in Self.read {
            let ids = Set(page.ids)
            for link in page.all("a") {
                let target = link.attributes["href"] ?? ""
                #expect(
                    beside.contains(target) || (target.hasPrefix("#") && ids.contains(String(target.dropFirst()))),
                    "\(name): \(target)")
                #expect(!link.text.isEmpty)
            }
        }
    }

    @Test func `nothing runs and nothing is fetched`() {
        for (name, page) in Self.read {
            #expect(page.all("script").isEmpty && page.all("link").isEmpty && page.all("iframe").isEmpty, "\(name)")
            #expect(page.elements.allSatisfy { $0.attributes["src"] == nil }, "\(name)")
        }
    }

    @Test func `each page has one heading of level 1, captions, and each identifier once`() {
        for (name, page) in Self.read {
            #expect(page.faults.isEmpty, "\(name): \(page.faults)")
            #expect(page.all("h1").count == 1, "\(name)")
            #expect(page.all("caption").count == page.all("table").count, "\(name)")
            let twice = Set(page.ids.filter { id in page.ids.count { $0 == id } > 1 })
            #expect(twice.isEmpty, "\(name): \(twice)")
            for element in page.elements {
                for key in ["aria-labelledby", "aria-describedby"] {
                    for id in (element.attributes[key] ?? "").split(separator: " ") {
                        #expect(page.ids.contains(String(id)), "\(name): \(id)")
                    }
                }
            }
        }
    }

    @Test func `the record prints the journal’s head and how to check it`() {
        let index = Self.files[0].html
        #expect(index.contains(RoundSample.digest("f").description) && index.contains("214"))
        #expect(index.contains("remit verify DIR"))
        #expect(index.contains("appeals@wexbourne.example") && index.contains("2 April 2026"))
    }

    @Test func `invented figures are said to be so on every page`() {
        for (name, html) in Self.files {
            #expect(html.contains("Invented figures: Wexbourne ICB does not exist."), "\(name)")
        }
    }

    @Test func `members stand in it by role and number`() {
        #expect(Self.files[0].html.contains("general dental practitioner"))
        #expect(Self.files[0].html.contains("m5"))
    }

    @Test func `the paper has a block for each part, and a table for each picture`() {
        let paper = PaperDocument(RoundSample.view)
        var headings: [String] = []
        var pictures = 0
        for block in paper.blocks {
            switch block {
            case .heading(let words, 1): headings.append(words)
            case .picture(let picture):
                pictures += 1
                #expect(!picture.table().rows.isEmpty, "\(picture.title)")
            case .table(let table): #expect(!table.rows.isEmpty, "\(table.caption)")
            default: continue
            }
        }
        #expect(headings.first == "What is asked of the committee" && headings.contains("How sure it is"))
        #expect(pictures >= 5)
    }

    @Test func `a title in the way of the page’s own language is text`() {
        for (name, html) in Self.files { #expect(!html.contains("<script"), "\(name)") }
    }
}
