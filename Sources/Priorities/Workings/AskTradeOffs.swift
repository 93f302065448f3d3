public import Methods
public import Vocabulary

/// Asks a member which of two improvements they would rather have, until the answers say enough of their weights.
///
/// Each answer is one claim of the method `tradeOff`; the same member, criteria and answers give the same questions.
public struct AskTradeOffs: Sendable {
    /// The criteria that are weighed against one another, in the round's order.
    public let criteria: [Criterion]
    private let within: Slug?
    private var questions: TradeOffQuestions
    private var claims: [WeightsGiven.Claim] = []

    /// - Parameter within: the branch whose criteria are asked about; nil for the top.
    /// - Throws: `Refusal` where there is no such member or branch, or nothing to weigh.
    public init(_ round: Round, member: Slug, within: Slug? = nil) throws(Refusal) {
        guard round.member(member) != nil else {
            throw Refusal(
                .input, code: "unknown-member", "“\(member)” is not on the panel of “\(round.title)”.",
                remedy: "The members are \(round.members.map(\.id.description).joined(separator: ", ")).")
        }
        criteria = round.children(of: within)
        guard criteria.count > 1 else {
            throw Refusal(
                .input, code: "nothing-to-weigh",
                "There are no two criteria \(within.map { "under “\($0)”" } ?? "at the top") to weigh.",
                remedy: "Name a branch of the criteria with --within.")
        }
        self.within = within
        let letters = Array("\(round.id) \(member) \(within?.description ?? "")".utf8)
        let seed = letters.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        do {
            questions = try TradeOffQuestions(criteria: criteria.count, seed: seed)
        } catch {
            throw error.refusal(naming: criteria.map(\.title))
        }
    }

    /// The most questions that will be asked.
    public var most: Int { TradeOffQuestions.count(criteria: criteria.count) }

    /// Nil when enough is known.
    public var question: TradeOffQuestions.Question? { questions.next() }

    /// The two improvements of a question, in words.
    public func choices(of question: TradeOffQuestions.Question) -> (first: String, second: String) {
        (
            words(question.first, part: question.firstPart),
            words(question.second, part: question.secondPart)
        )
    }

    private func words(_ place: Int, part: Double) -> String {
        let criterion = criteria[place]
        let share = Int((part * 100).rounded())
        let way = share >= 100 ? "all of the way" : "\(max(1, share)) % of the way"
        guard let anchors = criterion.scale?.anchors, let first = anchors.first, let last = anchors.last else {
            return "\(criterion.title): \(way) from the worst to the best"
        }
        let (worst, best) = first.value < last.value ? (first, last) : (last, first)
        return "\(criterion.title): \(way) from “\(worst.meaning)” to “\(best.meaning)”"
    }

    /// Takes the answer to the question that was asked.
    ///
    /// - Throws: `Refusal` where it cannot hold together with the answers before.
    public mutating func take(
        _ answer: TradeOffQuestions.Answer, to question: TradeOffQuestions.Question
    ) throws(Refusal) {
        do {
            questions = try questions.answering(question, answer)
        } catch {
            throw error.refusal(naming: criteria.map(\.title))
        }
        let (first, second) = (criteria[question.first].id, criteria[question.second].id)
        let claim: WeightsGiven.Claim =
            switch answer {
            case .first: .init(kind: .between, first: second, second: first, low: 0, high: 1 / question.ratio)
            case .second: .init(kind: .between, first: first, second: second, low: 0, high: question.ratio)
            case .same: .init(kind: .exactly, first: first, second: second, low: question.ratio)
            }
        claims.append(claim)
    }

    /// What the answers say, as the member's weights.
    public var given: WeightsGiven { WeightsGiven(within: within, method: .tradeOff, claims: claims) }
}
