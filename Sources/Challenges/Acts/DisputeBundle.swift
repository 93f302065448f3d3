public import Vocabulary

/// Takes a step of a dispute about a bundle: negotiation first, then mediation, then an expert's decision.
///
/// Refused: `no-such-bundle`, `bundle-state`, `nothing-to-dispute`, `step-out-of-order`, `text-missing`, `day-in-future`,
/// `day-before`. Reference: NHS Standard Contract, General Conditions, GC14.
public struct DisputeBundle: ChallengeAct {
    public static let name = "disputeBundle"

    public var bundle: Slug
    public var step: DisputeStep.Kind
    public var on: Day
    /// What is in dispute, or why the step before settled nothing.
    public var words: String

    public init(bundle: Slug, step: DisputeStep.Kind, on: Day, words: String) {
        (self.bundle, self.step, self.on, self.words) = (bundle, step, on, words)
    }

    public func decide(
        _ before: ChallengeBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ChallengeBundle {
        var changed = try before.found(bundle)
        try changed.require(Self.name, to: "dispute it")
        try refuseBlank(words, "What is in dispute")
        try refuseFuture(on, "The day of the step", at: moment)
        let last = changed.openDispute?.steps.last
        let expected = last.map { $0.kind.next } ?? .negotiation
        guard step == expected else {
            let remedy =
                expected.map { "The next step is \($0.inWords)." } ?? "The expert's decision ends it: settle it."
            throw Refusal(
                .rule, code: "step-out-of-order",
                last.map { "After \($0.kind.inWords) comes no \(step.inWords)." }
                    ?? "A dispute does not begin with \(step.inWords).", remedy: remedy)
        }
        try changed.refuseBefore(last?.on ?? changed.sendings.first?.on ?? changed.raisedOn, on, "The day of the step")
        let isDisputed = changed.challenges.contains { one in
            switch one.conclusion?.outcome {
            case .upheld, .part: true
            case .withdrawn: false
            case nil: one.answer.map { $0.kind != .accepted } ?? false
            }
        }
        guard isDisputed else {
            throw Refusal(
                .rule, code: "nothing-to-dispute",
                "No challenge of “\(bundle)” is upheld, rejected or accepted in part.",
                remedy: "Take the provider's answers in, or conclude on what was not answered in time.")
        }
        let begun = DisputeStep(
            kind: step, on: on, deadline: try before.deadlines.end(of: step, begunOn: on), words: words)
        if last != nil {
            changed.disputes[changed.disputes.count - 1].steps.append(begun)
        } else {
            changed.disputes.append(BundleDispute(steps: [begun]))
        }
        return changed
    }
}
