import Markup
public import Priorities
public import Vocabulary

/// How a member says how much criteria matter, by form.
public enum WeighingWay: String, Hashable, Sendable, CaseIterable {
    case swing, rankOrder, pairwise, tradeOff

    var task: String {
        switch self {
        case .swing:
            """
            Think of something that is at its worst on all of these. Which one would you rather have at its best? Give \
            that 100, and judge the others against it: 50 matters half as much, 0 not at all.
            """
        case .rankOrder:
            """
            Give 1 to what matters most, 2 to the next, and so on. Give two the same place where they matter the same. \
            The order stands for one set of weights, the rank order centroid.
            """
        case .pairwise:
            """
            Take two at a time. Think of both at their worst: which would you rather have at its best, and how many \
            times as much does that matter? You see what follows before anything is recorded.
            """
        case .tradeOff:
            """
            Each question offers two improvements. Say which you would rather have. Nothing is recorded before you \
            have seen what follows from your answers.
            """
        }
    }

    /// The words of a link that leads to it.
    var offer: String {
        switch self {
        case .swing: "Give points from 0 to 100"
        case .rankOrder: "Put them in order"
        case .pairwise: "Compare them two at a time"
        case .tradeOff: "Answer questions: would you rather have this or that?"
        }
    }

    /// As the record names it.
    public var method: WeightsGiven.Method {
        switch self {
        case .swing: .swing
        case .rankOrder: .rankOrder
        case .pairwise: .pairwise
        case .tradeOff: .tradeOff
        }
    }

    /// What whoever runs the round chooses by.
    var choice: Choice {
        switch self {
        case .swing:
            Choice(rawValue, "Points from 0 to 100", hint: "For the step from worst to best. Quick and clear.")
        case .rankOrder:
            Choice(rawValue, "An order", hint: "Quickest, and least exact: the weights follow from the places.")
        case .pairwise:
            Choice(rawValue, "Pairs", hint: "How many times as much does one matter? For a few criteria.")
        case .tradeOff:
            Choice(rawValue, "Trade-off questions", hint: "Would you rather have this or that? Most careful, and long.")
        }
    }

    /// True where there is something to compare.
    func fits(_ criteria: [Criterion]) -> Bool {
        switch self {
        case .swing, .rankOrder: true
        case .pairwise, .tradeOff: criteria.count > 1
        }
    }
}

/// The criteria of one branch, weighed by one member: what all forms for it have in common.
public struct WeighingPlace: Sendable {
    public var work: RoundAtWork
    public var member: Member
    /// Nil for the top.
    public var branch: Slug?

    /// Tells which way a form weighs in.
    public static let wayField = "method"

    public init(_ work: RoundAtWork, _ member: Member, within branch: Slug?) {
        self.work = work
        self.member = member
        self.branch = branch
    }

    public var criteria: [Criterion] { work.round.children(of: branch) }

    /// What the member said of the branch; nil where nothing yet.
    public var held: WeightsGiven? { held(in: work.round) }

    public func held(in round: Round) -> WeightsGiven? {
        round.weights[member.id]?.first { $0.within == branch }
    }

    /// The way that was asked for; else the one that the member weighed in before, the one of the round, or points.
    public func way(asked: String?) -> WeighingWay {
        let way =
            asked.flatMap(WeighingWay.init(rawValue:)) ?? held.flatMap { WeighingWay(rawValue: $0.method.rawValue) }
            ?? work.round.weighing.flatMap { WeighingWay(rawValue: $0.rawValue) }
        guard let way, way.fits(criteria) else { return .swing }
        return way
    }

    var destination: Destination { RoundWork.weigh(branch).destination(in: work.id) }

    func title(_ criterion: Slug) -> String { work.round.criterion(criterion)?.title ?? criterion.description }

    var heading: String {
        guard let branch else { return "How much the criteria matter" }
        return "How much the criteria matter under “\(title(branch))”"
    }

    func button(_ conflict: WeightsGiven?) -> String { conflict == nil ? "Save" : "Save mine in its place" }

    /// A form in one of the ways, with what is on the record by now and the ways that there are besides.
    ///
    /// - Parameter conflict: what was recorded since the page was opened, where it is something else.
    func page(
        _ way: WeighingWay, parts: [Form.Part], kept: [Form.Kept] = [], button: Form.Button,
        others: [Form.Button] = [], before: [Html] = [], refusal: String? = nil, conflict: WeightsGiven? = nil
    ) -> FormPage {
        let form = Form(
            to: destination, token: work.token, id: "weights", label: heading, parts: parts,
            kept: [.init(WeighingPlace.wayField, way.rawValue)] + kept + [work.keptRevision], button: button,
            others: others, errors: [refusal, conflict.map { _ in WeighingPlace.changed }].compactMap(\.self))
        let further = WeighingWay.allCases.filter { $0 != way && $0.fits(criteria) }.map { other in
            Html.link(
                .text(other.offer),
                to: destination.adding(query: [(WeighingPlace.wayField, other.rawValue)]))
        }
        return FormPage(
            work, heading, above: .member,
            lede: [.paragraph(.text(way.task), class: "lede")] + recorded(way, conflict) + before, form: form,
            after: [.section(heading: 2, "Other ways to say it", id: "ways", [.list(further)])])
    }

    private static let changed = "What you said of these criteria was changed since you opened this page."

    private func recorded(_ way: WeighingWay, _ conflict: WeightsGiven?) -> [Html] {
        guard let held = conflict ?? held else { return [] }
        guard conflict != nil || held.method.rawValue != way.rawValue || way == .tradeOff else { return [] }
        return [
            .notification(
                .important,
                title: conflict != nil
                    ? "Recorded by now"
                    : held.method.rawValue == way.rawValue
                        ? "You have said it before" : "You have said it in another way",
                id: "recorded",
                [.paragraph(.text("On the record: \(words(held)). What you send here takes its place."))])
        ]
    }

    /// `points: Health gained 100, Wait 30`.
    public func words(_ given: WeightsGiven) -> String {
        switch given.method {
        case .swing:
            let points = (given.swings ?? []).map { "\(title($0.criterion)) \($0.points.forReading)" }
            return "points: \(points.joined(separator: ", "))"
        case .rankOrder:
            let groups = (given.order ?? []).map { $0.map(title).joined(separator: " and ") }
            return "in order: \(groups.joined(separator: ", then "))"
        case .pairwise: return "each pair compared\(parts(given))"
        case .bestWorstLinear, .bestWorstNonlinear: return "compared with the best and the worst\(parts(given))"
        case .tradeOff: return "answers to \(counted((given.claims ?? []).count, "question"))\(parts(given))"
        case .partial:
            return "what is known in part (\(counted((given.claims ?? []).count, "claim")))\(parts(given))"
        }
    }

    /// `: Health gained 60 %, Wait 40 %`; nothing where none follow.
    private func parts(_ given: WeightsGiven) -> String {
        guard let meant = try? MeantWeights(given, of: member.id, in: work.round) else { return "" }
        return ": " + meant.weights.map { "\(title($0.criterion)) \($0.weight.percentWords)" }.joined(separator: ", ")
    }
}
