public import Vocabulary

/// What was planned beside what came, in activity and in money.
public struct PlanAndActual: Hashable, Sendable {
    public var plannedActivity: ActivityAmount
    public var plannedCost: Money
    public var activity: ActivityAmount
    public var cost: Money

    public init(
        plannedActivity: ActivityAmount = .zero, plannedCost: Money = .zero, activity: ActivityAmount = .zero,
        cost: Money = .zero
    ) {
        (self.plannedActivity, self.plannedCost) = (plannedActivity, plannedCost)
        (self.activity, self.cost) = (activity, cost)
    }

    public static let nothing = PlanAndActual()

    public var isPlanned: Bool { plannedActivity != .zero || plannedCost != .zero }
    public var hasCome: Bool { activity != .zero || cost != .zero }
    /// Actual less planned.
    public var difference: Money { cost - plannedCost }
    public var activityDifference: ActivityAmount { activity - plannedActivity }

    public static func + (left: Self, right: Self) -> Self {
        Self(
            plannedActivity: left.plannedActivity + right.plannedActivity,
            plannedCost: left.plannedCost + right.plannedCost,
            activity: left.activity + right.activity, cost: left.cost + right.cost)
    }
    public static func += (left: inout Self, right: Self) { left = left + right }

    /// Only what was planned.
    var planned: Self { Self(plannedActivity: plannedActivity, plannedCost: plannedCost) }
    /// Only what came.
    var actual: Self { Self(activity: activity, cost: cost) }
}
