public import Rulebook
public import Vocabulary

/// How far the answer for one option can be trusted, by the share of trials in which it is funded.
public enum Stance: String, Hashable, Sendable, Codable, CaseIterable {
    case forcedIn, forcedOut, safeIn, safeOut, fragile
    /// No trials were solved, for want of a solver.
    case notKnown

    /// `safe in`.
    public var words: String {
        switch self {
        case .forcedIn: "forced in"
        case .forcedOut: "forced out"
        case .safeIn: "safe in"
        case .safeOut: "safe out"
        case .fragile: "fragile"
        case .notKnown: "not known"
        }
    }
}

/// The limits between safe and fragile, and between strong and weak agreement, as the Rulebook has them on a day.
public struct TrustLimits: Hashable, Sendable {
    /// At least this share of the trials: safe in.
    public var safeIn: Share
    /// At most this share: safe out.
    public var safeOut: Share
    public var strongAgreement: Share
    public var weakAgreement: Share
    /// The consistency ratio of pairwise judgements above which they are to be looked at again.
    public var consistency: Share

    public init(_ rulebook: Rulebook, on day: Day) throws(Refusal) {
        safeIn = try rulebook.share("priorities.core.safe", on: day)
        safeOut = try rulebook.share("priorities.core.out", on: day)
        strongAgreement = try rulebook.share("priorities.agreement.strong", on: day)
        weakAgreement = try rulebook.share("priorities.agreement.weak", on: day)
        consistency = try rulebook.share(PriorityRuleID.consistencyRatio, on: day)
    }

    public func stance(of option: RoundResult.OptionResult, in round: Round) -> Stance {
        for rule in round.rules where rule.kind == .forcedIn || rule.kind == .forcedOut {
            guard let places = try? rule.places(in: round),
                places.contains(where: { round.options[$0].id == option.option })
            else { continue }
            return rule.kind == .forcedIn ? .forcedIn : .forcedOut
        }
        guard let core = option.coreIndex else { return .notKnown }
        if core >= safeIn.approximate { return .safeIn }
        return core <= safeOut.approximate ? .safeOut : .fragile
    }
}
