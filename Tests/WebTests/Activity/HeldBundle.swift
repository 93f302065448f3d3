import Challenges
import Exemplar
import Files
import HTTPTypes
import Performance
import Store
import Tabular
import Vocabulary

@testable import Web

/// A bundle of six challenges in an empty system, raised at the keeper's commissioner.
struct HeldBundle {
    static let path = "/activity/bundles/rx1-2024-25-m06"
    static let id = Slug("rx1-2024-25-m06")!

    let served: Served
    var desk: ChallengeDesk { ChallengeDesk(served.store) }

    /// - Parameter commissioner: that asks; nil for that at which the keeper's people hold their roles.
    init(commissioner: OrganisationCode? = nil) throws {
        served = Served(store: try Store.inMemory())
        try served.store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: Served.author,
            at: Served.moment)
        func row(_ rule: String, _ number: Int, _ pence: Int, counted: Int? = nil) -> RaisedChallenge {
            RaisedChallenge(
                rule: rule, source: EvidenceID(bytes: Array(repeating: 7, count: 32)), row: number, relatedRow: nil,
                provider: "RX1", year: FinancialYear(startingIn: 2024), month: 6, amount: Money(pence: pence),
                atRisk: Money(pence: pence), counted: Money(pence: counted ?? pence), isDataOnly: false)
        }
        let run = ChallengeRun(
            digest: EvidenceID(bytes: Array(repeating: 8, count: 32)),
            words: [
                ChallengeWords(
                    rule: "CC01", title: "Not <b>ours</b>", letter: "We are not the payer & say so.", source: "CAM",
                    isVerified: true)
            ],
            challenges: [
                row("CC01", 2, 10_000), row("CC05", 3, 4_000), row("CC05", 4, 6_000), row("CC10", 2, 500, counted: 0),
                row("CC10", 5, 800), row("CC01", 6, 1_000),
            ])
        _ = try desk.raise(
            run, with: "RX1", commissioner: commissioner ?? served.commissioner, on: Day("2025-01-06")!,
            by: Served.author, at: Served.moment)
    }

    static let matter = Slug("rwx-waits")!

    /// A cost, and a matter that goes as far as money that is withheld, so that each table has a row of each kind.
    func begin() throws {
        try served.store.perform(
            RecordContractingCosts([
                ContractingCost(
                    on: Day("2025-01-07")!, provider: "RX1", rule: "CC05", bundle: HeldBundle.id, minutes: 90,
                    amount: Money(pence: 5_000), what: "Looking through")
            ]), by: Served.author, at: Served.moment)
        try served.store.perform(
            RecordContractingCosts([
                ContractingCost(on: Day("2025-01-07")!, amount: Money(pence: 900), what: "A fee entered twice")
            ]), by: Served.author, at: Served.moment)
        try served.store.perform(
            WithdrawContractingCosts([2], reason: "Entered twice."), by: Served.author, at: Served.moment)
        func act(_ act: any MatterAct) throws {
            _ = try MatterDesk(served.store).perform(act, by: Served.author, at: Served.moment)
        }
        let (id, provider) = (HeldBundle.matter, OrganisationCode("RWX")!)
        let milestone = ContractMatter.Milestone(id: Slug("theatre")!, what: "Open it", due: Day("2024-12-20")!)
        try act(IssuePerformanceNotice(matter: id, provider: provider, subject: "Waits", on: Day("2024-11-04")!))
        try act(
            HoldManagementMeeting(matter: id, on: Day("2024-11-11")!, outcome: "Agreed", isReviewAgreed: false))
        try act(AgreeActionPlan(matter: id, on: Day("2024-11-18")!, milestones: [milestone]))
        try act(ReportException(matter: id, milestone: milestone.id, on: Day("2025-01-06")!))
        let withheld = WithholdPayment(
            matter: id, milestone: milestone.id, month: Month(year: 2025, month: 1)!, amount: Money(pence: 500_000),
            monthlyValue: Money(pence: 100_000_000), on: Day("2025-01-06")!)
        let repaid = SettleWithheld(
            matter: id, milestone: milestone.id, settlement: .repaid, reason: "It was met, as was found later",
            on: Day("2025-01-06")!, rateHundredths: 825)
        for one in [withheld, repaid, withheld] as [any MatterAct] { try act(one) }
    }

    func bundle() throws -> ChallengeBundle { try desk.bundle(HeldBundle.id) }

    /// A day in three fields.
    static func day(_ text: String, _ name: String = "on") -> [(String, String)] {
        let parts = text.split(separator: "-").map { String(Int($0)!) }
        return [("\(name)-day", parts[2]), ("\(name)-month", parts[1]), ("\(name)-year", parts[0])]
    }

    /// The line at which the bundle stands now, as a form brings it.
    func seen() throws -> [(String, String)] { [("revision", "\(try desk.revision(of: HeldBundle.id))")] }

    func post(
        _ deed: String, _ fields: [(String, String)], on day: String, step: String? = "send",
        as account: String = "manager"
    ) async throws -> Reply {
        try await served.post(
            "\(HeldBundle.path)/\(deed)",
            try fields + HeldBundle.day(day) + seen() + (step.map { [("step", $0)] } ?? []), as: account)
    }

    func send() async throws -> Reply {
        try await post("send", [("contact", "Contract team"), ("again", "no")], on: "2025-01-06")
    }

    /// The workbook that was sent, filled in by challenge: answer, amount, reason.
    func workbook(_ answers: [Int: (String, String, String)]) throws -> [UInt8] {
        let bundle = try bundle()
        var form = AnswerForm.form(of: bundle, sending: bundle.sending)
        let first = form.sheets[0].columns.firstIndex(where: \.isOpen)!
        for (number, answer) in answers {
            form.sheets[0].rows[number - 1][first] = .text(answer.0)
            form.sheets[0].rows[number - 1][first + 1] = .text(answer.1)
            form.sheets[0].rows[number - 1][first + 2] = .text(answer.2)
        }
        return try WorkbookFile.bytes(form: form)
    }

    /// Sends a file to a form, as a browser does.
    func upload(
        _ deed: String, _ bytes: [UInt8], named name: String, on day: String?, as account: String = "manager",
        at path: String = HeldBundle.path
    ) async throws -> Reply {
        let fields =
            try [("csrf", "csrf-\(account)"), ("step", "check")] + (day.map { HeldBundle.day($0) } ?? []) + seen()
        var form = WrittenForm(parts: fields.map { .init(name: $0.0, bytes: Array($0.1.utf8)) })
        form.parts.append(.init(name: "file", fileName: name, bytes: bytes))
        return try await served.send(
            "\(path)/\(deed)", .post, cookies: ["remit": served.keeper.token(of: account)],
            headers: ["Content-Type": form.type], body: form.bytes)
    }

    /// Sends on what a page that was looked at keeps unseen.
    func confirm(_ deed: String, _ looked: Reply, at path: String = HeldBundle.path) async throws -> Reply {
        let pattern = /<input type="hidden" name="([^"]*)" value="([^"]*)">/
        let kept = looked.text.matches(of: pattern).map { (String($0.1), String($0.2)) }
            .filter { $0.0 != "csrf" && $0.0 != "step" }
        return try await served.post("\(path)/\(deed)", kept + [("step", "send")])
    }
}
