extension Html {
    public static func strong(_ content: Html) -> Html { element(.strong, [], [content]) }

    public static func span(_ content: Html, class name: String) -> Html {
        element(.span, [Attribute(.class, name)], [content])
    }

    public static func code(_ text: String) -> Html { element(.code, [], [.text(text)]) }

    /// A name out of somebody's file, kept from turning round the words about it.
    public static func name(_ text: String) -> Html { element(.bdi, [], [.text(text)]) }

    /// Words for those who hear the page.
    public static func unseen(_ text: String) -> Html { span(.text(text), class: "unseen") }

    /// - Parameters:
    ///   - content: says where the link leads without the words about it.
    ///   - isHere: true for the page that is shown.
    public static func link(
        _ content: Html, to destination: Destination, class name: String? = nil, isHere: Bool = false
    ) -> Html {
        let here = isHere ? [Attribute(.ariaCurrent, "page")] : []
        let rel = destination.isOurs ? [] : [Attribute(.rel, "noreferrer")]
        return element(
            .a, [Attribute(.href, destination.description)] + attributes(class: name) + here + rel, [content])
    }

    /// A jump to a part of the same page.
    public static func jump(_ content: Html, to id: ElementID, class name: String? = nil) -> Html {
        element(.a, [Attribute(.href, "#\(id)")] + attributes(class: name), [content])
    }

    /// A day or month in words, with its ISO form for programs.
    public static func time(_ words: String, iso: String) -> Html {
        element(.time, [Attribute(.datetime, iso)], [.text(words)])
    }
}
