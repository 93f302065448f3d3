extension Html {
    /// - Parameter level: 1 to 4; a page has one heading of level 1, and levels are not skipped.
    public static func heading(_ level: Int, _ content: Html, id: ElementID? = nil, class name: String? = nil) -> Html {
        let tag: Tag =
            switch level {
            case 1: .h1
            case 2: .h2
            case 3: .h3
            default: .h4
            }
        return element(tag, attributes(id: id, class: name), [content])
    }

    public static func paragraph(_ content: Html, id: ElementID? = nil, class name: String? = nil) -> Html {
        element(.p, attributes(id: id, class: name), [content])
    }

    public static func block(_ parts: [Html], id: ElementID? = nil, class name: String? = nil) -> Html {
        element(.div, attributes(id: id, class: name), parts)
    }

    /// A part of the page that its heading names. One under a heading of level 1 or 2 is a landmark; a page has too many
    /// others for that.
    public static func section(
        heading level: Int, _ title: Html, id: ElementID, class name: String? = nil, _ parts: [Html]
    ) -> Html {
        let headingID = id.part("heading")
        let named = level <= 2 ? [Attribute(.ariaLabelledBy, headingID.description)] : []
        let attributes = attributes(id: id, class: name) + named
        return element(.section, attributes, [heading(level, title, id: headingID)] + parts)
    }

    public static func list(_ items: [Html], class name: String? = nil, isOrdered: Bool = false) -> Html {
        element(isOrdered ? .ol : .ul, attributes(class: name), items.map { element(.li, [], [$0]) })
    }

    /// Terms and what is said of each.
    public static func descriptions(_ pairs: [(term: Html, description: Html)], class name: String? = nil) -> Html {
        element(
            .dl, attributes(class: name),
            pairs.map { pair in
                element(.div, [], [element(.dt, [], [pair.term]), element(.dd, [], [pair.description])])
            })
    }

    /// A picture with the words that name it.
    public static func figure(caption: Html, id: ElementID? = nil, class name: String? = nil, _ parts: [Html]) -> Html {
        element(.figure, attributes(id: id, class: name), [element(.figcaption, [], [caption])] + parts)
    }

    /// A part that is opened by its summary, without a script.
    public static func details(summary: Html, isOpen: Bool = false, class name: String? = nil, _ parts: [Html]) -> Html
    {
        let open = isOpen ? [Attribute(.open, "")] : []
        return element(.details, attributes(class: name) + open, [element(.summary, [], [summary])] + parts)
    }

    /// A command or other text to be typed as it stands.
    public static func command(_ text: String) -> Html {
        element(.pre, [Attribute(.tabindex, "0")], [element(.code, [], [.text(text)])])
    }

    public static func pageHeader(class name: String? = nil, _ parts: [Html]) -> Html {
        element(.header, attributes(class: name), parts)
    }

    public static func navigation(label: String, class name: String? = nil, _ parts: [Html]) -> Html {
        element(.nav, attributes(class: name) + [Attribute(.ariaLabel, label)], parts)
    }

    /// - Parameter id: what the skip link jumps to.
    public static func main(id: ElementID, class name: String? = nil, _ parts: [Html]) -> Html {
        element(.main, attributes(id: id, class: name) + [Attribute(.tabindex, "-1")], parts)
    }

    public static func pageFooter(id: ElementID, _ parts: [Html]) -> Html {
        element(.footer, attributes(id: id), parts)
    }

    static func attributes(id: ElementID? = nil, class name: String? = nil) -> [Attribute] {
        Attribute.optional(.id, id?.description) + Attribute.optional(.class, name)
    }
}
