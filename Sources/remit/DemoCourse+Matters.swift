import Performance
import Rulebook
import Store
import Vocabulary

/// Matters of notices in the demonstration, each at another step.
extension DemoCourse {
    /// - Parameter providers: those that ran over plan for months on end, as the rules found.
    /// - Returns: how many matters were begun.
    func begin(overPlan providers: [String]) throws -> Int {
        let over = Set(providers).sorted().compactMap { OrganisationCode($0) }
        func provider(_ place: Int, or code: String) -> OrganisationCode {
            over.indices.contains(place) ? over[place] : OrganisationCode(code)!
        }
        try missedMilestone(with: provider(0, or: "XA2"))
        try review(with: provider(1, or: "XB3"))
        try shortfall(with: provider(2, or: "XC4"))
        try query(with: provider(3, or: "XA5"))
        try warning(with: provider(4, or: "XD2"))
        return try MatterDesk(store).matters().count
    }

    private func act(_ act: any MatterAct) throws {
        _ = try MatterDesk(store).perform(act, by: author, at: moment)
    }

    private func name(_ provider: OrganisationCode, _ words: String) -> Slug {
        Slug("\(provider.description.lowercased())-\(words)")!
    }

    /// Performance with a plan: one milestone met, one missed with money withheld, and one that is past its day.
    private func missedMilestone(with provider: OrganisationCode) throws {
        let matter = name(provider, "clinic-letters")
        try act(
            IssuePerformanceNotice(
                matter: matter, provider: provider, subject: "Letters after clinics leave later than ten days",
                on: ago(62)))
        try act(
            HoldManagementMeeting(
                matter: matter, on: ago(54), outcome: "Both look at three clinics together", isReviewAgreed: true))
        try act(
            CompleteReview(
                matter: matter, on: ago(41), finding: "Typing waits for one contractor; no clinic has a substitute"))
        let (typists, template, backlog) = (Slug("typists")!, Slug("template")!, Slug("backlog")!)
        try act(
            AgreeActionPlan(
                matter: matter, on: ago(36),
                milestones: [
                    .init(id: typists, what: "A second contractor for typing", due: ago(24)),
                    .init(id: template, what: "One short letter for all clinics", due: ago(13)),
                    .init(id: backlog, what: "No letter older than ten days", due: ago(3)),
                ]))
        try act(MeetMilestone(matter: matter, milestone: typists, on: ago(25)))
        try act(ReportException(matter: matter, milestone: template, on: ago(11)))
        let missed = try ago(13)
        try act(
            WithholdPayment(
                matter: matter, milestone: template, month: missed.month, amount: Money(pence: 124_000),
                monthlyValue: Money(pence: 7_431_000), on: ago(10)))
    }

    /// Activity that is looked at together.
    private func review(with provider: OrganisationCode) throws {
        let matter = name(provider, "over-plan")
        try act(
            GiveEarlyWarning(
                matter: matter, provider: provider, subject: "More activity than planned, three months running",
                on: ago(29)))
        try act(
            IssueActivityQuery(
                matter: matter, provider: provider, subject: "Which referrals and which clinics explain the rise?",
                on: ago(22)))
        try act(
            HoldManagementMeeting(
                matter: matter, on: ago(14), outcome: "Referrals and coding are looked at together",
                isReviewAgreed: true, reviewBy: calendar.day(6, after: today)))
    }

    /// Performance that was met about, and whose plan is to be agreed.
    private func shortfall(with provider: OrganisationCode) throws {
        let matter = name(provider, "data-quality")
        try act(
            IssuePerformanceNotice(
                matter: matter, provider: provider, subject: "Rows of monitoring without a practice", on: ago(12)))
        try act(
            HoldManagementMeeting(
                matter: matter, on: ago(5), outcome: "The provider proposes a plan within two weeks",
                isReviewAgreed: false))
    }

    private func query(with provider: OrganisationCode) throws {
        try act(
            IssueActivityQuery(
                matter: name(provider, "follow-ups"), provider: provider,
                subject: "More follow-up attendances than agreed", on: ago(4)))
    }

    private func warning(with provider: OrganisationCode) throws {
        try act(
            GiveEarlyWarning(
                matter: name(provider, "emergency"), provider: provider,
                subject: "Emergency attendances rise faster than planned", on: ago(2)))
    }
}
