package import Vocabulary

/// An organisation's own Word document, with its letterhead, into which a document is put.
///
/// It has two content controls, by tag: `remit.body`, on lines of its own, and `remit.title`, anywhere, which may be
/// left out. All else in it stays as it is; styles that it lacks are added, and its own are kept.
package struct DocumentTemplate: Sendable {
    private let name: String
    private let parts: [(path: String, bytes: [UInt8])]

    private static let main = "word/document.xml"
    private static let styles = "word/styles.xml"

    /// - Parameter name: the file's, for refusals.
    /// - Throws: a `Refusal` where the bytes are no .docx, or have no control `remit.body` on lines of its own.
    package init(_ bytes: [UInt8], named name: String) throws(Refusal) {
        self.name = name
        guard FileFormat(first: bytes.prefix(FileFormat.bytesNeeded)) == .zip else {
            throw DocumentTemplate.fault(name, "it is not a .docx file")
        }
        let zip = try ZipReading(ZipSource(bytes), name: name)
        guard zip.isOfficeFile, zip.paths.contains(DocumentTemplate.main) else {
            throw DocumentTemplate.fault(name, "it is not a .docx file")
        }
        var parts: [(path: String, bytes: [UInt8])] = []
        for path in zip.paths where !path.hasSuffix("/") {
            parts.append((path, try zip.bytes(of: path, limit: 64 << 20) ?? []))
        }
        self.parts = parts
        let body = MarkupScan(part(DocumentTemplate.main)).controls.filter { $0.tag == "remit.body" }
        guard body.count == 1 else {
            throw DocumentTemplate.fault(name, "it has \(body.count) content controls with the tag remit.body")
        }
        guard !body[0].isWithinParagraph else {
            throw DocumentTemplate.fault(name, "its control remit.body stands within a paragraph")
        }
    }

    /// The template with the document in it; the same of both gives the same bytes.
    package func bytes(filledWith document: Document) -> [UInt8] {
        let blocks = document.blocks.map { block -> Document.Block in
            // The numbering of a template is its own: bullets are written as characters.
            guard case .bullets(let items) = block else { return block }
            return .paragraph(items.map { "•\u{A0}\($0)" }.joined(separator: "\n"))
        }
        var main = part(DocumentTemplate.main)
        // From the last to the first, so that the places of those before stay right.
        for control in MarkupScan(main).controls.sorted(by: { $0.content.lowerBound > $1.content.lowerBound }) {
            switch control.tag {
            case "remit.title":
                let title =
                    control.isWithinParagraph
                    ? DocumentBody.run(document.title) : DocumentBody.title(document.title)
                main.replaceSubrange(control.content, with: title.bytes)
            case "remit.body": main.replaceSubrange(control.content, with: DocumentBody.markup(of: blocks).bytes)
            default: break
            }
        }
        return ZipFile.bytes(
            members: parts.map { part in
                switch part.path {
                case DocumentTemplate.main: (part.path, main)
                case DocumentTemplate.styles: (part.path, DocumentTemplate.completed(part.bytes))
                default: part
                }
            })
    }

    private func part(_ path: String) -> [UInt8] { parts.first { $0.path == path }?.bytes ?? [] }

    /// The template's styles and, behind them, those of ours that it lacks.
    private static func completed(_ styles: [UInt8]) -> [UInt8] {
        let theirs = String(decoding: styles, as: UTF8.self)
        guard let end = theirs.ranges(of: "</w:styles>").last else { return styles }
        let missing = DocumentStyles.markup.markup.matches(of: /<w:style .*?<\/w:style>/).filter { style in
            guard let id = style.output.firstMatch(of: /w:styleId="[^"]+"/) else { return false }
            return !style.output.contains("w:default=\"1\"") && !theirs.contains(String(id.output))
        }
        return Array(
            (theirs[..<end.lowerBound] + missing.map { String($0.output) }.joined() + theirs[end.lowerBound...]).utf8)
    }

    private static func fault(_ name: String, _ detail: String) -> Refusal {
        Refusal(
            .input, code: "template-unusable", "\(SafeName.shown(name)) cannot be used as a template: \(detail).",
            remedy: "In Word, put one rich-text content control on a line of its own and give it the tag remit.body.")
    }
}
