/// Where a small area stands among all of England by the index of multiple deprivation.
public struct AreaDeprivation: Hashable, Sendable {
    /// The code as published: `E01000001`.
    public let area: String
    /// 1 is the most deprived.
    public let rank: Int
    /// 1 to 10; 1 is the most deprived tenth.
    public let decile: Int
    /// Higher is more deprived; nil where the file has none.
    public let score: Double?

    public init(area: String, rank: Int, decile: Int, score: Double? = nil) {
        self.area = area
        self.rank = rank
        self.decile = decile
        self.score = score
    }

    /// 1 to 5; 1 is the most deprived fifth.
    public var fifth: Int { (decile + 1) / 2 }
}
