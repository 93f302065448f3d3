public import Vocabulary

/// What options are judged by: one branch or leaf of the tree of criteria.
public struct Criterion: Hashable, Sendable, Codable {
    public var id: Slug
    public var title: String
    /// What is meant, so that two members mean the same.
    public var meaning: String
    /// The branch it hangs on; nil at the top.
    public var parent: Slug?
    /// How it is scored; a branch has none, a leaf always has one.
    public var scale: Scale?

    public init(id: Slug, title: String, meaning: String, parent: Slug? = nil, scale: Scale? = nil) {
        self.id = id
        self.title = title
        self.meaning = meaning
        self.parent = parent
        self.scale = scale
    }
}

/// How a criterion is scored, and what the scores are worth.
public struct Scale: Hashable, Sendable, Codable {
    /// What the figures count: `points`, `people`, `minutes to the nearest practice`.
    public var unit: String
    /// In rising order of `at`, two at least; the values go from 0 to 100 or from 100 to 0 without turning back.
    public var anchors: [Anchor]
    /// What becomes of a score outside the anchors.
    public var outside: Outside

    /// A fixed point: what is meant by it, and what it is worth.
    public struct Anchor: Hashable, Sendable, Codable {
        /// On the scale itself.
        public var at: Double
        /// 0 for the worst that is thought of, 100 for the best.
        public var value: Double
        public var meaning: String

        public init(at: Double, value: Double, meaning: String) {
            self.at = at
            self.value = value
            self.meaning = meaning
        }
    }

    public enum Outside: String, Hashable, Sendable, Codable, CaseIterable {
        case refused, cut, extended
    }

    public init(unit: String, anchors: [Anchor], outside: Outside = .refused) {
        self.unit = unit
        self.anchors = anchors
        self.outside = outside
    }

    enum CodingKeys: String, CodingKey { case unit, anchors, outside }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            unit: try container.decode(String.self, forKey: .unit),
            anchors: try container.decode([Anchor].self, forKey: .anchors),
            outside: try container.decodeIfPresent(Outside.self, forKey: .outside) ?? .refused)
    }
}

/// How much good an option does: declared once for a round, so that nothing is counted twice.
public enum BenefitKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Scores are for one person; they are multiplied by the people who benefit and the chance that it works.
    case perPerson
    /// Scores are for the whole option.
    case whole
}

/// What was made of a national pack of criteria: comply or explain.
public struct PackUse: Hashable, Sendable, Codable {
    public var pack: Slug
    public var use: Use
    /// Why it was varied or left; needed for both.
    public var reason: String?

    public enum Use: String, Hashable, Sendable, Codable, CaseIterable {
        case adopted, varied, left
    }

    public init(pack: Slug, use: Use, reason: String? = nil) {
        self.pack = pack
        self.use = use
        self.reason = reason
    }
}
