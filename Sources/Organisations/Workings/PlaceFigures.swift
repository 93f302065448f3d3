public import Vocabulary

extension Directory {
    /// Figures of one day on the organisations of another: no penny and no code is lost.
    ///
    /// A split figure is shared by largest remainders; one that cannot be placed stays under its own code.
    public func place(
        _ amounts: [OrganisationCode: Money], from start: Day, on day: Day
    ) -> [OrganisationCode: Money] {
        place(amounts, from: start, on: day, none: .zero, add: +) { (amount, weights) throws(SharingError) in
            try amount.shared(by: weights)
        }
    }

    public func place(
        _ units: [OrganisationCode: Units], from start: Day, on day: Day
    ) -> [OrganisationCode: Units] {
        place(units, from: start, on: day, none: .zero, add: +) { (units, weights) throws(SharingError) in
            try units.shared(by: weights)
        }
    }

    private func place<Figure>(
        _ figures: [OrganisationCode: Figure], from start: Day, on day: Day, none: Figure,
        add: (Figure, Figure) -> Figure, share: (Figure, [Int]) throws(SharingError) -> [Figure]
    ) -> [OrganisationCode: Figure] {
        var placed: [OrganisationCode: Figure] = [:]
        for (code, figure) in figures {
            let parts = place(code, from: start, on: day).weights(of: code)
            do {
                for (part, amount) in zip(parts, try share(figure, parts.map(\.weight))) {
                    placed[part.code] = add(placed[part.code] ?? none, amount)
                }
            } catch {
                preconditionFailure("the shares of a placement are above zero")
            }
        }
        return placed
    }
}
