import Methods
import Vocabulary

extension WeightsGiven {
    /// From equal importance to the most extreme.
    struct JudgementScale {
        var least: Int
        var most: Int
    }

    /// Refuses what its method could not make weights of.
    func check(against round: Round, judgements scale: JudgementScale) throws(Refusal) {
        let children = round.children(of: within)
        guard !children.isEmpty else {
            let branches = round.branches.compactMap(\.self)
            throw Refusal(
                .input, code: "no-such-branch",
                "“\(within.map(\.description) ?? "")” is no criterion on which others hang.",
                remedy: branches.isEmpty
                    ? "All criteria are at the top: leave `within` out."
                    : "Weigh at the top, or under \(named(branches)).")
        }
        try refuseOtherFields()
        let names = children.map(\.id)
        switch method {
        case .swing: try checkSwings(among: names)
        case .rankOrder: try checkOrder(among: names)
        case .pairwise: try checkJudgements(among: names, scale: scale)
        case .bestWorstLinear, .bestWorstNonlinear: try checkBestWorst(among: names, scale: scale)
        case .tradeOff, .partial: try checkClaims(among: children)
        }
    }

    private var place: String { within.map { "under “\($0)”" } ?? "at the top" }

    private func refused(_ code: String, _ words: String, _ remedy: String) -> Refusal {
        Refusal(.input, code: code, "Weights \(place): \(words).", remedy: remedy)
    }

    private func refuseOtherFields() throws(Refusal) {
        let isBestWorst = method == .bestWorstLinear || method == .bestWorstNonlinear
        let fields: [(name: String, isFilled: Bool, isWanted: Bool)] = [
            ("swings", swings != nil, method == .swing), ("order", order != nil, method == .rankOrder),
            ("judgements", judgements != nil, method == .pairwise), ("best", best != nil, isBestWorst),
            ("worst", worst != nil, isBestWorst), ("bestToOthers", bestToOthers != nil, isBestWorst),
            ("othersToWorst", othersToWorst != nil, isBestWorst),
            ("claims", claims != nil, method == .tradeOff || method == .partial),
        ]
        if let field = fields.first(where: { $0.isFilled != $0.isWanted }) {
            throw refused(
                "weights-fields",
                field.isWanted
                    ? "`\(field.name)` is missing, which the method \(method.rawValue) needs"
                    : "`\(field.name)` is given, of which the method \(method.rawValue) makes no use",
                "Fill the fields of one method.")
        }
    }

    /// Refuses where the criteria named are not those of the branch, each once.
    private func checkComplete(_ named: [Slug], among names: [Slug]) throws(Refusal) {
        if let unknown = named.first(where: { !names.contains($0) }) {
            throw refused(
                "weights-unknown-criterion", "“\(unknown)” is no criterion \(place)",
                "The criteria there are \(Vocabulary.named(names)).")
        }
        if let twice = twice(named) {
            throw refused("weights-criterion-twice", "“\(twice)” stands twice", "Name each criterion once.")
        }
        let missing = names.filter { !named.contains($0) }
        guard missing.isEmpty else {
            throw refused(
                "weights-incomplete", "\(Vocabulary.named(missing)) \(missing.count == 1 ? "is" : "are") missing",
                "Name every criterion \(place); what does not matter at all can be given last or as nothing.")
        }
    }

    private func checkSwings(among names: [Slug]) throws(Refusal) {
        let swings = swings ?? []
        try checkComplete(swings.map(\.criterion), among: names)
        for swing in swings where !(0...SwingWeights.largest).contains(swing.points) {
            throw refused(
                "swing-range", "the swing of “\(swing.criterion)” is \(number(swing.points))",
                "Swings are 0 to \(number(SwingWeights.largest)).")
        }
        guard swings.contains(where: { $0.points == SwingWeights.largest }) else {
            throw refused(
                "swing-largest", "no swing is \(number(SwingWeights.largest))",
                "Give \(number(SwingWeights.largest)) to the swing that matters most and judge the others against it.")
        }
    }

    private func checkOrder(among names: [Slug]) throws(Refusal) {
        let order = order ?? []
        guard !order.contains(where: \.isEmpty) else {
            throw refused("order-empty-group", "a place in the order is empty", "Leave the empty group out.")
        }
        try checkComplete(order.flatMap(\.self), among: names)
    }

    private func check(_ times: Double, of what: String, scale: JudgementScale) throws(Refusal) {
        guard times == times.rounded(), (Double(scale.least)...Double(scale.most)).contains(times) else {
            throw refused(
                "judgement-range", "\(what) is judged \(number(times)) times",
                "Judgements are whole numbers from \(scale.least) to \(scale.most).")
        }
    }

    private func checkJudgements(among names: [Slug], scale: JudgementScale) throws(Refusal) {
        let most = PreferenceTables.shipped.pairwiseRandomIndex.count
        guard names.count <= most else {
            throw refused(
                "too-many-to-compare",
                "\(names.count) criteria are compared two by two, and how well judgements agree can be told of \(most) "
                    + "at most", "Group the criteria in branches, or weigh them in another way.")
        }
        var judged: Set<Set<Slug>> = []
        for judgement in judgements ?? [] {
            for criterion in [judgement.more, judgement.less] where !names.contains(criterion) {
                throw refused(
                    "weights-unknown-criterion", "“\(criterion)” is no criterion \(place)",
                    "The criteria there are \(named(names)).")
            }
            guard judgement.more != judgement.less else {
                throw refused(
                    "judgement-of-itself", "“\(judgement.more)” is compared with itself", "Leave that judgement out.")
            }
            try check(
                Double(judgement.times), of: "“\(judgement.more)” against “\(judgement.less)”", scale: scale)
            guard judged.insert([judgement.more, judgement.less]).inserted else {
                throw refused(
                    "pair-twice", "“\(judgement.more)” and “\(judgement.less)” are judged twice",
                    "Judge each pair once.")
            }
        }
        for (index, first) in names.enumerated() {
            for second in names[(index + 1)...] where !judged.contains([first, second]) {
                throw refused(
                    "pair-missing", "“\(first)” and “\(second)” are not judged", "Judge each pair once.")
            }
        }
    }

    private func checkBestWorst(among names: [Slug], scale: JudgementScale) throws(Refusal) {
        guard let best, let worst, best != worst, names.contains(best), names.contains(worst) else {
            throw refused(
                "best-worst", "the best and the worst must be two different criteria \(place)",
                "The criteria there are \(named(names)).")
        }
        for (list, pivot) in [(bestToOthers ?? [], best), (othersToWorst ?? [], worst)] {
            let stated = list.map(\.criterion)
            try checkComplete(stated.contains(pivot) ? stated : stated + [pivot], among: names)
            for judgement in list {
                let what = "“\(judgement.criterion)” beside “\(pivot)”"
                try check(judgement.points, of: what, scale: scale)
                guard judgement.criterion != pivot || judgement.points == Double(scale.least) else {
                    throw refused(
                        "judgement-of-itself", "“\(pivot)” is judged \(number(judgement.points)) times itself",
                        "Leave that judgement out.")
                }
            }
        }
        let forward = bestToOthers?.first { $0.criterion == worst }?.points
        let backward = othersToWorst?.first { $0.criterion == best }?.points
        guard let forward, let backward, forward == backward else {
            throw refused(
                "best-worst-differs",
                "“\(best)” against “\(worst)” is judged \(forward.map(number) ?? "not at all") in one list and "
                    + "\(backward.map(number) ?? "not at all") in the other", "Give the same judgement in both.")
        }
    }

    private func checkClaims(among children: [Criterion]) throws(Refusal) {
        guard claims?.isEmpty == false else {
            throw refused("no-claims", "nothing is said", "Say at least one thing, or give no weights here.")
        }
        let statements = try statements(among: children.map(\.id))
        do {
            _ = try WeightPolytope(criteria: children.count, statements: statements)
        } catch {
            throw error.refusal(naming: children.map(\.title))
        }
    }
}
