import Markup

extension Html {
    /// Words in which a figure keeps its per cent sign on its own line.
    static func sentence(_ text: String) -> Html { .text(text.replacing(" %", with: "\u{A0}%")) }

    /// What a reader must know before using a page's figures; nothing where there is nothing.
    static func cautions(_ sentences: [String]) -> Html {
        sentences.isEmpty ? .none : .list(sentences.map { .sentence($0) }, class: "cautions")
    }
}
