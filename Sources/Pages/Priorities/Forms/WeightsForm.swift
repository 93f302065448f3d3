import Markup
public import Priorities
public import Vocabulary

/// A member weighs the criteria of one branch: by swings, or by putting them in order.
public struct WeightsForm: Sendable {
    public var work: RoundAtWork
    public var member: Member
    /// Nil for the top.
    public var branch: Slug?
    public var method: Method

    public enum Method: String, Hashable, Sendable, CaseIterable {
        case swing, rankOrder
    }

    public static let methodField = "method"

    public init(_ work: RoundAtWork, _ member: Member, within branch: Slug?, method: Method) {
        self.work = work
        self.member = member
        self.branch = branch
        self.method = method
    }

    /// What the member said of the branch; nil where nothing yet.
    public static func held(_ member: Slug, within branch: Slug?, in round: Round) -> WeightsGiven? {
        round.weights[member]?.first { $0.within == branch }
    }

    public var criteria: [Criterion] { work.round.children(of: branch) }

    /// The form as it stands before anything is typed: with what was said before, where it was said in this way.
    public var blank: SentValues {
        let held = WeightsForm.held(member.id, within: branch, in: work.round)
        if let held, held.method.rawValue == method.rawValue { return written(held) }
        return SentValues([WeightsForm.methodField: [method.rawValue]])
    }

    /// What was said in another way than by swings or an order is left out.
    public func written(_ given: WeightsGiven) -> SentValues {
        var sent = SentValues([WeightsForm.methodField: [method.rawValue]])
        for swing in given.swings ?? [] { sent[field(swing.criterion)] = TypedNumber.written(swing.points) }
        for (place, group) in (given.order ?? []).enumerated() {
            for criterion in group { sent[field(criterion)] = "\(place + 1)" }
        }
        return sent
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> WeightsGiven {
        switch method {
        case .swing: try swings(sent)
        case .rankOrder: try order(sent)
        }
    }

    private func field(_ criterion: Slug) -> String { "\(method == .swing ? "points" : "place")-\(criterion)" }

    private func swings(_ sent: SentValues) throws(FieldErrors) -> WeightsGiven {
        var reader = FieldReader(sent)
        var swings: [WeightsGiven.Points] = []
        for criterion in criteria {
            let name = field(criterion.id)
            guard
                let points = reader.number(
                    name, missing: "Enter points for “\(criterion.title)”, 0 where it does not matter.")
            else { continue }
            if !(0...100).contains(points) { reader.refuse(name, "Points for “\(criterion.title)” are 0 to 100.") }
            swings.append(.init(criterion: criterion.id, points: points))
        }
        if reader.errors.isEmpty, let first = criteria.first, !swings.contains(where: { $0.points == 100 }) {
            reader.refuse(
                field(first.id), "Give 100 to the one that matters most, and judge the others against it.")
        }
        try reader.done()
        return WeightsGiven(within: branch, method: .swing, swings: swings)
    }

    private func order(_ sent: SentValues) throws(FieldErrors) -> WeightsGiven {
        var reader = FieldReader(sent)
        var places: [Int: [Slug]] = [:]
        for criterion in criteria {
            let name = field(criterion.id)
            guard let place = reader.count(name, missing: "Enter a place for “\(criterion.title)”, 1 for the first.")
            else { continue }
            if !(1...criteria.count).contains(place) {
                reader.refuse(name, "Places go from 1 to \(criteria.count).")
            }
            places[place, default: []].append(criterion.id)
        }
        try reader.done()
        return WeightsGiven(within: branch, method: .rankOrder, order: places.keys.sorted().map { places[$0] ?? [] })
    }

    /// - Parameter conflict: what was recorded since the page was opened, where it is something else.
    public func page(
        _ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil,
        conflict: WeightsGiven? = nil
    ) -> FormPage {
        let place = RoundWork.weigh(branch)
        let fields = criteria.map { criterion -> Form.Part in
            let name = field(criterion.id)
            return .field(
                Field(
                    name, label: criterion.title, hint: swing(of: criterion), error: errors.sentences[name],
                    kind: .number(value: sent[name])))
        }
        let form = Form(
            to: place.destination(in: work.id), token: work.token, id: "weights", label: heading, parts: fields,
            kept: [.init(WeightsForm.methodField, method.rawValue), work.keptRevision],
            button: .init(conflict == nil ? "Save" : "Save mine in its place"),
            errors: [refusal, conflict.map { _ in WeightsForm.changed }].compactMap(\.self))
        let other: Method = method == .swing ? .rankOrder : .swing
        let link = place.destination(in: work.id).adding(query: [(WeightsForm.methodField, other.rawValue)])
        return FormPage(
            work, heading, above: .member,
            lede: [.paragraph(.text(method.task), class: "lede")] + recorded(conflict)
                + [.paragraph(.link(.text(other.offer), to: link))], form: form)
    }

    private static let changed = "What you said of these criteria was changed since you opened this page."

    private func recorded(_ conflict: WeightsGiven?) -> [Html] {
        guard let held = conflict ?? WeightsForm.held(member.id, within: branch, in: work.round) else { return [] }
        guard conflict != nil || held.method.rawValue != method.rawValue else { return [] }
        return [
            .notification(
                .important, title: conflict == nil ? "You have said it in another way" : "Recorded by now",
                id: "recorded",
                [
                    .paragraph(
                        .text(
                            "On the record: \(WeightsForm.words(held, in: work.round)). What you send here takes its place."
                        ))
                ])
        ]
    }

    var heading: String {
        guard let branch else { return "How much the criteria matter" }
        return "How much the criteria matter under “\(work.round.criterion(branch)?.title ?? branch.description)”"
    }

    /// From the worst to the best that its scale knows; of a branch, what hangs on it.
    private func swing(of criterion: Criterion) -> String? {
        guard let scale = criterion.scale, let first = scale.anchors.first, let last = scale.anchors.last else {
            let under = work.round.children(of: criterion.id).map(\.title)
            return under.isEmpty ? nil : "All of it together: \(inList(under) ?? "")."
        }
        let (worst, best) = first.value < last.value ? (first, last) : (last, first)
        return "From \(anchor(worst, scale.unit)) to \(anchor(best, scale.unit))."
    }

    private func anchor(_ anchor: Priorities.Scale.Anchor, _ unit: String) -> String {
        let figure = "\(anchor.at.forReading) \(unit)"
        return anchor.meaning.isEmpty ? figure : "“\(anchor.meaning)” (\(figure))"
    }

    /// `by swings: Health gained 100, Wait 30`.
    public static func words(_ given: WeightsGiven, in round: Round) -> String {
        func title(_ id: Slug) -> String { round.criterion(id)?.title ?? id.description }
        switch given.method {
        case .swing:
            let points = (given.swings ?? []).map { "\(title($0.criterion)) \($0.points.forReading)" }
            return "points for the swings: \(points.joined(separator: ", "))"
        case .rankOrder:
            let groups = (given.order ?? []).map { $0.map(title).joined(separator: " and ") }
            return "in order: \(groups.joined(separator: ", then "))"
        case .pairwise: return "each pair compared"
        case .bestWorstLinear, .bestWorstNonlinear: return "compared with the best and the worst"
        case .tradeOff: return "answers to trade-off questions"
        case .partial: return "what is known in part (\(counted((given.claims ?? []).count, "claim")))"
        }
    }
}

extension WeightsForm.Method {
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
        }
    }

    var offer: String {
        switch self {
        case .swing: "Give points from 0 to 100 instead"
        case .rankOrder: "Put them in order instead"
        }
    }
}
