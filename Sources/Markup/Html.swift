/// A piece of a page as a value: text, an element, or several of them.
///
/// Pages are array literals of this one type, so they type-check fast. Text is escaped where it is written, by
/// type: there is no way in for HTML as a string.
public struct Html: Sendable {
    let node: Node

    indirect enum Node: Sendable {
        case text(String)
        case element(Tag, [Attribute], [Html])
        case list([Html])
        /// Writes its part of the page when the page is written: large tables make no tree.
        case written(@Sendable (inout HtmlWriter) -> Void)
        /// The embedded stylesheet, for pages that stand alone.
        case stylesheet([UInt8])
        case document([Html])
    }

    init(_ node: Node) {
        self.node = node
    }

    /// Nothing at all.
    public static let none = Html(.list([]))

    public static func text(_ text: String) -> Html { Html(.text(text)) }

    public static func group(_ parts: [Html]) -> Html { Html(.list(parts)) }

    /// The part that `write` writes when the page is written; through the writer it is escaped all the same.
    public static func written(_ write: @escaping @Sendable (inout HtmlWriter) -> Void) -> Html {
        Html(.written(write))
    }

    static func element(_ tag: Tag, _ attributes: [Attribute] = [], _ parts: [Html] = []) -> Html {
        Html(.element(tag, attributes, parts))
    }

    /// True where nothing would be written.
    public var isEmpty: Bool {
        switch node {
        case .text(let text): text.isEmpty
        case .list(let parts): parts.allSatisfy(\.isEmpty)
        default: false
        }
    }

    /// The page's bytes in UTF-8, appended to one buffer.
    public func bytes(reserving capacity: Int = 1 << 14) -> [UInt8] {
        var writer = HtmlWriter(reserving: capacity)
        writer.write(self)
        return writer.bytes
    }

    public var rendered: String { String(decoding: bytes(), as: UTF8.self) }
}

extension Html: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
    /// Text, escaped.
    public init(stringLiteral value: String) { self.init(.text(value)) }

    public init(arrayLiteral elements: Html...) { self.init(.list(elements)) }
}

extension Optional where Wrapped == Html {
    /// What is there, or nothing.
    public var orNone: Html { self ?? .none }
}
