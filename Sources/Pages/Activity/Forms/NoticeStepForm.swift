public import Markup
public import Performance
public import Vocabulary

/// Asks for one step of a matter: each asks for what its act needs.
public struct NoticeStepForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var matter: ContractMatter
    public var step: NoticeDeed.Step
    public var today: Day

    public init(_ filled: SentValues = SentValues(), matter: ContractMatter, step: NoticeDeed.Step, today: Day) {
        (self.filled, self.matter, self.step, self.today) = (filled, matter, step, today)
    }

    /// The act, whatever its kind.
    public struct Answer: Hashable, Sendable {
        public let act: any MatterAct

        public static func == (left: Answer, right: Answer) -> Bool { AnyHashable(left.act) == AnyHashable(right.act) }

        public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(act)) }
    }

    /// How many milestones a plan may be given at once.
    private static let most = 6

    public var parts: [Form.Part] { own + [day("on", "On which day?")] }

    private var own: [Form.Part] {
        let route = matter.route
        switch step {
        case .query: return [line("subject", "What is asked?")]
        case .meet:
            return [
                words("outcome", "What was agreed?", rows: 3),
                boxes(
                    "review", "Was a review agreed?", [Choice("yes", "A \(route.reviewName) was agreed")]),
                day(
                    "reviewBy", "By when is it to be done?",
                    hint: route == .performance
                        ? "Leave it empty for the last day that the rule allows."
                        : "Leave it empty where no day was agreed."),
            ]
                + (route == .performance
                    ? [
                        words(
                            "action", "Which immediate action was agreed?",
                            hint: "What an immediate action plan says; leave it empty where there is none.", rows: 2),
                        day("actionBy", "By when is the action to be done?"),
                    ] : [])
        case .action:
            return [
                radios(
                    "result", "What came of it?",
                    [Choice("done", "It was carried out"), Choice("breached", "It was breached")]),
                words("finding", "What was done, or what was not?", rows: 3),
            ]
        case .review: return [words("finding", "What did it find?", rows: 3)]
        case .plan:
            return (1...Self.most).map { number in
                .fieldset(
                    legend: "Milestone \(number)", hint: number == 1 ? "Leave those empty that are not needed." : nil,
                    [line("what\(number)", "What is to be done?"), day("due\(number)", "By when?")])
            }
        case .milestone: return [milestones("Which milestone was met?") { $0.metOn == nil }]
        case .exception: return [milestones("Which milestone was missed?") { $0.canBeReported(on: today) }]
        case .withhold:
            return [
                milestones("For which milestone?") { $0.missedOn != nil && $0.metOn == nil },
                menu("month", "Money of which month?", months.map { Choice($0.description, $0.inWords) }),
                money("amount", "How much is withheld?"),
                money("monthlyValue", "What is the contract’s Actual Monthly Value?", hint: "In that month"),
            ]
        case .settle:
            let withheld = Set(matter.withholdings.filter(\.canBeRepaid).map(\.milestone))
            return [
                milestones("Withheld for which milestone?") { withheld.contains($0.id) },
                radios(
                    "settlement", "What becomes of it?",
                    [
                        Choice("released", "It is released to the provider"), Choice("retained", "It is kept for good"),
                        Choice("repaid", "It was withheld wrongly, and is repaid with interest"),
                    ]),
                field(
                    "rate", "At which yearly rate, in per cent?",
                    hint: "As the contract names it, such as 8.25; leave it empty where nothing is repaid.",
                    .number(value: filled.text("rate"))),
                words("reason", "Why?", rows: 2),
            ]
        case .close: return [words("reason", "Why is it closed?", rows: 2)]
        }
    }

    private func milestones(_ label: String, _ isAsked: (ContractMatter.Milestone) -> Bool) -> Form.Part {
        menu(
            "milestone", label,
            matter.milestones.filter(isAsked).map { Choice($0.id.description, "\($0.what), by \($0.due.inWords)") })
    }

    /// The last two years, the latest first.
    private var months: [Month] { (0..<24).map { today.month.adding(months: -$0) } }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let on = reader.day("on", missing: "Enter the day.")
        let act = act(&reader, on: on ?? today)
        guard reader.errors.isEmpty, on != nil else { return nil }
        return act.map { Answer(act: $0) }
    }

    private func act(_ reader: inout FieldReader, on: Day) -> (any MatterAct)? {
        let id = matter.id
        switch step {
        case .query:
            return reader.line("subject", missing: "Say what is asked.").map {
                IssueActivityQuery(matter: id, provider: matter.provider, subject: $0, on: on)
            }
        case .meet:
            let outcome = reader.words("outcome", missing: "Say what was agreed.", atMost: 2_000)
            let isReview = reader.isTicked("review")
            let by = reader.day("reviewBy")
            if by != nil, !isReview { reader.refuse("review", "Tick it where a day for it was agreed.") }
            let (action, actionBy) = (reader.words("action", atMost: 2_000), reader.day("actionBy"))
            if actionBy != nil, action == nil { reader.refuse("action", "Say what is to be done by that day.") }
            return outcome.map {
                HoldManagementMeeting(
                    matter: id, on: on, outcome: $0, isReviewAgreed: isReview, reviewBy: isReview ? by : nil,
                    immediateAction: action, actionBy: actionBy)
            }
        case .action:
            let result = reader.text("result", missing: "Choose what came of it.")
            return reader.words("finding", missing: "Say what was done, or what was not.", atMost: 2_000).map {
                ConcludeImmediateAction(matter: id, on: on, isDone: result == "done", finding: $0)
            }
        case .review:
            return reader.words("finding", missing: "Say what it found.", atMost: 2_000).map {
                CompleteReview(matter: id, on: on, finding: $0)
            }
        case .plan: return AgreeActionPlan(matter: id, on: on, milestones: plan(&reader))
        case .milestone:
            return reader.name("milestone", missing: "Choose the milestone.").map {
                MeetMilestone(matter: id, milestone: $0, on: on)
            }
        case .exception:
            return reader.name("milestone", missing: "Choose the milestone.").map {
                ReportException(matter: id, milestone: $0, on: on)
            }
        case .withhold: return withholding(&reader, on: on)
        case .settle:
            let milestone = reader.name("milestone", missing: "Choose the milestone.")
            let settlement = reader.choice(
                "settlement", as: ContractMatter.Settlement.self, missing: "Choose what becomes of it.")
            let reason = reader.words("reason", missing: "Give the reason in a sentence.", atMost: 1_000)
            let rate = reader.hundredths(
                "rate", in: 0...10_000, else: "Enter a rate from 0 to 100 with two decimals at most.")
            guard let milestone, let settlement, let reason else { return nil }
            return SettleWithheld(
                matter: id, milestone: milestone, settlement: settlement, reason: reason, on: on, rateHundredths: rate)
        case .close:
            return reader.words("reason", missing: "Give the reason in a sentence.", atMost: 1_000).map {
                CloseMatter(matter: id, reason: $0, on: on)
            }
        }
    }

    private func withholding(_ reader: inout FieldReader, on: Day) -> (any MatterAct)? {
        let milestone = reader.name("milestone", missing: "Choose the milestone.")
        let month = Month(reader.text("month", missing: "Choose the month."))
        if month == nil { reader.refuse("month", "Choose the month.") }
        let amount = reader.amount("amount", missing: "Enter how much.")
        let value = reader.amount("monthlyValue", missing: "Enter the Actual Monthly Value.")
        guard let milestone, let month, let amount, let value else { return nil }
        return WithholdPayment(
            matter: matter.id, milestone: milestone, month: month, amount: amount, monthlyValue: value, on: on)
    }

    /// Each with a short name of its own, made of its words.
    private func plan(_ reader: inout FieldReader) -> [ContractMatter.Milestone] {
        var milestones: [ContractMatter.Milestone] = []
        for number in 1...Self.most {
            let what = reader.line("what\(number)")
            let due = reader.day("due\(number)", missing: what == nil ? nil : "Enter the day.")
            guard let what else {
                if due != nil { reader.refuse("what\(number)", "Say what is to be done by that day.") }
                continue
            }
            guard let due else { continue }
            let made = ShortName.made(of: what) ?? Slug("milestone-\(number)")!
            let isTaken = milestones.contains { $0.id == made }
            milestones.append(.init(id: isTaken ? Slug("milestone-\(number)")! : made, what: what, due: due))
        }
        if milestones.isEmpty { reader.refuse("what1", "Give at least one milestone with its day.") }
        return milestones
    }

    /// Nothing but the day is the same for all of them.
    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("on", answer.act.on)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "day-in-future", "day-before-step", "no-calendar": "on"
        case "no-such-milestone", "milestone-met", "exception-reported", "milestone-not-due", "no-exception",
            "nothing-withheld":
            "milestone"
        case "review-before-meeting", "review-too-late": "reviewBy"
        case "withheld-beyond-milestone", "withheld-beyond-plan", "amount-out-of-range": "amount"
        case "monthly-value-differs": "monthlyValue"
        case "milestone-before-plan", "no-milestones": "what1"
        case "no-reason", "withheld-open": "reason"
        case "two-outcomes": "action"
        case "action-without-day", "action-before-meeting": "actionBy"
        case "action-not-due": "on"
        case "rate-missing", "rate-not-due", "rate-out-of-range": "rate"
        default: nil
        }
    }
}
