public import Vocabulary

/// Which part of a trust's activity came from one board's people: an estimate of its publisher's.
public struct TrustShare: Hashable, Sendable {
    public var trust: OrganisationCode
    /// The board by the code of the Office for National Statistics.
    public var icb: AreaCode
    /// Above 0 and at most 1; a trust's sum to 1, but for the publisher's rounding.
    public var proportion: Double

    public init(trust: OrganisationCode, icb: AreaCode, proportion: Double) {
        self.trust = trust
        self.icb = icb
        self.proportion = proportion
    }
}
