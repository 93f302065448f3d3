import Foundation
import FoundationXML
import Vocabulary

/// Reads one XML part of a workbook from start to end, element by element, building no tree.
///
/// A part with a document type is refused: it is never needed, and through it entities grow without bound or
/// reach for files outside.
class XMLPart: NSObject, XMLParserDelegate {
    /// What the characters now being read belong to; nil where nobody wants them.
    var text: String?
    private var failure: Refusal?
    private var isBroken = false
    private weak var parser: XMLParser?

    /// - Parameter name: the part's own path, which stands in refusals beside the file's.
    final func read(_ bytes: [UInt8], part name: String, of file: String) throws(Refusal) {
        guard !bytes.contains(0), !XMLPart.hasDocumentType(bytes) else {
            throw .unreadableWorkbook(file, "\(name) is not in a form that a workbook may have")
        }
        // From a stream the parser takes a block at a time; given all at once, it stops at ten million bytes.
        let parser = XMLParser(stream: InputStream(data: Data(bytes)))
        parser.shouldResolveExternalEntities = false
        parser.delegate = self
        self.parser = parser
        let isWhole = parser.parse()
        if let failure { throw failure }
        guard isWhole, !isBroken else {
            throw .unreadableWorkbook(file, "\(name) breaks off at line \(parser.lineNumber)")
        }
    }

    /// An element begins; its name is without prefix.
    func begin(_ element: Substring, _ attributes: [String: String]) {}

    /// An element ends.
    func end(_ element: Substring) {}

    /// Stops reading with a refusal.
    final func stop(_ refusal: Refusal) {
        guard failure == nil else { return }
        failure = refusal
        parser?.abortParsing()
    }

    final func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if failure == nil { begin(XMLPart.local(name), attributes) }
    }

    final func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        if failure == nil { end(XMLPart.local(name)) }
    }

    final func parser(_ parser: XMLParser, foundCharacters characters: String) {
        if text != nil { text! += characters }
    }

    final func parser(_ parser: XMLParser, foundCDATA block: Data) {
        if text != nil { text! += String(decoding: block, as: UTF8.self) }
    }

    /// The answer of `parse` alone does not tell on every platform.
    final func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { isBroken = true }

    private static func local(_ name: String) -> Substring {
        name.utf8.firstIndex(of: UInt8(ascii: ":")).map { name[name.index(after: $0)...] } ?? name[...]
    }

    private static func hasDocumentType(_ bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data("<!DOCTYPE".utf8)) != nil
    }
}

extension Refusal {
    static func unreadableWorkbook(_ file: String, _ detail: String) -> Refusal {
        Refusal(
            .input, code: "workbook-unreadable", "\(SafeName.shown(file)) cannot be read as a workbook: \(detail).",
            remedy: "Open it in Excel, save it again as .xlsx, and try that.")
    }
}
