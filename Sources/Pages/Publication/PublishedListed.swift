public import Vocabulary

/// A record that was published, as lists of records have it.
public struct PublishedListed: Hashable, Sendable {
    /// Of the record, and of the round that it is of.
    public var name, round: Slug
    public var title: String
    public var publishedAt: Moment
    /// Of its manifest.
    public var manifest: EvidenceID
    public var standing: Standing

    public enum Standing: Hashable, Sendable {
        case latest
        /// There is a later record of the same round.
        case replaced
        /// What it says was set aside since, after an appeal.
        case setAside

        var words: String {
            switch self {
            case .latest: "The latest of its round"
            case .replaced: "A later record of the round has taken its place"
            case .setAside: "The decision was set aside since, after an appeal"
            }
        }
    }

    public init(
        name: Slug, round: Slug, title: String, publishedAt: Moment, manifest: EvidenceID, standing: Standing
    ) {
        self.name = name
        self.round = round
        self.title = title
        self.publishedAt = publishedAt
        self.manifest = manifest
        self.standing = standing
    }

    /// The title; with the short name behind it where another record of the list bears the same.
    func title(among all: [PublishedListed]) -> String {
        all.contains { $0.title == title && $0.name != name } ? "\(title), \(name)" : title
    }
}
