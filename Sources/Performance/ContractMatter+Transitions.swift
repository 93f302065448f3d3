public import Vocabulary

extension ContractMatter {
    /// From which state to which a matter may go, on which route, and by which act; from nil it begins.
    public static let transitions: [(route: Route, from: State?, by: String, to: State)] =
        [
            (.activity, nil, GiveEarlyWarning.name, .warned),
            (.activity, nil, IssueActivityQuery.name, .queried),
            (.activity, .warned, IssueActivityQuery.name, .queried),
            (.activity, .queried, HoldManagementMeeting.name, .met),
            (.activity, .queried, HoldManagementMeeting.name, .inReview),
            (.performance, nil, IssuePerformanceNotice.name, .notified),
            (.performance, .notified, HoldManagementMeeting.name, .met),
            (.performance, .notified, HoldManagementMeeting.name, .inReview),
            (.performance, .notified, HoldManagementMeeting.name, .immediate),
            (.performance, .immediate, ConcludeImmediateAction.name, .acted),
            (.performance, .immediate, ConcludeImmediateAction.name, .breached),
            (.performance, .breached, AgreeActionPlan.name, .planned),
            (.performance, .immediate, CloseMatter.name, .closed),
            (.performance, .acted, CloseMatter.name, .closed),
            (.performance, .breached, CloseMatter.name, .closed),
        ] + Route.allCases.flatMap(shared)
        + [
            (.performance, .planned, ReportException.name, .excepted),
            (.performance, .excepted, ReportException.name, .excepted),
            (.performance, .excepted, MeetMilestone.name, .excepted),
            (.performance, .excepted, MeetMilestone.name, .planned),
            (.performance, .excepted, WithholdPayment.name, .excepted),
            (.performance, .excepted, SettleWithheld.name, .excepted),
            (.performance, .planned, SettleWithheld.name, .planned),
            (.performance, .notified, CloseMatter.name, .closed),
            (.performance, .excepted, CloseMatter.name, .closed),
            (.activity, .warned, CloseMatter.name, .closed),
            (.activity, .queried, CloseMatter.name, .closed),
        ]

    private static func shared(_ route: Route) -> [(route: Route, from: State?, by: String, to: State)] {
        [
            (route, .inReview, CompleteReview.name, .reviewed), (route, .met, AgreeActionPlan.name, .planned),
            (route, .reviewed, AgreeActionPlan.name, .planned), (route, .planned, MeetMilestone.name, .planned),
            (route, .met, CloseMatter.name, .closed), (route, .inReview, CloseMatter.name, .closed),
            (route, .reviewed, CloseMatter.name, .closed), (route, .planned, CloseMatter.name, .closed),
        ]
    }

    /// The matter after an act, with its step.
    ///
    /// - Throws: `Refusal` of kind `rule`: `step-not-due` where the act is not open to a matter in this state,
    ///   `day-before-step` for a day before the last step; of kind `input`, `day-in-future`.
    func stepping(
        _ act: String, to next: State, on day: Day, _ words: String, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let from = steps.isEmpty ? nil : state
        guard
            ContractMatter.transitions.contains(where: {
                $0.route == route && $0.from == from && $0.by == act && $0.to == next
            })
        else {
            let open = Set(ContractMatter.transitions.filter { $0.route == route && $0.from == from }.map(\.by))
            throw Refusal(
                .rule, code: "step-not-due",
                "“\(id)” is \(route.inWords), \(state.inWords): \(act) is not open to it.",
                remedy: open.isEmpty ? "It is over." : "Open to it are \(open.sorted().joined(separator: ", ")).")
        }
        try refuseFuture(day, "The day of the step", at: moment)
        if let last = steps.last?.on, day < last {
            throw Refusal(
                .rule, code: "day-before-step",
                "The step is dated \(day.inWords), and the one before it \(last.inWords).",
                remedy: "Give the day on which it happened.")
        }
        var matter = self
        matter.state = next
        matter.due = nil
        matter.steps.append(Step(act: act, on: day, state: next, words: words))
        return matter
    }

    public func milestone(_ id: Slug) -> Milestone? { milestones.first { $0.id == id } }

    /// - Throws: `Refusal`, code `no-such-milestone`.
    func place(of milestone: Slug) throws(Refusal) -> Int {
        guard let place = milestones.firstIndex(where: { $0.id == milestone }) else {
            throw Refusal(
                .usage, code: "no-such-milestone", "“\(id)” has no milestone “\(milestone)”.",
                remedy: milestones.isEmpty ? "It has none." : "It has \(named(milestones.map(\.id))).")
        }
        return place
    }

    /// What is held back and not settled.
    public var withheld: Money { withholdings.filter { $0.settlement == nil }.map(\.amount).total() }
}
