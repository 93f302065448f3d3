public import Vocabulary

/// Something found in research, in local figures, in advice or in what people lived, with its rung on the evidence
/// ladder and where it can be read.
public struct Finding: Hashable, Sendable, Codable {
    public var id: Slug
    /// What it is about, in a few words: findings, figures and gaps of one theme are set side by side.
    public var theme: String?
    /// What was found or said.
    public var said: String
    public var rung: EvidenceRung
    /// Where it can be read: a citation, an address, a meeting.
    public var citation: String
    /// The office or group that it comes from; nil for a publication.
    public var from: String?

    public init(
        id: Slug, theme: String? = nil, said: String, rung: EvidenceRung, citation: String, from: String? = nil
    ) {
        self.id = id
        self.theme = theme
        self.said = said
        self.rung = rung
        self.citation = citation
        self.from = from
    }
}
