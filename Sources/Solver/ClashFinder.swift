package import Methods

/// What in a model cannot hold together, by name.
///
/// Rows and forced items are left out one after another as long as no choice keeps the rest; what stays is a
/// clash of which every part is needed. It is done forwards and backwards, and then pairs and triples of all
/// that is in the model are tried, so that the smallest found is told.
///
/// - Reference: J. W. Chinneck and E. W. Dravnieks, "Locating minimal infeasible constraint sets in linear
///   programs", ORSA Journal on Computing 3 (1991): the deletion filter.
package struct ClashFinder: Sendable {
    package struct Clash: Hashable, Sendable {
        /// Names of rows, in the model's order.
        package var rows: [String]
        /// Names of items that are forced in, in the model's order.
        package var forcedIn: [String]
        package var forcedOut: [String]
        /// True where every smaller set was tried and can hold.
        package var isSmallest: Bool

        package init(rows: [String], forcedIn: [String], forcedOut: [String], isSmallest: Bool) {
            self.rows = rows
            self.forcedIn = forcedIn
            self.forcedOut = forcedOut
            self.isSmallest = isSmallest
        }

        package var count: Int { rows.count + forcedIn.count + forcedOut.count }
    }

    private enum Part: Hashable, Sendable {
        case row(Int)
        case item(Int)
    }

    package let model: PortfolioModel
    package let solver: any PortfolioSolver
    /// For each trial.
    package let seconds: Double
    /// How many sets of two and three may be tried.
    package let trials: Int

    package init(
        _ model: PortfolioModel, with solver: any PortfolioSolver, seconds: Double = 5, trials: Int = 4_000
    ) {
        self.model = model
        self.solver = solver
        self.seconds = seconds
        self.trials = trials
    }

    /// The smallest clash found; nil where the model can hold, or where that was not decided in time.
    package func clash() throws -> Clash? {
        let parts =
            model.forced.indices.filter { model.forced[$0] != nil }.map { Part.item($0) }
            + model.rows.indices.map { Part.row($0) }
        guard try clashes(Set(parts)) else { return nil }
        let forwards = try filtered(parts)
        let backwards = try filtered(forwards.count <= 2 ? forwards : parts.reversed())
        var smallest = backwards.count < forwards.count ? backwards : forwards
        var left = trials
        var isSmallest = true
        for size in 1...3 where size < smallest.count {
            guard let found = try firstClash(of: size, among: parts, trials: &left) else { continue }
            smallest = found
            break
        }
        if left <= 0 || smallest.count > 4 { isSmallest = false }
        return described(smallest, isSmallest)
    }

    private func filtered(_ parts: [Part]) throws -> [Part] {
        var kept = parts
        // Large steps first, so that a long list takes few trials.
        var step = Swift.max(1, parts.count / 4)
        while true {
            var place = 0
            while place < kept.count {
                let end = Swift.min(place + step, kept.count)
                let rest = Array(kept[..<place] + kept[end...])
                if try clashes(Set(rest)) { kept = rest } else { place = end }
            }
            if step == 1 { return kept }
            step = Swift.max(1, step / 4)
        }
    }

    private func firstClash(of size: Int, among parts: [Part], trials left: inout Int) throws -> [Part]? {
        var places = Array(0..<size)
        while places.count == size, (places.last ?? 0) < parts.count {
            guard left > 0 else { return nil }
            left -= 1
            let chosen = places.map { parts[$0] }
            if try clashes(Set(chosen)) { return chosen }
            guard let moved = places.indices.last(where: { places[$0] < parts.count - size + $0 }) else {
                return nil
            }
            places[moved] += 1
            for later in places.indices where later > moved { places[later] = places[later - 1] + 1 }
        }
        return nil
    }

    /// True where it is proved that these parts cannot hold together.
    private func clashes(_ parts: Set<Part>) throws -> Bool {
        var part = model
        part.values = [Double](repeating: 0, count: model.names.count)
        part.rows = model.rows.indices.filter { parts.contains(.row($0)) }.map { model.rows[$0] }
        part.forced = model.forced.indices.map { parts.contains(.item($0)) ? model.forced[$0] : nil }
        let limits = SolveLimits(relativeGap: 1, seconds: seconds)
        return try solver.solve(part, limits: limits, from: nil).status == .infeasible
    }

    private func described(_ parts: [Part], _ isSmallest: Bool) -> Clash {
        let set = Set(parts)
        let items = model.names.indices.filter { set.contains(.item($0)) }
        return Clash(
            rows: model.rows.indices.filter { set.contains(.row($0)) }.map { model.rows[$0].name },
            forcedIn: items.filter { model.forced[$0] == true }.map { model.names[$0] },
            forcedOut: items.filter { model.forced[$0] == false }.map { model.names[$0] },
            isSmallest: isSmallest)
    }
}
