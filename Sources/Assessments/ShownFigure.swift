public import Vocabulary

/// A table as it was shown to whoever made the assessment, kept under its digest so that nothing but these very
/// figures can be meant.
public struct ShownFigure: Hashable, Sendable, Codable {
    public var id: Slug
    public var kind: Kind
    public var title: String
    /// The indicator by its short name; nil where it is none of Remit's.
    public var indicator: String?
    /// Of which day, month or year the figures are, in words.
    public var period: String?
    /// What it speaks to, so that it is found beside what members report.
    public var theme: String?
    /// Where the figures come from: files, publishers, days.
    public var source: String
    /// What a reader should see in it, in a sentence.
    public var note: String?
    /// The bytes of the table: JSON as Remit writes it.
    public var document: EvidenceID

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case indicator, map, inequality, funnel, access

        /// As the heading over figures of the kind.
        public var title: String {
            switch self {
            case .indicator: "Indicators"
            case .map: "Maps"
            case .inequality: "Inequalities"
            case .funnel: "Comparison with others"
            case .access: "Access to care"
            }
        }
    }

    public init(
        id: Slug, kind: Kind, title: String, indicator: String? = nil, period: String? = nil, theme: String? = nil,
        source: String, note: String? = nil, document: EvidenceID
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.indicator = indicator
        self.period = period
        self.theme = theme
        self.source = source
        self.note = note
        self.document = document
    }
}
