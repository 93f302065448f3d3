import Access
import Assessments
import Challenges
import Governance
import Pages
import Performance
import Priorities
import Rulebook
import Store
import Vocabulary

/// Everything that waits for an account on a day, for its home page, for programs and for messages alike: what rounds,
/// meetings and registers ask of it, and the work of needs assessments and contracts that its roles let it do.
struct WaitingWork {
    let store: Store
    let rules: AccessRules

    /// - Returns: what goes on now first, then by day, then the rest.
    func items(
        for account: Account, on day: Day, rounds: [Round], governance: GovernanceBook
    ) throws -> [Waiting] {
        let asked = WaitingList(
            for: account, on: day, by: rules, rounds: rounds, governance: governance, rulebook: .shipped)
        return try WaitingList.inOrder(
            asked.items + inAssessments(account, on: day) + inContracts(account, on: day))
    }

    /// Reported gaps that wait for whoever keeps needs assessments.
    private func inAssessments(_ account: Account, on day: Day) throws -> [Waiting] {
        let reach = rules.reach(of: account, .keepAssessments, on: day)
        guard !reach.isNowhere else { return [] }
        return try AssessmentDesk(store).assessments().compactMap { assessment in
            let count = assessment.waitingGaps.count
            guard count > 0, reach.covers(assessment.commissioner) else { return nil }
            let gaps = count == 1 ? "a reported gap" : "\(count) reported gaps"
            return Waiting(.lookAtGaps, "Look at \(gaps): \(assessment.title)", .assessment(.one(assessment.id)))
        }
    }

    /// Bundles of challenges and matters of notices, for whoever works on them: those that wait for the commissioner, and
    /// those on which the provider is late.
    private func inContracts(_ account: Account, on day: Day) throws -> [Waiting] {
        let reach = rules.reach(of: account, .editActivity, on: day)
        guard !reach.isNowhere else { return [] }
        let desk = ChallengeDesk(store)
        let tasks = try desk.heads().filter { reach.covers($0.commissioner) }
            .compactMap { BundleTask(of: $0, on: day, deadlines: desk.deadlines) }
            .filter { $0.party != .provider || $0.isLate }
        let steps = try MatterDesk(store).matters().compactMap(\.waiting)
            .filter { $0.party != .provider || $0.isOverdue(on: day) }
        var waiting: [Waiting] = []
        if !tasks.isEmpty {
            waiting.append(
                Waiting(
                    .stepBundles,
                    tasks.count == 1
                        ? "Take a bundle of challenges a step on"
                        : "Take \(tasks.count) bundles of challenges a step on",
                    .challenges(.bundles), due: tasks.compactMap(\.until).min()))
        }
        if !steps.isEmpty {
            waiting.append(
                Waiting(
                    .stepMatters,
                    steps.count == 1
                        ? "Take the next step under a notice" : "Take the next step under \(steps.count) notices",
                    .notices(.all), due: steps.compactMap(\.by).min()))
        }
        return waiting
    }
}
