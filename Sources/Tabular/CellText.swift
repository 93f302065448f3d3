/// A cell's bytes as text, for readers of large files.
public enum CellText {
    /// The bytes as UTF-8 where they are not: read as Windows-1252, each cell by itself; nil where they are UTF-8.
    public static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? { DecodedText.repaired(bytes) }

    /// True where the mark of a byte that means nothing (U+FFFD) stands in the text.
    public static func holdsUndefined(_ text: [UInt8]) -> Bool {
        text.indices.dropLast(2).contains { text[$0] == 0xEF && text[$0 + 1] == 0xBF && text[$0 + 2] == 0xBD }
    }

    /// Trimmed.
    public static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = repaired(bytes).map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: bytes, as: UTF8.self)
        return TrimmedText.trim(text)
    }

    /// For a sentence: in quotation marks, cut at 40 characters.
    public static func quoted(_ bytes: UnsafeBufferPointer<UInt8>) -> String { TrimmedText.quoted(text(bytes)) }
}
