public import Markup
public import Vocabulary

/// Where a contract is expected to end the year, as lists are asked for by it: `?band=below`.
public enum ExpectedBand: String, CaseIterable, Hashable, Sendable {
    /// Below the share under which money is clawed back.
    case below
    case within
    /// Above the highest share that is paid or carried forward.
    case above

    /// - Parameter band: the year's own, as its rules have it.
    public init(of expected: Share, in band: ClosedRange<Share>) {
        if expected < band.lowerBound { self = .below } else { self = expected > band.upperBound ? .above : .within }
    }

    /// For the form of the list of contracts.
    public static func choices(in band: ClosedRange<Share>) -> [Choice] {
        let (low, high) = (band.lowerBound.percentText(decimals: 0), band.upperBound.percentText(decimals: 0))
        return [
            Choice(ExpectedBand.below.rawValue, "Below \(low)"),
            Choice(ExpectedBand.within.rawValue, "\(low) to \(high)"),
            Choice(ExpectedBand.above.rawValue, "Above \(high)"),
        ]
    }
}
