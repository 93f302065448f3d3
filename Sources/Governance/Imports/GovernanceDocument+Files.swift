package import Vocabulary

extension JSONValue {
    /// A document with each `file: documents/paper.md` in it turned into `document` with the digest of that file, so that
    /// nobody writes digests.
    ///
    /// - Parameter hold: keeps the file at a path from the document's folder on, and says its digest.
    package func holdingFiles(
        _ hold: (String) throws(Refusal) -> EvidenceID
    ) throws(Refusal) -> JSONValue {
        switch self {
        case .list(let values):
            var held: [JSONValue] = []
            for value in values { held.append(try value.holdingFiles(hold)) }
            return .list(held)
        case .object(let members):
            var held: [JSONValue.Member] = []
            for member in members {
                if member.key == "file", case .text(let path) = member.value {
                    held.append(.init("document", .text(try hold(path).description)))
                } else {
                    held.append(.init(member.key, try member.value.holdingFiles(hold)))
                }
            }
            return .object(held)
        default: return self
        }
    }
}
