/// The bytes of a paper, known by how they begin.
package struct PaperBytes: Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The paper as text; nil where it is of another kind.
    package var text: String? {
        guard !bytes.contains(0), !isZip, !bytes.starts(with: Array("%PDF".utf8)) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.unicodeScalars.contains("\u{FFFD}") ? nil : text
    }

    private var isZip: Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

    /// What a file of this kind is called after the point.
    package var ending: String {
        if bytes.starts(with: Array("%PDF".utf8)) { return "pdf" }
        guard isZip else { return text == nil ? "bin" : "txt" }
        let names = (try? ZipFile.members(of: bytes, named: "paper").map(\.path)) ?? []
        if names.contains("word/document.xml") { return "docx" }
        return names.contains("xl/workbook.xml") ? "xlsx" : names.contains("ppt/presentation.xml") ? "pptx" : "zip"
    }
}
