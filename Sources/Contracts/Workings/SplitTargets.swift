public import Vocabulary

/// Splits a contract into unscheduled care and the rest, each with a target and a value of its own.
///
/// Each part is then judged by `JudgeYearEnd` on its own delivery; nothing is set off between them.
public enum SplitTargets {
    public struct Part: Hashable, Sendable {
        public var contracted: Units
        public var value: Money
    }

    /// - Returns: the two parts, which sum to the whole to the hundredth and to the penny; the rest takes the
    ///   rounding. Nil where the year has one target.
    public static func split(
        contracted: Units, value: Money, by rules: YearEndRules
    ) -> (unscheduled: Part, rest: Part)? {
        guard let share = rules.unscheduledShare else { return nil }
        let unscheduled = Part(
            contracted: contracted.scaled(by: share.part, over: share.whole),
            value: value.scaled(by: share.part, over: share.whole))
        let rest = Part(contracted: contracted - unscheduled.contracted, value: value - unscheduled.value)
        return (unscheduled, rest)
    }
}
