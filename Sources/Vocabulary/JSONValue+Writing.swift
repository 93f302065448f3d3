extension JSONValue {
    /// One line, keys sorted by code unit, no white space: equal values have equal bytes, so a digest can be
    /// taken.
    ///
    /// Follows RFC 8785 but for decimals, which are written as Swift's shortest round-trip form.
    public var canonical: String {
        var text = ""
        write(to: &text, indent: nil, sorted: true, depth: 0)
        return text
    }

    /// For reading and for programs: two spaces, keys in the order given.
    public var pretty: String {
        var text = ""
        write(to: &text, indent: "  ", sorted: false, depth: 0)
        return text
    }

    private func write(to text: inout String, indent: String?, sorted: Bool, depth: Int) {
        switch self {
        case .null: text += "null"
        case .flag(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .decimal(let value): text += JSONValue.number(value)
        case .text(let value): JSONValue.quote(value, to: &text)
        case .list(let values):
            JSONValue.bracket("[", "]", values, to: &text, indent: indent, depth: depth) { value, text in
                value.write(to: &text, indent: indent, sorted: sorted, depth: depth + 1)
            }
        case .object(let members):
            let ordered =
                sorted ? members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) } : members
            JSONValue.bracket("{", "}", ordered, to: &text, indent: indent, depth: depth) { member, text in
                JSONValue.quote(member.key, to: &text)
                text += indent == nil ? ":" : ": "
                member.value.write(to: &text, indent: indent, sorted: sorted, depth: depth + 1)
            }
        }
    }

    private static func bracket<Element>(
        _ open: String, _ close: String, _ elements: [Element], to text: inout String, indent: String?,
        depth: Int,
        each: (Element, inout String) -> Void
    ) {
        text += open
        for (place, element) in elements.enumerated() {
            if place > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: indent, count: depth + 1) }
            each(element, &text)
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: indent, count: depth) }
        text += close
    }

    /// JSON has no infinities: they are null, and a caller that could have them says so.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if value == value.rounded(), abs(value) < 0x1p53 { return String(Int(value)) }
        return "\(value)"
    }

    private static func quote(_ value: String, to text: inout String) {
        let digits = Array("0123456789abcdef")
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                text += "\\u00\(digits[Int(scalar.value >> 4)])\(digits[Int(scalar.value & 15)])"
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
