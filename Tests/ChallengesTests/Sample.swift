import Rulebook
import TestSupport
import Vocabulary

@testable import Challenges

/// A bundle of six challenges to RX1's bills, small enough to check by hand.
///
/// Row 2 breaks CC01 (£100 counts) and CC10 (£5, counted already). Row 3 breaks CC05: £40. Row 4 breaks CC05: £60. Row 5
/// breaks CC10: £8. Row 6 breaks CC25, which has no money.
enum Sample {
    static let author = Author("A. Tester")!
    static let moment = Moment(secondsSince1970: Day("2025-12-31")!.number * 86_400 + 43_200)
    static let file = EvidenceID(bytes: Array(repeating: 1, count: 32))
    static let bundle = Slug("rx1-2025-26-m06")!
    static let board = OrganisationCode("QXX")!
    static let calendar: WorkingDays = {
        let holidays = [
            BankHoliday(day: Day("2025-01-01")!, name: "New Year’s Day"),
            BankHoliday(day: Day("2025-12-25")!, name: "Christmas Day"),
            BankHoliday(day: Day("2025-12-26")!, name: "Boxing Day"),
            BankHoliday(day: Day("2026-01-01")!, name: "New Year’s Day"),
        ]
        do { return try WorkingDays(holidays: holidays) } catch { preconditionFailure("\(error)") }
    }()

    static func day(_ text: String) -> Day { Day(text)! }
    static func digest(_ number: UInt8) -> EvidenceID { EvidenceID(bytes: Array(repeating: number, count: 32)) }

    static func raised(
        _ rule: String, _ row: Int, _ pounds: Int, counted: Int? = nil, month: Int = 6, isDataOnly: Bool = false,
        provider: String = "RX1", source: EvidenceID = file, detail: String? = nil,
        record: String? = nil
    ) -> RaisedChallenge {
        let atRisk = isDataOnly ? Money.zero : Money(pence: pounds * 100)
        return RaisedChallenge(
            rule: rule, source: source, row: row, relatedRow: nil, provider: provider,
            year: FinancialYear(startingIn: 2025), month: month, amount: Money(pence: pounds * 100), atRisk: atRisk,
            counted: counted.map { Money(pence: $0 * 100) } ?? atRisk, isDataOnly: isDataOnly,
            detail: detail, record: record)
    }

    static let words = ["CC01", "CC05", "CC10", "CC25"].map { rule in
        ChallengeWords(
            rule: rule, title: "Title of \(rule)", letter: "What is wrong under \(rule).", source: "A source",
            isVerified: rule == "CC01")
    }

    static let run = ChallengeRun(
        digest: digest(9), words: words,
        challenges: [
            raised("CC01", 2, 100, detail: "Responsible: QHM (G-PRACTICE)"), raised("CC05", 3, 40),
            raised("CC05", 4, 60, month: 5),
            raised("CC10", 2, 5, counted: 0), raised("CC10", 5, 8), raised("CC25", 6, 70, isDataOnly: true),
        ])

    static func before(
        _ bundle: ChallengeBundle?, standing: [ChallengeKey: StandingChallenge] = [:]
    ) -> ChallengeBefore {
        ChallengeBefore(bundle: bundle, standing: standing, rulebook: .shipped, calendar: calendar)
    }

    static func done(
        _ act: some ChallengeAct, _ bundle: ChallengeBundle?, at moment: Moment = moment
    ) throws(Refusal) -> ChallengeBundle {
        try act.decide(before(bundle), by: author, at: moment)
    }

    static func raising(_ run: ChallengeRun = run, on text: String = "2025-11-03") -> RaiseChallenges {
        RaiseChallenges(
            bundle: bundle, provider: "RX1", commissioner: board, run: run, on: day(text), document: digest(8))
    }

    /// Sent on Monday 3 November 2025, to be answered by Monday 17 November.
    static func sending(on text: String = "2025-11-03", deadline: Day? = nil, reason: String? = nil) -> SendChallenges {
        SendChallenges(
            bundle: bundle, on: day(text), deadline: deadline, addressee: "Millrace Trust, Finance",
            contact: "Contract team, contracts@wexbourne.example",
            reason: reason)
    }

    static func answering(
        _ rows: [AnswerChallenges.Row], on text: String = "2025-11-10", file: UInt8 = 20
    ) -> AnswerChallenges {
        AnswerChallenges(
            bundle: bundle, source: digest(file), sourceName: "answers.xlsx", on: day(text), answers: rows,
            document: digest(7))
    }

    static func concluding(_ rows: [ConcludeChallenges.Row], on text: String = "2025-11-20") -> ConcludeChallenges {
        ConcludeChallenges(bundle: bundle, on: day(text), conclusions: rows, document: digest(6))
    }

    static func raisedBundle() throws -> ChallengeBundle { try done(raising(), nil) }
    static func sentBundle() throws -> ChallengeBundle { try done(sending(), raisedBundle()) }

    /// 1 rejected, 2 accepted, 3 part (£20), 5 accepted; 4 and 6 are not answered.
    static func answeredBundle() throws -> ChallengeBundle {
        try done(
            answering([
                .init(number: 1, kind: .rejected, reason: "The practice is ours.", evidence: "Letter of 4 May"),
                .init(number: 2, kind: .accepted),
                .init(number: 3, kind: .part, amount: Money(pence: 2_000), reason: "One of two attendances."),
                .init(number: 5, kind: .accepted),
            ]), sentBundle())
    }

    /// 1 withdrawn, so that row 2's money passes to 4, which is upheld at its £5; 2 and 5 upheld, 3 in part £30; 6 upheld.
    static func concludedBundle() throws -> ChallengeBundle {
        try done(
            concluding([
                .init(number: 1, outcome: .withdrawn, reason: "The practice was theirs."),
                .init(number: 2, outcome: .upheld, reason: "Accepted."),
                .init(number: 3, outcome: .part, amount: Money(pence: 3_000), reason: "Met halfway."),
                .init(number: 4, outcome: .upheld, reason: "Not answered in time."),
                .init(number: 5, outcome: .upheld, reason: "Accepted."),
                .init(number: 6, outcome: .upheld, reason: "Not answered in time."),
            ]), answeredBundle())
    }
}

/// The code of the refusal that something ends with; nil where it is done.
func refused(_ work: () throws -> Void) -> String? {
    do {
        try work()
        return nil
    } catch let refusal as Refusal {
        return refusal.code
    } catch {
        return "\(error)"
    }
}
