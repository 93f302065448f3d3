public import Vocabulary

/// What is raised with one provider at once, and all that came of it: sent, answered, concluded, credited, closed.
///
/// Facts are appended: an answer or a conclusion that was corrected stands behind the one that corrects it.
public struct ChallengeBundle: Hashable, Sendable {
    public let id: Slug
    public let provider: String
    public let commissioner: OrganisationCode
    /// The run of the rules that raised it, by digest.
    public let run: EvidenceID
    /// The rows as they were raised, with the rules' words, by digest.
    public let document: EvidenceID
    public let raisedOn: Day
    public let words: [ChallengeWords]
    /// By number, from 1.
    public var challenges: [Challenge]
    /// The last is the one that counts; an earlier one had an earlier deadline.
    public var sendings: [BundleSending] = []
    /// The files of answers that were taken in, in order.
    public var answerFiles: [EvidenceID] = []
    /// As they were recorded; a later one of the same number corrects the earlier.
    public var credits: [CreditNote] = []
    public var disputes: [BundleDispute] = []
    public var closing: BundleClosing?

    public init(
        id: Slug, provider: String, commissioner: OrganisationCode, run: EvidenceID, document: EvidenceID,
        raisedOn: Day, words: [ChallengeWords], challenges: [Challenge]
    ) {
        (self.id, self.provider, self.commissioner, self.run) = (id, provider, commissioner, run)
        (self.document, self.raisedOn, self.words, self.challenges) = (document, raisedOn, words, challenges)
    }

    public var sending: BundleSending? { sendings.last }
    public var openDispute: BundleDispute? { disputes.last.flatMap { $0.settlement == nil ? $0 : nil } }

    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Not sent yet.
        case raised
        /// The provider has not answered everything.
        case sent
        /// Everything that is open is answered; the commissioner concludes.
        case answered
        /// All is concluded, and not all that was agreed is credited.
        case concluded
        /// Nothing more is owed.
        case settled
        /// Between the first step of a dispute and its settlement.
        case disputed
        case closed

        public var inWords: String {
            switch self {
            case .raised: "raised"
            case .sent: "sent"
            case .answered: "answered"
            case .concluded: "concluded"
            case .settled: "settled"
            case .disputed: "in dispute"
            case .closed: "closed"
            }
        }
    }

    /// - Complexity: a look at each challenge.
    public var state: State {
        let open = challenges.lazy.filter(\.isOpen)
        return State(
            isClosed: closing != nil, isDisputed: openDispute != nil, isSent: sending != nil, open: open.count,
            awaited: open.count { $0.answer == nil }, isCredited: credited >= agreed)
    }

    /// What was agreed on all that is concluded.
    public var agreed: Money { challenges.map(\.agreed).total() }
    /// What the credit notes come to, each by its last record.
    public var credited: Money { standingCredits.map(\.amount).total() }

    /// Each credit note once, as it was recorded last, in the order of the first records.
    public var standingCredits: [CreditNote] {
        var places: [String: Int] = [:]
        var standing: [CreditNote] = []
        for credit in credits {
            if let place = places[credit.number] {
                standing[place] = credit
            } else {
                places[credit.number] = standing.count
                standing.append(credit)
            }
        }
        return standing
    }

    /// The day on which the last conclusion was made; nil while something is open.
    public var concludedOn: Day? {
        challenges.contains(where: \.isOpen) ? nil : challenges.compactMap { $0.conclusion?.on }.max()
    }

    /// The months that are in question, in order.
    public var months: [BundleMonth] {
        Set(challenges.map { BundleMonth(year: $0.raised.year, month: $0.raised.month) }).sorted()
    }

    /// A rule's words; the rule's own name where none were given.
    public func words(of rule: String) -> ChallengeWords {
        words.first { $0.rule == rule }
            ?? ChallengeWords(rule: rule, title: rule, letter: "", source: "", isVerified: false)
    }
}

/// A month of a financial year, as providers state it.
public struct BundleMonth: Hashable, Comparable, Sendable {
    public let year: FinancialYear
    /// 1 for April to 12 for March.
    public let month: Int

    public init(year: FinancialYear, month: Int) { (self.year, self.month) = (year, month) }

    public static func < (left: BundleMonth, right: BundleMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }

    /// `2025/26 M06`.
    public var description: String { "\(year) M\(month < 10 ? "0" : "")\(month)" }
    /// `September 2025`.
    public var inWords: String { year.month(month).inWords }
}

extension BundleMonth: CustomStringConvertible {}
