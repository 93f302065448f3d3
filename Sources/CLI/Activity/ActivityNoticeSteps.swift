import ArgumentParser
import Performance
import Tabular
import Vocabulary

struct NoticeMeetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meet", abstract: "Record the meeting that a notice asked for.",
        discussion: """
            Example: remit activity notice meet rwx-daycases --outcome "Coding changed; look at it together" --review
            """)

    @Option(help: "What was agreed.")
    var outcome: String

    @Flag(help: "A joint activity review, or a joint investigation, was agreed.")
    var review = false

    @Option(
        name: .customLong("review-by"),
        help: ArgumentHelp("By when it is to be done, as agreed.", valueName: "day"))
    var reviewBy: Day?

    @Option(
        name: .customLong("immediate"),
        help: ArgumentHelp("What an immediate action plan says is to be done (GC9).", valueName: "text"))
    var immediate: String?

    @Option(
        name: .customLong("action-by"), help: ArgumentHelp("By when it is to be done.", valueName: "day"))
    var actionBy: Day?

    @OptionGroup var options: NoticeOptions

    func validate() throws {
        if reviewBy != nil && !review { throw ValidationError("--review-by goes with --review.") }
        if (immediate == nil) != (actionBy == nil) {
            throw ValidationError("--immediate and --action-by go together.")
        }
    }

    func run() async throws {
        try options.perform {
            HoldManagementMeeting(
                matter: $0, on: $1, outcome: outcome, isReviewAgreed: review, reviewBy: reviewBy,
                immediateAction: immediate, actionBy: actionBy)
        }
    }
}

struct NoticeActionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: "Record what came of an immediate action plan.",
        discussion:
            "Example: remit activity notice action rwx-waits --breached --finding \"No second clinic was opened\"")

    @Flag(help: "It was carried out.")
    var done = false

    @Flag(help: "It was breached.")
    var breached = false

    @Option(help: "What was done, or what was not.")
    var finding: String

    @OptionGroup var options: NoticeOptions

    func validate() throws {
        if done == breached { throw ValidationError("Give either --done or --breached.") }
    }

    func run() async throws {
        try options.perform { ConcludeImmediateAction(matter: $0, on: $1, isDone: done, finding: finding) }
    }
}

struct NoticeReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Record that the joint review or investigation is done.")

    @Option(help: "What it found.")
    var finding: String

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform { CompleteReview(matter: $0, on: $1, finding: finding) }
    }
}

/// `theatre:2025-10-31:Open the second theatre`.
struct MilestoneArgument: ExpressibleByArgument {
    let milestone: ContractMatter.Milestone

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let id = Slug(parts[0]), let due = Day(parts[1]) else { return nil }
        milestone = ContractMatter.Milestone(id: id, what: String(parts[2]), due: due)
    }
}

struct NoticePlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Record the Activity Management Plan or Remedial Action Plan that was agreed.",
        discussion: """
            Example: remit activity notice plan rwx-daycases --milestone "theatre:2025-10-31:Open the second theatre"
            """)

    @Option(
        name: .customLong("milestone"), parsing: .singleValue,
        help: ArgumentHelp("SHORT-NAME:DAY:WHAT IS TO BE DONE (repeatable).", valueName: "milestone"))
    var milestones: [MilestoneArgument] = []

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform { AgreeActionPlan(matter: $0, on: $1, milestones: milestones.map(\.milestone)) }
    }
}

struct NoticeMilestoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestone", abstract: "Record that a milestone was met.")

    @Option(help: "Its short name.")
    var milestone: Slug

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform { MeetMilestone(matter: $0, milestone: milestone, on: $1) }
    }
}

struct NoticeExceptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exception", abstract: "Issue an exception report: a milestone was missed.")

    @Option(help: "Its short name.")
    var milestone: Slug

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform { ReportException(matter: $0, milestone: milestone, on: $1) }
    }
}

/// An amount as it is typed: `£1,250.50`.
struct PoundsArgument: ExpressibleByArgument {
    let money: Money

    init?(argument: String) {
        guard let money = Money(pounds: argument.first == "£" ? argument : "£\(argument)") else { return nil }
        self.money = money
    }
}

struct NoticeWithholdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withhold",
        abstract: "Hold money of a month back for a milestone that was missed, within the caps.",
        discussion: """
            Example: remit activity notice withhold rwx-waits --milestone theatre --month 2025-11 --amount 20,000 \
            --monthly-value 1,000,000
            """)

    @Option(help: "Its short name.")
    var milestone: Slug

    @Option(help: "Of which month: 2025-11.")
    var month: Month

    @Option(help: "In pounds.")
    var amount: PoundsArgument

    @Option(name: .customLong("monthly-value"), help: "The contract's Actual Monthly Value, in pounds.")
    var monthlyValue: PoundsArgument

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform {
            WithholdPayment(
                matter: $0, milestone: milestone, month: month, amount: amount.money, monthlyValue: monthlyValue.money,
                on: $1)
        }
    }
}

/// A rate of a year in per cent, as it is typed: `8.25`.
struct RateArgument: ExpressibleByArgument {
    let hundredths: Int

    init?(argument: String) {
        guard let hundredths = FixedPoint.hundredths(argument.last == "%" ? argument.dropLast() : argument[...]) else {
            return nil
        }
        self.hundredths = hundredths
    }
}

struct NoticeSettleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Say what becomes of what is withheld for a milestone.")

    @Option(help: "Its short name.")
    var milestone: Slug

    @Option(name: .customLong("outcome"), help: "released to the provider, retained for good, or repaid with interest.")
    var settlement: ContractMatter.Settlement

    @Option(help: ArgumentHelp("What a repayment bears a year, in per cent: 8.25.", valueName: "percent"))
    var rate: RateArgument?

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform {
            SettleWithheld(
                matter: $0, milestone: milestone, settlement: settlement, reason: reason, on: $1,
                rateHundredths: rate?.hundredths)
        }
    }
}

struct NoticeCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a matter; what is withheld is settled first.")

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var options: NoticeOptions

    func run() async throws {
        try options.perform { CloseMatter(matter: $0, reason: reason, on: $1) }
    }
}
