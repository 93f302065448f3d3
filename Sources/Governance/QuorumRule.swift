public import Vocabulary

/// Who must be there for a committee to decide: a boolean expression over counts, roles and named posts.
///
/// A person counts once in each count. Where `all` asks for several roles, different people fill them: somebody who
/// sits as both `gp` and `executive` fills one of the two places. Counts of anybody, of those who vote and of
/// office-holders are of everyone present and overlap with the roles.
public indirect enum QuorumRule: Hashable, Sendable, Codable {
    case atLeast(Int, Whom)
    /// At least the part `numerator`/`denominator` of all such members of the committee, or more than it.
    case part(numerator: Int, denominator: Int, isMoreThan: Bool, of: Whom)
    case all([QuorumRule])
    case any([QuorumRule])

    /// Which of the members present are counted.
    public enum Whom: Hashable, Sendable, Codable {
        case anybody
        case voting
        case nonVoting
        /// Holders of any of these roles.
        case roles([Slug])
        /// The chair or the vice-chair.
        case officers
        /// These persons, by name.
        case people([Slug])
    }
}
