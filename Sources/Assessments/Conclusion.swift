public import Vocabulary

/// What is concluded, and on which parts of the assessment it rests.
public struct Conclusion: Hashable, Sendable, Codable {
    public var id: Slug
    public var text: String
    public var figures: [Slug]
    public var findings: [Slug]
    public var gaps: [Slug]
    public var voices: [Slug]

    public init(
        id: Slug, text: String, figures: [Slug] = [], findings: [Slug] = [], gaps: [Slug] = [], voices: [Slug] = []
    ) {
        self.id = id
        self.text = text
        self.figures = figures
        self.findings = findings
        self.gaps = gaps
        self.voices = voices
    }

    /// Kinds of grounds that are left out are none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Slug.self, forKey: .id)
        text = try container.decode(String.self, forKey: .text)
        figures = try container.decodeIfPresent([Slug].self, forKey: .figures) ?? []
        findings = try container.decodeIfPresent([Slug].self, forKey: .findings) ?? []
        gaps = try container.decodeIfPresent([Slug].self, forKey: .gaps) ?? []
        voices = try container.decodeIfPresent([Slug].self, forKey: .voices) ?? []
    }

    public var restsOnNothing: Bool { figures.isEmpty && findings.isEmpty && gaps.isEmpty && voices.isEmpty }
}
