public import Vocabulary

/// A needs assessment as it was issued: kept whole under its digest, which an option in a round cites.
public struct IssuedVersion: Hashable, Sendable, Codable {
    /// Counted from one.
    public var number: Int
    public var issuedOn: Day
    /// Of the canonical JSON of the whole document.
    public var document: EvidenceID

    public init(number: Int, issuedOn: Day, document: EvidenceID) {
        self.number = number
        self.issuedOn = issuedOn
        self.document = document
    }
}
