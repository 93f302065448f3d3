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
        if value < 0 { literal("−") }
        let magnitude = value.magnitude
        var scale: UInt = 1
        var digits = 1
        while magnitude / scale >= 10 {
            scale *= 10
            digits += 1
        }
        var rest = magnitude
        while digits > 0 {
            bytes.append(48 + UInt8(rest / scale))
            rest %= scale
            scale = max(scale / 10, 1)
            digits -= 1
            if digits > 0, digits % 3 == 0 { bytes.append(44) }
        }
    }

    /// A digit from 0 to 9.
    public mutating func digit(_ value: Int) { bytes.append(48 + UInt8(value)) }

    public mutating func link(_ text: String, to destination: Destination) {
        literal("<a href=\"")
        self.text(destination.description)
        literal("\">")
        self.text(text)
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
