extension Html {
    /// A whole page.
    ///
    /// - Parameters:
    ///   - title: what the tab and a screen reader say first; it begins with the page's first heading.
    ///   - stylesheet: where the page's look comes from.
    public static func document(
        title: String, description: String, stylesheet: Stylesheet, body: [Html]
    ) -> Html {
        let look: Html =
            switch stylesheet {
            case .linked(let address):
                .element(.link, [Attribute(.rel, "stylesheet"), Attribute(.href, address.description)])
            case .embedded(let css): .embeddedStylesheet(css)
            }
        let head: [Html] = [
            .element(.meta, [Attribute(.charset, "utf-8")]),
            .element(
                .meta, [Attribute(.name, "viewport"), Attribute(.content, "width=device-width, initial-scale=1")]),
            .element(.title, [], [.text(title)]),
            .element(.meta, [Attribute(.name, "description"), Attribute(.content, description)]),
            .element(.meta, [Attribute(.name, "color-scheme"), Attribute(.content, "light dark")]),
            look,
        ]
        let page = Html.element(
            .html, [Attribute(.lang, "en-GB")], [.element(.head, [], head), .element(.body, [], body)])
        return Html(.document([page]))
    }

    /// The one way in for text that is not escaped: the stylesheet that is compiled into the program.
    ///
    /// - Precondition: it does not hold `</`, which would end it.
    static func embeddedStylesheet(_ css: [UInt8]) -> Html {
        let ends = zip(css, css.dropFirst()).contains { $0 == 0x3C && $1 == 0x2F }
        precondition(!ends, "a stylesheet cannot hold </")
        return Html(.stylesheet(css))
    }
}

/// Where a page's look comes from.
public enum Stylesheet: Sendable {
    case linked(Destination)
    /// Within the page, for a page that is sent or kept alone; a strict content security policy refuses it.
    case embedded([UInt8])
}
