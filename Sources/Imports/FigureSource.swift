package import Vocabulary

/// A file that a figure was worked out from: what an auditor asks for.
package struct FigureSource: Hashable, Sendable {
    package let name: String
    package let digest: EvidenceID

    package init(name: String, digest: EvidenceID) {
        self.name = name
        self.digest = digest
    }

    package var json: JSONValue { ["name": .text(name), "digest": .text(digest.description)] }
}
