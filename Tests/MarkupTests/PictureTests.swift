import Markup
import Testing

@Suite struct PictureTests {
    @Test func `a picture says what it shows and is named by it`() {
        let text = Picture(
            id: "p", title: "Money <map>", description: "All of it", height: 40,
            shapes: [
                .rectangle(x: 0, y: 4, width: 33.333, height: 20, class: "bar", filling: Filling("locked", .stripes)),
                .polyline([.init(0, 1), .init(100, 39.5)], class: "line"),
                .text("here & there", x: 50, y: 12, anchor: .middle, class: "label"),
            ]
        ).html().rendered
        #expect(text.contains("role=\"img\""))
        #expect(text.contains("aria-labelledby=\"p-title p-desc\"><title id=\"p-title\">Money &lt;map&gt;</title>"))
        #expect(text.contains("<rect x=\"0%\" y=\"4\" width=\"33.33%\" height=\"20\" class=\"bar\""))
        #expect(text.contains("fill=\"url(#filling-locked)\""))
        #expect(text.contains("points=\"0,1 100,39.5\""))
        #expect(text.contains("here &amp; there"))
        #expect(!text.contains("style="))
    }

    @Test func `a filling has a ground and marks, and is written once for a page`() {
        let text = Picture.fillings([Filling("locked", .plain), Filling("unclear", .stripes)]).rendered
        #expect(text.contains("<pattern id=\"filling-locked\""))
        #expect(text.contains("class=\"fill-unclear\""))
        #expect(text.contains("class=\"mark-unclear\""))
        #expect(!text.contains("mark-locked"))
    }

    @Test func `a width below nothing is drawn as nothing`() {
        let shape = Shape.rectangle(x: 0, y: 0, width: -3, height: 5, class: "bar")
        let text = Picture(id: "p", title: "t", description: "d", height: 5, shapes: [shape]).html().rendered
        #expect(text.contains("width=\"0%\" height=\"5\""))
    }
}
