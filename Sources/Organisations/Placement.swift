public import Vocabulary

/// Where a figure of one day belongs among the organisations of another.
public enum Placement: Hashable, Sendable {
    /// The code still stands.
    case same
    /// Everything went to one organisation.
    case moved(to: OrganisationCode)
    /// It went to several; the shares sum to the whole, the largest first.
    case split([Part])
    /// The directory cannot say: the figure stays under its own code and is shown as such.
    case unknown

    public struct Part: Hashable, Sendable {
        public let code: OrganisationCode
        public let share: Share

        public init(code: OrganisationCode, share: Share) {
            self.code = code
            self.share = share
        }
    }

    /// The codes and whole-number weights by which a figure of `code` is shared; `code` itself where it
    /// stays.
    func weights(of code: OrganisationCode) -> [(code: OrganisationCode, weight: Int)] {
        switch self {
        case .same, .unknown: [(code, 1)]
        case .moved(let successor): [(successor, 1)]
        case .split(let parts):
            // The shares of a split have one whole, that of `Fraction.shares`.
            parts.map { ($0.code, $0.share.part) }
        }
    }
}
