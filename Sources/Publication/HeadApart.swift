package import Store
package import Vocabulary

/// The journal's head as it is published apart from the record: in minutes, in a newspaper, on another site.
///
/// Whoever changes the record and makes every digest in it anew gets another head and another manifest; these few
/// words, held by somebody else, show it.
package struct HeadApart: Sendable, Hashable {
    /// The head's line of the journal; nil where only a digest is given.
    package var sequence: Int?
    package var head: EvidenceID
    /// Of the record's manifest; nil where only the head is given.
    package var manifest: EvidenceID?

    package init(head: JournalExtract.Head, manifest: EvidenceID) {
        sequence = head.sequence
        self.head = head.digest
        self.manifest = manifest
    }

    /// Where it is written: beside the folder, never in it.
    package static func path(beside folder: String) -> String {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return "\(folder).head.txt"
    }

    /// - Parameter round: short name and title.
    package func text(of round: String) -> String {
        """
        Remit: what to publish apart from the record of \(round)
        line \(sequence.map(String.init) ?? "")
        head \(head)
        manifest \(manifest?.description ?? "")

        """
    }

    /// Reads what was published apart: the text that `text` writes, a line of minutes that holds it, or the head's
    /// digest alone.
    ///
    /// - Returns: nil where it holds no digest.
    package init?(reading text: String) {
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        func digest(after name: String) -> EvidenceID? {
            zip(words, words.dropFirst()).lazy.filter { $0.0.lowercased() == name }
                .compactMap { EvidenceID($0.1.lowercased()) }.first
        }
        let all = words.compactMap { EvidenceID($0.lowercased()) }
        let manifest = digest(after: "manifest")
        guard let head = digest(after: "head") ?? all.first(where: { $0 != manifest }) else { return nil }
        self.head = head
        self.manifest = manifest
        sequence = zip(words, words.dropFirst()).first { $0.0.lowercased() == "line" }.flatMap { Int($0.1) }
    }
}
