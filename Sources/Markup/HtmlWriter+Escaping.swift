extension HtmlWriter {
    /// Copies runs that need nothing and escapes the rest; one pass, no intermediate string.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var place = 0
        while place < text.count {
            let byte = text[place]
            if HtmlWriter.isPlain(byte) {
                place += 1
                continue
            }
            let width = HtmlWriter.widthOfUnfit(text, at: place)
            guard width > 0 || byte < 0x80 else {
                place += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
            if width > 0 {
                literal("\u{FFFD}")
            } else {
                appendReference(byte)
            }
            place += max(width, 1)
            start = place
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<text.count]))
    }

    private mutating func appendReference(_ byte: UInt8) {
        switch byte {
        case 0x26: literal("&amp;")
        case 0x3C: literal("&lt;")
        case 0x3E: literal("&gt;")
        case 0x22: literal("&quot;")
        default: literal("&#39;")
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xE2, 0xC2: false
        default: byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
        }
    }

    /// The width in bytes of what may not stand in a page, or 0.
    ///
    /// Control characters are no HTML. Directional embeddings, overrides and isolates (U+202A to U+202E, U+2066 to
    /// U+2069) in a name would turn round the words after it; marks (U+200E, U+200F) and right-to-left letters stay.
    private static func widthOfUnfit(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        let byte = text[place]
        if byte < 0x20 || byte == 0x7F { return 1 }
        if byte == 0xC2, place + 1 < text.count, text[place + 1] < 0xA0 { return 2 }
        guard byte == 0xE2, place + 2 < text.count else { return 0 }
        let (second, third) = (text[place + 1], text[place + 2])
        let isOverride = second == 0x80 && (0xAA...0xAE).contains(third)
        let isIsolate = second == 0x81 && (0xA6...0xA9).contains(third)
        return isOverride || isIsolate ? 3 : 0
    }
}
