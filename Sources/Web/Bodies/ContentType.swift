/// The type of a body or of a part, with its parameters: `multipart/form-data; boundary=x`.
struct ContentType: Hashable, Sendable {
    /// In lower case: `multipart/form-data`.
    let name: String
    /// By name in lower case, values as given.
    let parameters: [String: String]

    /// - Returns: nil where the text is of another form, or a parameter is given twice.
    init?(_ text: String) {
        guard let value = HeaderValue(text) else { return nil }
        let halves = value.name.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else { return nil }
        name = value.name
        parameters = value.parameters
    }

    /// What parts the body, where the type says so.
    ///
    /// Reference: RFC 2046, section 5.1.1: 1 to 70 characters of a set, the last no blank.
    var boundary: [UInt8]? {
        guard let text = parameters["boundary"], (1...70).contains(text.utf8.count), text.last != " ",
            text.utf8.allSatisfy(ContentType.mayPart)
        else { return nil }
        return Array(text.utf8)
    }

    /// True where the text is in UTF-8, or in ASCII, which is a part of it.
    var isUnicode: Bool {
        guard let charset = parameters["charset"]?.lowercased() else { return true }
        return ["utf-8", "utf8", "us-ascii"].contains(charset)
    }

    private static func mayPart(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        case 39, 40, 41, 43, 95, 44, 45, 46, 47, 58, 61, 63, 32: true
        default: false
        }
    }
}

/// A word with parameters after semicolons, as header fields have them: `form-data; name="file"; filename="a.csv"`.
struct HeaderValue: Hashable, Sendable {
    /// In lower case.
    let name: String
    let parameters: [String: String]

    /// Read letter by letter (a mark that joins the quotation mark before it does not hide it).
    ///
    /// - Returns: nil where a parameter has no value or no end, or is given twice.
    init?(_ text: String) {
        var rest = text.unicodeScalars[...]
        let name = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(name.count)
        self.name = HeaderValue.trimmed(name).lowercased()
        guard !self.name.isEmpty else { return nil }
        var parameters: [String: String] = [:]
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            if rest.isEmpty { break }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else { return nil }
            rest = rest.dropFirst()
            guard let value = HeaderValue.value(from: &rest) else { return nil }
            let known = HeaderValue.trimmed(key).lowercased()
            guard !known.isEmpty, parameters.updateValue(value, forKey: known) == nil else { return nil }
            rest = rest.drop { $0 == " " || $0 == "\t" }
        }
        guard rest.isEmpty else { return nil }
        self.parameters = parameters
    }

    /// Up to the next semicolon, or between quotation marks. A back-slash stands before a quotation mark only: older
    /// browsers send paths of Windows as they are.
    private static func value(from rest: inout Substring.UnicodeScalarView) -> String? {
        guard rest.first == "\"" else {
            let value = rest.prefix { $0 != ";" }
            rest = rest.dropFirst(value.count)
            return trimmed(value)
        }
        rest = rest.dropFirst()
        var value = String.UnicodeScalarView()
        while let next = rest.popFirst() {
            if next == "\"" { return String(value) }
            if next == "\\", rest.first == "\"" {
                rest = rest.dropFirst()
                value.append("\"")
            } else {
                value.append(next)
            }
        }
        return nil
    }

    private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
