import Markup
public import Priorities
import Vocabulary

/// A member weighs the criteria of one branch by points for the swings, or by putting them in order.
public struct WeightsForm: Sendable {
    public var place: WeighingPlace
    public var method: Method

    public enum Method: Hashable, Sendable, CaseIterable {
        case swing, rankOrder

        var way: WeighingWay { self == .swing ? .swing : .rankOrder }
    }

    public init(_ place: WeighingPlace, method: Method) {
        self.place = place
        self.method = method
    }

    public var criteria: [Criterion] { place.criteria }

    /// The form as it stands before anything is typed: with what was said before, where it was said in this way.
    public var blank: SentValues {
        guard let held = place.held, held.method.rawValue == method.way.rawValue else { return SentValues() }
        return written(held)
    }

    /// What was said in another way than by swings or an order is left out.
    public func written(_ given: WeightsGiven) -> SentValues {
        var sent = SentValues()
        for swing in given.swings ?? [] { sent[field(swing.criterion)] = TypedNumber.written(swing.points) }
        for (number, group) in (given.order ?? []).enumerated() {
            for criterion in group { sent[field(criterion)] = "\(number + 1)" }
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
        return WeightsGiven(within: place.branch, method: .swing, swings: swings)
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
        return WeightsGiven(
            within: place.branch, method: .rankOrder, order: places.keys.sorted().map { places[$0] ?? [] })
    }

    /// - Parameter conflict: what was recorded since the page was opened, where it is something else.
    public func page(
        _ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil,
        conflict: WeightsGiven? = nil
    ) -> FormPage {
        let fields = criteria.map { criterion -> Form.Part in
            let name = field(criterion.id)
            return .field(
                Field(
                    name, label: criterion.title, hint: swing(of: criterion), error: errors.sentences[name],
                    kind: .number(value: sent[name])))
        }
        return place.page(
            method.way, parts: fields, button: .init(place.button(conflict)), refusal: refusal, conflict: conflict)
    }

    /// From the worst to the best that its scale knows; of a branch, what hangs on it.
    private func swing(of criterion: Criterion) -> String? {
        guard let scale = criterion.scale, let first = scale.anchors.first, let last = scale.anchors.last else {
            let under = place.work.round.children(of: criterion.id).map(\.title)
            return under.isEmpty ? nil : "All of it together: \(inList(under) ?? "")."
        }
        let (worst, best) = first.value < last.value ? (first, last) : (last, first)
        return "From \(anchor(worst, scale.unit)) to \(anchor(best, scale.unit))."
    }

    private func anchor(_ anchor: Priorities.Scale.Anchor, _ unit: String) -> String {
        let figure = "\(anchor.at.forReading) \(unit)"
        return anchor.meaning.isEmpty ? figure : "“\(anchor.meaning)” (\(figure))"
    }
}
