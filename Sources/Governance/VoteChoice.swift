/// What a voter says to a motion; an abstention is no vote cast.
public enum VoteChoice: String, Hashable, Sendable, Codable, CaseIterable {
    case inFavour, against, abstains
}
