import Rulebook
import Vocabulary

@testable import Performance

/// Acts on a matter of a contract that many tests use.
extension Sample {
    static let id = Slug("rx1-daycases")!
    static let provider = OrganisationCode("RX1")!
    static let theatre = Slug("theatre")!
    static let waiting = Slug("waiting-list")!

    static func day(_ text: String) -> Day { Day(text)! }

    static let query = IssueActivityQuery(
        matter: id, provider: provider, subject: "Day cases 25 % over plan", on: day("2025-09-01"))
    static let notice = IssuePerformanceNotice(
        matter: id, provider: provider, subject: "Waits beyond plan", on: day("2025-09-01"))
    static let meeting = HoldManagementMeeting(
        matter: id, on: day("2025-09-10"), outcome: "A plan is needed", isReviewAgreed: false)
    static let plan = AgreeActionPlan(
        matter: id, on: day("2025-09-20"),
        milestones: [
            .init(id: theatre, what: "Open the second theatre", due: day("2025-10-31")),
            .init(id: waiting, what: "No wait beyond 52 weeks", due: day("2025-12-31")),
        ])
    static let exception = ReportException(matter: id, milestone: theatre, on: day("2025-11-03"))

    static func withholding(
        _ pounds: Int, of milestone: Slug = theatre, value: Int = 1_000_000, on text: String = "2025-11-10"
    ) -> WithholdPayment {
        WithholdPayment(
            matter: id, milestone: milestone, month: Month("2025-11")!, amount: Money(pence: pounds * 100),
            monthlyValue: Money(pence: value * 100), on: day(text))
    }

    static func before(_ matter: ContractMatter? = nil) -> MatterBefore {
        MatterBefore(matter: matter, rulebook: .shipped, calendar: .shipped)
    }

    /// What the acts make, each decided on what those before it made.
    static func matter(_ acts: [any MatterAct]) throws(Refusal) -> ContractMatter {
        let made = try ContractMatter.replaying(
            acts.map { ($0, author, moment) }, rulebook: .shipped, calendar: .shipped)
        guard let made else { throw .unknownMatter(id) }
        return made
    }

    static func code(_ acts: [any MatterAct]) -> String? { code { _ = try matter(acts) } }
}
