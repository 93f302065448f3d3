import Foundation

/// A message as whoever receives it takes it apart, written apart from what wrote it.
struct Received {
    let headers: [(name: String, value: String)]
    let body: String

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let end = text.range(of: "\r\n\r\n")!
        var headers: [(name: String, value: String)] = []
        for line in text[..<end.lowerBound].components(separatedBy: "\r\n") {
            if line.first == " " || line.first == "\t" {
                headers[headers.count - 1].value += line
            } else {
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                headers.append((String(line[..<colon]), String(line[colon...].dropFirst(2))))
            }
        }
        self.headers = headers
        body = String(text[end.upperBound...])
    }

    /// Encoded words read; blanks between two of them are no text (RFC 2047, section 6.2).
    static func decoded(_ value: String) -> String {
        guard value.hasPrefix("=?UTF-8?B?") else { return value }
        return value.components(separatedBy: " ").filter { !$0.isEmpty }.map { word in
            let inner = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
            return String(decoding: Data(base64Encoded: String(inner)) ?? Data(), as: UTF8.self)
        }.joined()
    }

    /// Quoted-printable text read.
    static func text(_ body: String) -> String {
        let bytes = Array(body.replacingOccurrences(of: "=\r\n", with: "").utf8)
        var (read, at): ([UInt8], Int) = ([], 0)
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "="), at + 2 < bytes.count {
                read.append(UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16) ?? 0)
                at += 3
            } else {
                read.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: read, as: UTF8.self)
    }
}
