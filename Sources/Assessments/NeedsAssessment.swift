public import Vocabulary

/// What people of an area need, found out and written down so that others can weigh it: figures as they were shown,
/// findings with their rung on the evidence ladder, voices, gaps that were reported, and conclusions.
///
/// It stands as its acts have made it, in order. What was withdrawn stays, in that state. An issued version is never
/// changed: a later one supersedes it.
public struct NeedsAssessment: Hashable, Sendable {
    public var id: Slug
    public var title: String
    /// What it is to answer.
    public var question: String
    public var commissioner: OrganisationCode
    /// The place and the people it is about, in words.
    public var area: String
    /// Who answers for it: an office, not a name.
    public var lead: String
    public var openedAt: Moment

    public var figures: [ShownFigure] = []
    public var findings: [Finding] = []
    public var voices: [Voice] = []
    public var gaps: [GapHeld] = []
    public var conclusions: [Conclusion] = []
    public var withdrawn: [Part: Withdrawal] = [:]
    public var versions: [IssuedVersion] = []
    /// False where nothing has been recorded since the last version.
    public var isChangedSinceIssue = true

    public init(
        id: Slug, title: String, question: String, commissioner: OrganisationCode, area: String, lead: String,
        openedAt: Moment
    ) {
        self.id = id
        self.title = title
        self.question = question
        self.commissioner = commissioner
        self.area = area
        self.lead = lead
        self.openedAt = openedAt
    }

    /// A part of an assessment by what it is and its short name.
    public struct Part: Hashable, Sendable, Codable {
        public var kind: Kind
        public var id: Slug

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case figure, finding, conclusion
        }

        public init(_ kind: Kind, _ id: Slug) {
            self.kind = kind
            self.id = id
        }
    }

    /// That a part no longer counts, since when and why.
    public struct Withdrawal: Hashable, Sendable {
        public var reason: String
        public var at: Moment

        public init(reason: String, at: Moment) {
            self.reason = reason
            self.at = at
        }
    }
}

extension NeedsAssessment {
    public func figure(_ id: Slug) -> ShownFigure? { figures.first { $0.id == id } }
    public func finding(_ id: Slug) -> Finding? { findings.first { $0.id == id } }
    public func voice(_ id: Slug) -> Voice? { voices.first { $0.id == id } }
    public func gap(_ id: Slug) -> GapHeld? { gaps.first { $0.gap.id == id } }
    public func conclusion(_ id: Slug) -> Conclusion? { conclusions.first { $0.id == id } }

    public func isWithdrawn(_ kind: Part.Kind, _ id: Slug) -> Bool { withdrawn[Part(kind, id)] != nil }

    /// In the order in which they were shown, without those withdrawn.
    public var standingFigures: [ShownFigure] { figures.filter { !isWithdrawn(.figure, $0.id) } }
    public var standingFindings: [Finding] { findings.filter { !isWithdrawn(.finding, $0.id) } }
    public var standingConclusions: [Conclusion] { conclusions.filter { !isWithdrawn(.conclusion, $0.id) } }

    /// The gap into which a gap went, over any number of merges; the gap itself where it was not merged.
    public func standing(_ id: Slug) -> GapHeld? {
        var held = gap(id)
        while let into = held?.merged?.into { held = gap(into) }
        return held
    }

    /// Gaps that nobody has looked at yet.
    public var waitingGaps: [GapHeld] { gaps.filter { $0.state == .reported } }

    /// Themes in the order in which they were first named, each once by its words.
    public var themes: [String] {
        var met: Set<String> = []
        let named =
            standingFigures.compactMap(\.theme) + standingFindings.compactMap(\.theme) + gaps.compactMap(\.theme)
        return named.filter { met.insert($0.titleKey).inserted }
    }
}
