/// Writes a page into one buffer of bytes, escaping all text on the way.
public struct HtmlWriter {
    var bytes: [UInt8] = []

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    public mutating func write(_ html: Html) {
        switch html.node {
        case .text(let text): self.text(text)
        case .list(let parts): for part in parts { write(part) }
        case .written(let write): write(&self)
        case .element(let tag, let attributes, let parts):
            open(tag, attributes)
            guard !tag.isVoid else { return }
            for part in parts { write(part) }
            close(tag)
        case .stylesheet(let css):
            literal("<style>")
            bytes += css
            literal("</style>")
        case .document(let parts):
            literal("<!doctype html>\n")
            for part in parts { write(part) }
            literal("\n")
        }
    }

    /// Text, escaped; what may not stand in a page (see `HtmlWriter.isUnfit`) becomes U+FFFD.
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    /// A whole number with commas between its thousands and a true minus: no string is made.
    public mutating func grouped(_ value: Int) {
        if value < 0 { sign(.minus) }
        // 20 digits and 6 commas at most, written from the right.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
            var place = 32
            var written = 0
            var rest = value.magnitude
            repeat {
                if written > 0, written % 3 == 0 {
                    place -= 1
                    digits[place] = 44
                }
                place -= 1
                digits[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
                written += 1
            } while rest > 0
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[place..<32]))
        }
    }

    /// A sign that stands with figures.
    public enum Sign: Sendable {
        case pound, minus, point
        /// With the space before it that does not break.
        case perCent
    }

    public mutating func sign(_ sign: Sign) {
        switch sign {
        case .pound: literal("£")
        case .minus: literal("−")
        case .point: literal(".")
        case .perCent: literal("\u{A0}%")
        }
    }

    /// A digit from 0 to 9.
    public mutating func digit(_ value: Int) { bytes.append(48 + UInt8(value)) }

    /// A link to a page of ours, or the words alone where `path` is no path of ours.
    ///
    /// - Parameter query: appended to a path that has none: `?month=2024-12`, or nothing.
    public mutating func link(_ words: String, path: String, query: String = "") {
        guard Destination.isPathOfOurs(path), query.isEmpty || Destination.isPathOfOurs("/" + query) else {
            return text(words)
        }
        literal("<a href=\"")
        text(path)
        if !path.utf8.contains(63) { text(query) }
        literal("\">")
        text(words)
        literal("</a>")
    }

    public mutating func span(class name: StaticString, _ text: String) {
        literal("<span class=\"")
        literal(name)
        literal("\">")
        self.text(text)
        literal("</span>")
    }

    mutating func open(_ tag: Tag, _ attributes: [Attribute]) {
        bytes.append(60)
        plain(tag.rawValue)
        for attribute in attributes {
            bytes.append(32)
            plain(attribute.name.rawValue)
            literal("=\"")
            text(attribute.value)
            bytes.append(34)
        }
        bytes.append(62)
    }

    mutating func close(_ tag: Tag) {
        literal("</")
        plain(tag.rawValue)
        bytes.append(62)
    }

    /// Bytes that are ours and need no escaping.
    mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func plain(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
