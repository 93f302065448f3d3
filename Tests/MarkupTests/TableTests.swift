import Markup
import Testing

@Suite struct TableTests {
    let table = Html.table(
        id: "fruit", caption: "Fruit & veg",
        columns: [ColumnHeading("Name"), ColumnHeading("Weight", unit: "grams", isNumeric: true)], rows: 2
    ) { place, writer in
        writer.rowHeading { $0.text(["Apple", "<Pear>"][place]) }
        writer.cell(isNumeric: true) { $0.grouped([150, 1_200][place]) }
    }

    @Test func `a table has a caption, scopes and a region that the caption names`() {
        let text = table.rendered
        #expect(text.contains("<caption id=\"fruit-caption\"><span class=\"caption-words\">Fruit &amp; veg</span>"))
        #expect(text.contains("role=\"region\" tabindex=\"0\" aria-labelledby=\"fruit-caption\""))
        #expect(text.contains("<th scope=\"col\">Name</th>"))
        #expect(text.contains("<th scope=\"col\" class=\"number\">Weight <span class=\"unit\">grams</span></th>"))
        #expect(text.contains("<th scope=\"row\">&lt;Pear&gt;</th><td class=\"number\">1,200</td>"))
    }

    @Test func `a column that can be sorted links to that order and says which it is`() {
        let heading = ColumnHeading("Value", isNumeric: true, sorted: .descending, sortLink: "/contracts?sort=value")
        let text = Html.table(id: "t", caption: "T", columns: [heading], rows: 0) { _, _ in }.rendered
        #expect(text.contains("aria-sort=\"descending\"><a href=\"/contracts?sort=value\">Value ▼</a>"))
    }
}
