/// The texts that a workbook keeps once for all its sheets; the runs of a rich text are joined.
final class SharedTexts: XMLPart {
    private(set) var texts: [String] = []
    private var item = ""
    private var phonetic = 0

    override func begin(_ element: Substring, _ attributes: [String: String]) {
        switch element {
        case "si": item = ""
        case "rPh": phonetic += 1
        case "t": text = phonetic == 0 ? "" : nil
        default: break
        }
    }

    override func end(_ element: Substring) {
        switch element {
        case "t":
            item += text ?? ""
            text = nil
        case "rPh": phonetic -= 1
        case "si": texts.append(WorkbookText.decoded(item))
        default: break
        }
    }
}

/// How a workbook spells characters that XML cannot hold: `_x000D_` is a carriage return.
enum WorkbookText {
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(95), text.contains("_x") else { return text }
        var rest = text[...]
        var decoded = ""
        while let start = rest.firstRange(of: "_x") {
            decoded += rest[..<start.lowerBound]
            let digits = rest[start.upperBound...].prefix(4)
            let after = digits.endIndex
            if digits.count == 4, after < rest.endIndex, rest[after] == "_", digits.allSatisfy(\.isHexDigit),
                let scalar = UInt32(digits, radix: 16).flatMap({ Unicode.Scalar($0) })
            {
                decoded.unicodeScalars.append(scalar)
                rest = rest[rest.index(after: after)...]
            } else {
                decoded += "_x"
                rest = rest[start.upperBound...]
            }
        }
        return decoded + rest
    }

    /// Text that a workbook would take for such a spelling, spelt so that it is itself again when read.
    static func encoded(_ text: String) -> String {
        guard decoded(text) != text else { return text }
        return text.replacing("_x", with: "_x005F_x")
    }
}
