package import Vocabulary

extension JSONValue {
    /// A document with the files that it names turned into their digests, so that nobody writes digests.
    ///
    /// `file: documents/paper.md` becomes `document`; an entry of `evidence` may be a file's name as well as a digest.
    ///
    /// - Parameter hold: keeps the file at a path from the document's folder on, and says its digest.
    package func holdingFiles<Failure: Error>(
        _ hold: (String) throws(Failure) -> EvidenceID
    ) throws(Failure) -> JSONValue {
        switch self {
        case .list(let values):
            var held: [JSONValue] = []
            for value in values { held.append(try value.holdingFiles(hold)) }
            return .list(held)
        case .object(let members):
            var held: [JSONValue.Member] = []
            for member in members {
                switch (member.key, member.value) {
                case ("file", .text(let path)):
                    held.append(.init("document", .text(try hold(path).description)))
                case ("evidence", .list(let entries)):
                    held.append(.init("evidence", try JSONValue.evidence(entries, hold)))
                default:
                    held.append(.init(member.key, try member.value.holdingFiles(hold)))
                }
            }
            return .object(held)
        default: return self
        }
    }

    private static func evidence<Failure: Error>(
        _ entries: [JSONValue], _ hold: (String) throws(Failure) -> EvidenceID
    ) throws(Failure) -> JSONValue {
        var held: [JSONValue] = []
        for entry in entries {
            if case .text(let text) = entry, EvidenceID(text) == nil {
                held.append(.text(try hold(text).description))
            } else {
                held.append(entry)
            }
        }
        return .list(held)
    }
}
