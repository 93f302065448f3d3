import Markup
import Pages
import Tabular
import Testing
import Vocabulary

@Suite struct TableViewTests {
    private func html(_ table: Table, listing: Listing? = nil) -> String {
        TableView(table, listing: listing).html(in: Sample.shell).rendered
    }

    private func written(_ cell: Cell) -> String {
        let table = Table(
            key: "t", caption: "T", columns: [.init("a", "A"), .init("b", "B")], rows: [[.text("row"), cell]])
        let page = ReadPage("<!>" + html(table))
        return page.all("td")[0].text
    }

    @Test func `each kind of cell is written for reading`() {
        #expect(written(.text("a & b")) == "a &amp; b")
        #expect(written(.count(7_015)) == "7,015")
        #expect(written(.money(Money(pence: 3_250))) == "£32.50")
        #expect(written(.money(Money(pence: 40_300_050))) == "£403,001")
        #expect(written(.units(Units(hundredths: 830_760))) == "8,307.6")
        #expect(written(.share(Share(964, of: 1_000)!)) == "96.4\u{A0}%")
        #expect(written(.number(0.9814, places: 2)) == "0.98")
        #expect(written(.number(.nan, places: 2)) == "no number")
        #expect(written(.day(Day(year: 2025, month: 3, day: 31)!)) == "31 March 2025")
        #expect(written(.month(Month(year: 2024, month: 12)!)) == "December 2024")
        #expect(written(.flag(true)) == "yes")
        #expect(written(.absent("no target")) == "no target")
    }

    @Test func `figures are written as the vocabulary writes them`() {
        var sequence = Sample.Sequence(state: 2_024)
        for _ in 0..<500 {
            let value = Int((sequence.next() - 0.5) * 4_000_000_000)
            let small = value / 100_000
            #expect(written(.money(Money(pence: small))) == Money(pence: small).description)
            #expect(written(.units(Units(hundredths: value))) == Units(hundredths: value).description)
            let share = Share(small, of: 1 + abs(value % 30_000))!
            #expect(written(.share(share)) == share.description.replacing(" %", with: "\u{A0}%"))
            if abs(value) >= 100_000 {
                #expect(written(.money(Money(pence: value))) == Money(pence: value).inPounds)
            }
        }
    }

    @Test func `a link cell leads to our page and anything else is only its words`() {
        #expect(
            html(Table(key: "t", caption: "T", columns: [.init("a", "A")], rows: [[.link("x", path: "/a")]]))
                .contains("<a href=\"/a?month=2024-12\">x</a>"))
        for path in ["javascript:alert(1)", "https://elsewhere.example/", "//elsewhere", "a"] {
            let table = Table(key: "t", caption: "T", columns: [.init("a", "A")], rows: [[.link("x", path: path)]])
            #expect(!ReadPage("<!>" + html(table)).elements.contains { $0.name == "a" })
        }
    }

    @Test func `a column of units says which, once`() {
        let table = Table(
            key: "t", caption: "T", columns: [.init("a", "Contract"), .init("b", "Target"), .init("c", "UDA target")],
            rows: [[.text("1"), .units(Units(5)), .units(Units(5))]])
        let page = ReadPage("<!>" + html(table))
        #expect(page.all("th").map(\.text) == ["Contract", "Target UDAs", "UDA target", "1"])
    }

    @Test func `rounding to pounds is said, pence are shown for small amounts`() {
        let large = Table(
            key: "t", caption: "T", columns: [.init("a", "A"), .init("b", "B")],
            rows: [[.text("1"), .money(Money(pence: 100_000))]])
        #expect(html(large).contains("Money is rounded to whole pounds here"))
        var small = large
        small.rows[0][1] = .money(Money(pence: 99_999))
        #expect(!html(small).contains("rounded"))
        #expect(html(small).contains("£999.99"))
    }

    @Test func `where amounts are to the penny, small and large ones and nothing have their pence in one table`() {
        let table = Table(
            key: "t", caption: "T", columns: [.init("a", "A"), .init("b", "B"), .init("c", "C"), .init("d", "D")],
            rows: [[.text("1"), .money(Money(pence: 1_200_000)), .money(Money(pence: 5_967)), .money(.zero)]])
        let page = ReadPage("<!>" + TableView(table).toThePenny().html(in: Sample.shell).rendered)
        #expect(page.all("td").map(\.text) == ["£12,000.00", "£59.67", "£0.00"])
    }

    @Test func `notes stand under the table, and nothing says so in words`() {
        var table = Table(key: "t", caption: "Empty one", columns: [.init("a", "A")], notes: ["Data to May 2024."])
        #expect(html(table).contains("Empty one"))
        #expect(html(table).contains("There is nothing to show."))
        #expect(html(table).contains("Data to May 2024."))
        #expect(!html(table).contains("<table"))
        table.append([.text("x")])
        #expect(html(table).contains("<p class=\"notes\">Data to May 2024.</p>"))
    }

    @Test func `pages, order and files are links that keep what was asked for`() {
        let listing = Listing(
            .contracts, query: ListQuery(page: 3, sort: "-target", search: "dental"),
            paging: Paging(page: 3, total: 612), sortable: ["target", "provider"])
        let page = ReadPage("<!>" + html(Sample.contracts(100), listing: listing))
        let links = Dictionary(page.all("a").map { ($0.text, $0.attributes["href"] ?? "") }) { first, _ in first }
        #expect(links["Page 4"] == "/contracts?page=4&amp;sort=-target&amp;q=dental&amp;month=2024-12")
        #expect(links["Go to the next page"] == links["Page 4"])
        #expect(links["Go to the previous page"] == "/contracts?page=2&amp;sort=-target&amp;q=dental&amp;month=2024-12")
        #expect(links["Target ▼"] == "/contracts?sort=target&amp;q=dental&amp;month=2024-12")
        #expect(links["Provider"] == "/contracts?sort=provider&amp;q=dental&amp;month=2024-12")
        #expect(
            links["CSV: Contracts and where they are expected to end 2024/25"]
                == "/contracts.csv?sort=-target&amp;q=dental&amp;month=2024-12")
        #expect(page.all("a").contains { $0.attributes["aria-current"] == "page" && $0.text == "Page 3" })
        #expect(page.all("p").contains { $0.text == "Rows 201 to 300 of 612" })
    }
}
