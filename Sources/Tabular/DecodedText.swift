import Vocabulary

/// The code points of the bytes 0x80 to 0x9F in Windows-1252; 0 for the five that mean nothing.
///
/// Reference: WHATWG Encoding Standard, index windows-1252, with the five bytes left undefined as in Microsoft's
/// own table.
private let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
]

/// A file's text as UTF-8 bytes, whatever it came in.
struct DecodedText {
    var bytes: [UInt8]
    /// Where the text begins in `bytes`: after a byte order mark.
    var start = 0
    var encoding: TextEncoding
    /// Where in `bytes` a byte stood that Windows-1252 leaves undefined; U+FFFD stands there now.
    var undefined: [Int] = []

    /// - Throws: `Refusal` of kind `input`: `empty`, `binary`, `too-large`, `unreadable-encoding`.
    init(_ raw: [UInt8], named name: String) throws(Refusal) {
        guard !raw.isEmpty else {
            throw Refusal(.input, code: "empty", "\(name) is empty.", remedy: "Ask the sender for it again.")
        }
        guard raw.count < Int(UInt32.max) else {
            throw Refusal(.input, code: "too-large", "\(name) is larger than 4 GB.", remedy: "Split it by month.")
        }
        if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
            let isLittle = raw[0] == 0xFF
            bytes = try DecodedText.fromUTF16(raw, isLittleEndian: isLittle, named: name)
            encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
            try DecodedText.refuseBinary(bytes, named: name)
            return
        }
        try DecodedText.refuseBinary(raw, named: name)
        bytes = raw
        start = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if start == 0, DecodedText.isASCII(raw) {
            encoding = .ascii
        } else if String(validating: raw, as: UTF8.self) != nil {
            encoding = .utf8
        } else if start == 0 {
            encoding = .windows1252
            bytes = []
            bytes.reserveCapacity(raw.count + raw.count / 8)
            for byte in raw { DecodedText.append(byte, to: &bytes, undefined: &undefined) }
        } else {
            throw Refusal(
                .input, code: "unreadable-encoding",
                "\(name) says that it is UTF-8 and holds bytes that are not.",
                remedy: "Ask the sender to save it again as CSV UTF-8.")
        }
    }

    /// A cell's bytes as UTF-8: as they are where they are it, and else as Windows-1252.
    ///
    /// - Returns: nil where the bytes are UTF-8 already.
    static func repaired(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard raw.contains(where: { $0 >= 0x80 }), String(validating: raw, as: UTF8.self) == nil else { return nil }
        var (bytes, undefined): ([UInt8], [Int]) = ([], [])
        for byte in raw { append(byte, to: &bytes, undefined: &undefined) }
        return bytes
    }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8], undefined: inout [Int]) {
        guard byte >= 0x80 else { return bytes.append(byte) }
        let code = byte < 0xA0 ? windows1252[Int(byte - 0x80)] : UInt16(byte)
        if code == 0 { undefined.append(bytes.count) }
        bytes.append(contentsOf: String(Unicode.Scalar(code == 0 ? 0xFFFD : code)!).utf8)
    }

    private static func fromUTF16(
        _ raw: [UInt8], isLittleEndian: Bool, named name: String
    ) throws(Refusal) -> [UInt8] {
        guard raw.count % 2 == 0 else {
            throw Refusal(
                .input, code: "truncated", "\(name) is UTF-16 and ends in the middle of a character.",
                remedy: "Ask the sender for it again.")
        }
        let units = stride(from: 2, to: raw.count, by: 2).map { place in
            let (first, second) = (UInt16(raw[place]), UInt16(raw[place + 1]))
            return isLittleEndian ? first | second << 8 : first << 8 | second
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw Refusal(
                .input, code: "unreadable-encoding",
                "\(name) says that it is UTF-16 and holds half characters.",
                remedy: "Ask the sender to save it again as CSV UTF-8.")
        }
        return Array(text.utf8)
    }

    private static func refuseBinary(_ bytes: [UInt8], named name: String) throws(Refusal) {
        guard let place = bytes.withUnsafeBufferPointer({ $0.place(of: 0, from: 0) }) else { return }
        let isArchive = bytes.starts(with: [0x50, 0x4B])
        throw Refusal(
            .input, code: "binary", "\(name) is not a text file: byte \(place + 1) is a NUL.",
            remedy: isArchive
                ? "It looks like a ZIP archive or an Excel workbook." : "Save it as CSV UTF-8 and give that.")
    }

    private static func isASCII(_ bytes: [UInt8]) -> Bool {
        everyWord(of: bytes) { $0 & 0x8080_8080_8080_8080 == 0 }
    }

    /// Eight bytes at a time; the last word is filled up with letters.
    private static func everyWord(of bytes: [UInt8], holds: (UInt64) -> Bool) -> Bool {
        bytes.withUnsafeBytes { raw in
            var place = 0
            while place + 8 <= raw.count {
                guard holds(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) else { return false }
                place += 8
            }
            var last: UInt64 = 0x6161_6161_6161_6161
            for byte in raw[place...] { last = last << 8 | UInt64(byte) }
            return holds(last)
        }
    }
}
