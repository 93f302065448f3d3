public import Vocabulary

extension Option {
    /// The first circle of prerequisites, in order, each requiring the next and the last the first; nil without one.
    ///
    /// - Parameter rules: of these the prerequisites among options count too.
    public static func circle(among options: [Option], rules: [PortfolioRule] = []) -> [Slug]? {
        var required = Dictionary(options.map { ($0.id, $0.requires) }, uniquingKeysWith: { first, _ in first })
        var starts = options.map(\.id)
        for rule in rules where rule.kind == .prerequisite {
            guard let first = rule.options.first else { continue }
            required[first, default: []] += rule.options.dropFirst()
            starts.append(first)
        }
        var done: Set<Slug> = []
        for start in starts where !done.contains(start) {
            // Depth first without recursion: a path, and for each place of it what is still to be looked at.
            var path = [start]
            var waiting = [required[start] ?? []]
            while let next = waiting.indices.last {
                guard let step = waiting[next].first else {
                    waiting.removeLast()
                    done.insert(path.removeLast())
                    continue
                }
                waiting[next].removeFirst()
                if let again = path.firstIndex(of: step) { return Array(path[again...]) }
                guard !done.contains(step) else { continue }
                path.append(step)
                waiting.append(required[step] ?? [])
            }
        }
        return nil
    }

    /// The options so that each comes after those that it requires, otherwise in the order given: a file may have
    /// them in any order, and each is put forward by an act of its own.
    ///
    /// A prerequisite that is not among them is left for the act to refuse.
    ///
    /// - Throws: `Refusal` that names a circle of prerequisites in order.
    public static func inOrder(_ options: [Option]) throws(Refusal) -> [Option] {
        if let circle = circle(among: options) { throw refusal(circle: circle) }
        let ids = Set(options.map(\.id))
        var placed: Set<Slug> = []
        var ordered: [Option] = []
        var rest = options
        while !rest.isEmpty {
            let ready = rest.firstIndex { $0.requires.allSatisfy { placed.contains($0) || !ids.contains($0) } }
            let next = rest.remove(at: ready ?? 0)
            placed.insert(next.id)
            ordered.append(next)
        }
        return ordered
    }

    static func refusal(circle: [Slug]) -> Refusal {
        let steps = (circle + circle.prefix(1)).map { "“\($0)”" }.joined(separator: " requires ")
        return Refusal(
            .input, code: "prerequisite-circle", "The prerequisites go in a circle: \(steps).",
            remedy: "Take one of these prerequisites away; what can only be had together is one option.")
    }
}
