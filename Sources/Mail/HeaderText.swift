import Foundation

/// Texts as the headers of a message carry them: no text can end its line and begin another header.
enum HeaderText {
    /// An unstructured header, as a subject is: as it stands where it is short and plain, else in encoded words.
    ///
    /// Reference: RFC 2047, section 2: an encoded word has at most 75 characters, and none is cut within a letter.
    static func unstructured(_ text: String) -> String {
        let clean = clean(text)
        let isPlain =
            clean.utf8.count <= longestPlain && clean.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            && !clean.contains("=?") && clean.first != " " && clean.last != " "
        return isPlain ? clean : encoded(clean)
    }

    /// `"Name" <address>`; the name within quotation marks where that will do, else in encoded words.
    static func mailbox(_ mailbox: Mailbox) -> String {
        let name = clean(mailbox.name ?? "").trimmingCharacters(in: .whitespaces)
        if name.isEmpty { return mailbox.address.description }
        let isPlain =
            name.utf8.count <= longestPlain && name.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            && !name.contains("=?")
        if !isPlain { return "\(encoded(name))\r\n <\(mailbox.address)>" }
        let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(quoted)\"\r\n <\(mailbox.address)>"
    }

    /// Without control characters and ends of lines, each of which becomes a blank, and at most 300 long.
    static func clean(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: clean.append(" ")
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }

    private static let longest = 300
    private static let longestPlain = 60
    /// So many bytes that a word of them stands on a line of 76 after the longest name of a header.
    private static let bytesOfWord = 39

    private static func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(UTF8.encode(scalar)!)
            if words[words.count - 1].count + bytes.count > bytesOfWord { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}
