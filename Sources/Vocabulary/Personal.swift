/// A personal text, such as a member's name, that is kept apart and named here by its salted digest.
///
/// Acts, the journal and whatever is published hold the digest only; the text can be disposed of and the journal
/// still verifies.
public struct Personal: Hashable, Sendable, Codable {
    public var digest: EvidenceID

    public init(digest: EvidenceID) {
        self.digest = digest
    }
}
