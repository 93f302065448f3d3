extension Document {
    /// The document as a .docx file; the same document gives the same bytes.
    package func bytes() -> [UInt8] {
        let body = DocumentBody.title(title) + DocumentBody.markup(of: blocks)
        return ZipFile.bytes(members: [
            ("[Content_Types].xml", DocumentParts.contentTypes.bytes),
            ("_rels/.rels", DocumentParts.roots.bytes),
            ("word/document.xml", DocumentParts.document(body: body).bytes),
            ("word/_rels/document.xml.rels", DocumentParts.relations.bytes),
            ("word/styles.xml", DocumentStyles.markup.bytes),
            ("word/numbering.xml", DocumentParts.numbering.bytes),
            ("word/settings.xml", DocumentParts.settings.bytes),
            ("word/footer1.xml", DocumentParts.footer(footer).bytes),
            ("docProps/core.xml", DocumentParts.properties(title: title).bytes),
        ])
    }
}
