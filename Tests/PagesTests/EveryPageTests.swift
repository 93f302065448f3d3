import Markup
import Pages
import Testing

/// What must hold on every page: each is read as a browser would.
@Suite struct EveryPageTests {
    static let all: [(name: String, html: String)] =
        Sample.pages.map { ($0.name, $0.page.render(in: Sample.shell).rendered) }
        + Sample.emptyPages.map { ("empty \($0.name)", $0.page.render(in: Sample.emptyShell).rendered) }
        + ActivitySample.pages.map { ($0.name, $0.page.render(in: Sample.shell).rendered) }
        + ChallengeSample.pages.map { ($0.name, $0.page.render(in: Sample.shell).rendered) }
        + RoundSample.pages.map { ($0.name, $0.page.render(in: Sample.shell).rendered) }
        + RoundSample.emptyPages.map { ("bare \($0.name)", $0.page.render(in: Sample.shell).rendered) }
        + GovernanceSample.pages.map { ($0.name, $0.page.render(in: Sample.shell).rendered) }
        + GovernanceSample.emptyPages.map { ("bare \($0.name)", $0.page.render(in: Sample.shell).rendered) }
        + GovernanceWorkSample.pages.map { ($0.name, $0.page.render(in: Sample.shell).rendered) }
        + RoundWorkSample.pages.map { ($0.name, $0.page.render(in: Sample.shell).rendered) }
        + (PublicationSample.pages + PublicationSample.appealPages).map {
            ($0.name, $0.page.render(in: Sample.shell).rendered)
        }
        + PublicationSample.emptyPages.map { ("bare \($0.name)", $0.page.render(in: AccessSample.nobody).rendered) }
        + AccessSample.pages.map { ($0.name, $0.page.render(in: AccessSample.shell).rendered) }
        + AccessSample.pagesOfNobody.map { ($0.name, $0.page.render(in: AccessSample.nobody).rendered) }

    static let read: [(name: String, page: ReadPage)] = all.map { ($0.name, ReadPage($0.html)) }

    @Test func `elements close in the order in which they open`() {
        for (name, page) in Self.read { #expect(page.faults.isEmpty, "\(name): \(page.faults)") }
    }

    @Test func `there is one heading of level 1 and the title begins with it, after a word where a form is wrong`()
        throws
    {
        for (name, page) in Self.read {
            #expect(page.all("h1").count == 1, "\(name)")
            let title = try #require(page.elements.first { $0.name == "title" })
            let words = title.text.hasPrefix("Error: ") ? title.text.dropFirst(7) : title.text[...]
            #expect(words.hasPrefix(page.all("h1")[0].text), "\(name)")
            #expect((words != title.text) == page.ids.contains { $0.hasSuffix("-errors") }, "\(name)")
        }
    }

    @Test func `no level of heading is skipped`() {
        for (name, page) in Self.read {
            var last = 0
            for element in page.elements {
                // What is wrong stands above the page's own heading, under one of level 2.
                guard element.name.count == 2, element.name.hasPrefix("h"), let level = Int(element.name.dropFirst()),
                    element.attributes["id"]?.hasSuffix("-errors") != true
                else { continue }
                #expect(level <= last + 1, "\(name): \(element.text)")
                last = level
            }
        }
    }

    @Test func `each identifier is there once and each reference finds it`() {
        for (name, page) in Self.read {
            let ids = Set(page.ids)
            #expect(ids.count == page.ids.count, "\(name): \(twice(page.ids))")
            for element in page.elements {
                for key in ["for", "aria-labelledby", "aria-describedby"] {
                    for id in (element.attributes[key] ?? "").split(separator: " ") {
                        #expect(ids.contains(String(id)), "\(name): \(key)=\(id)")
                    }
                }
                if let jump = element.attributes["href"], jump.hasPrefix("#") {
                    #expect(ids.contains(String(jump.dropFirst())), "\(name): \(jump)")
                }
                if let fill = element.attributes["fill"], fill.hasPrefix("url(#") {
                    #expect(ids.contains(String(fill.dropFirst(5).dropLast())), "\(name): \(fill)")
                }
            }
        }
    }

    private func twice(_ ids: [String]) -> Set<String> { Set(ids.filter { id in ids.count { $0 == id } > 1 }) }

    @Test func `every field has a label and every form a name and a button`() {
        for (name, page) in Self.read {
            let labelled = Set(page.all("label").compactMap { $0.attributes["for"] })
            let fields = ["input", "select", "textarea"].flatMap { page.all($0) }
                .filter { $0.attributes["type"] != "hidden" }
            for field in fields { #expect(labelled.contains(field.attributes["id"] ?? ""), "\(name)") }
            #expect(page.all("form").allSatisfy { $0.attributes["aria-label"] != nil }, "\(name)")
            for (place, form) in page.elements.enumerated() where form.name == "form" {
                #expect(page.within(place).contains { $0.name == "button" }, "\(name)")
            }
            #expect(page.all("fieldset").count == page.all("legend").count, "\(name)")
        }
    }

    @Test func `every table has a caption and its headings a scope`() {
        for (name, page) in Self.read {
            #expect(page.all("caption").count == page.all("table").count, "\(name)")
            #expect(page.all("caption").allSatisfy { !$0.text.isEmpty }, "\(name)")
            #expect(page.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"] ?? "") }, "\(name)")
        }
    }

    @Test func `every picture has a title, a description and its table`() {
        for (name, page) in Self.read {
            for (place, element) in page.elements.enumerated() where element.attributes["role"] == "img" {
                let inside = page.within(place)
                #expect(inside.first { $0.name == "title" }?.text.isEmpty == false, "\(name)")
                #expect(inside.first { $0.name == "desc" }?.text.isEmpty == false, "\(name)")
                let figure = element.parents.last { page.elements[$0].name == "figure" }
                #expect(figure != nil, "\(name): a picture outside a figure")
                if let figure { #expect(page.within(figure).contains { $0.name == "table" }, "\(name)") }
            }
        }
    }

    @Test func `links lead to pages of ours by a path, with words that say where`() {
        for (name, page) in Self.read {
            for link in page.all("a") {
                let target = link.attributes["href"] ?? ""
                #expect(target.hasPrefix("/") || target.hasPrefix("#") || target.hasPrefix("https://"), "\(name)")
                #expect(!link.text.isEmpty, "\(name): \(target)")
                #expect(
                    !["here", "click here", "more", "link", "read more"].contains(link.text.lowercased()), "\(name)")
            }
        }
    }

    @Test func `links of the same words on a page lead to the same place`() {
        for (name, page) in Self.read {
            var targets: [String: String] = [:]
            for link in page.all("a") {
                let target = link.attributes["href"] ?? ""
                #expect(targets[link.text, default: target] == target, "\(name): \(link.text)")
                targets[link.text] = target
            }
        }
    }

    @Test func `nothing runs and nothing is styled within the page`() {
        for (name, page) in Self.read {
            #expect(page.all("script").isEmpty && page.all("style").isEmpty && page.all("iframe").isEmpty, "\(name)")
            for element in page.elements {
                for key in element.attributes.keys {
                    #expect(key != "style" && !key.hasPrefix("on"), "\(name): \(key)")
                }
            }
        }
    }

    @Test func `a hostile name is text`() {
        for (name, html) in Self.all {
            #expect(!html.contains("<script") && !html.contains("\u{202E}"), "\(name)")
        }
        #expect(Self.all.contains { $0.html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; Sons’") })
    }

    @Test func `landmarks are there: header, main, footer, and navigation with a name`() {
        for (name, page) in Self.read {
            for landmark in ["header", "main", "footer"] { #expect(page.all(landmark).count == 1, "\(name)") }
            #expect(page.all("nav").allSatisfy { $0.attributes["aria-label"] != nil }, "\(name)")
            #expect(
                page.all("a").first?.attributes["href"] == "#main", "\(name): the first link skips to the main part")
        }
    }

    @Test func `invented figures are said to be so on every page, real ones never`() {
        for (name, html) in Self.all {
            let says = html.contains("Invented figures: Wexbourne ICB does not exist.")
            #expect(says == !name.hasPrefix("empty"), "\(name)")
        }
    }

    @Test func `the foot says the version, how far the data reach, and the source`() {
        for (name, page) in Self.read {
            let foot = page.all("footer")[0].text
            #expect(foot.contains("Remit 0.1.0"), "\(name)")
            #expect(
                foot.contains(name.hasPrefix("empty") ? "No data are held yet." : "Data to December 2024."), "\(name)")
        }
        #expect(Self.read[0].page.all("footer")[0].text.contains("Source: Invented by Exemplar"))
    }

    @Test func `a page without data says how to import some`() {
        for (name, page) in Self.read where name.hasPrefix("empty") {
            let main = page.all("main")[0].text
            #expect(main.contains("remit import nhsbsa-dental FILE…"), "\(name)")
        }
    }

    @Test func `every class that a page uses is in the stylesheet`() {
        let css = String(decoding: Look.css, as: UTF8.self)
        var used: Set<String> = []
        for (_, page) in Self.read {
            for element in page.elements {
                used.formUnion((element.attributes["class"] ?? "").split(separator: " ").map(String.init))
            }
        }
        for name in used.sorted() { #expect(css.contains(".\(name)"), "no look for class \(name)") }
    }
}
