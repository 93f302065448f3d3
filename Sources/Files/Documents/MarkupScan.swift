/// The content controls of a WordprocessingML part, found tag by tag; what stands between them is left untouched.
struct MarkupScan {
    /// A control with a tag: where its content stands in the bytes, and whether that is within a paragraph.
    struct Control: Hashable {
        let tag: String
        let content: Range<Int>
        let isWithinParagraph: Bool
    }

    /// In the order of their ends; a control inside another comes before it.
    private(set) var controls: [Control] = []

    private struct Open {
        var tag: String?
        var contentStart: Int?
        var contentEnd: Int?
        let isWithinParagraph: Bool
    }

    init(_ bytes: [UInt8]) {
        var open: [Open] = []
        var paragraphs = 0
        var at = 0
        while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            let end = MarkupScan.endOfTag(in: bytes, from: start)
            at = end
            let tag = bytes[start..<end]
            guard let name = MarkupScan.name(of: tag) else { continue }
            let isClosing = tag.starts(with: "</".utf8)
            let isEmpty = tag.dropLast().last == UInt8(ascii: "/")
            switch name {
            case "w:p": paragraphs += isClosing ? -1 : isEmpty ? 0 : 1
            case "w:sdt" where isClosing:
                guard let control = open.popLast(), let tag = control.tag, let first = control.contentStart,
                    let last = control.contentEnd
                else { continue }
                controls.append(
                    Control(tag: tag, content: first..<last, isWithinParagraph: control.isWithinParagraph))
            case "w:sdt" where !isEmpty: open.append(Open(isWithinParagraph: paragraphs > 0))
            case "w:tag" where !open.isEmpty && open[open.count - 1].contentStart == nil:
                open[open.count - 1].tag = MarkupScan.value(of: tag)
            case "w:sdtContent" where !open.isEmpty && !isEmpty:
                if isClosing {
                    open[open.count - 1].contentEnd = start
                } else {
                    open[open.count - 1].contentStart = end
                }
            default: break
            }
        }
    }

    /// Behind the `>` that ends a tag, comment, instruction or section of plain text; quotes may hold one.
    private static func endOfTag(in bytes: [UInt8], from start: Int) -> Int {
        for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
        where bytes[start...].starts(with: opening.utf8) {
            var at = start + opening.utf8.count
            while at < bytes.count, !bytes[at...].starts(with: closing.utf8) { at += 1 }
            return min(at + closing.utf8.count, bytes.count)
        }
        var quote: UInt8?
        for at in start..<bytes.count {
            let byte = bytes[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 34 || byte == 39 {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return at + 1
            }
        }
        return bytes.count
    }

    /// Nil for what is no element: a comment, an instruction, plain text.
    private static func name(of tag: ArraySlice<UInt8>) -> String? {
        let rest = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }
        guard let first = rest.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else { return nil }
        let name = rest.prefix { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return String(decoding: name, as: UTF8.self)
    }

    private static func value(of tag: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: tag, as: UTF8.self)
        guard let mark = text.firstRange(of: "w:val="), let quote = text[mark.upperBound...].first else { return nil }
        return text[mark.upperBound...].dropFirst().split(separator: quote, omittingEmptySubsequences: false).first
            .map(String.init)
    }
}
