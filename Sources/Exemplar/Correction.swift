public import Contracts
import Methods
import Vocabulary

/// A row that a publication again of its month changes or withdraws.
public struct Correction: Hashable, Sendable {
    public var before: DentalMonth
    /// Nil where the row is withdrawn.
    public var after: DentalMonth?

    /// Three rows changed (delivered units, a target with its value, child patients), one withdrawn.
    static func draw(
        _ random: RandomStream, rows: [DentalMonth], sparing odd: Set<ContractNumber>
    ) -> [Correction] {
        var draws = Draws(random.substream(-3))
        let fit = rows.filter { ($0.activity?.delivered ?? .zero) > Units(100) && !odd.contains($0.contract) }
        guard fit.count >= 4 else { return [] }
        let chosen = draws.shuffled(fit.count).prefix(4).sorted().map { fit[$0] }
        return chosen.enumerated().map { place, row in
            var after = row
            switch place {
            case 0:
                after.activity!.bands.one += 9
                after.activity!.delivered += Units(9)
            case 1:
                after.target = Units((row.target.hundredths + 500) / 1_000 * 9)
                after.value = row.value.scaled(by: after.target.hundredths, over: row.target.hundredths)
                after.generalValue = row.generalValue.scaled(
                    by: after.target.hundredths, over: row.target.hundredths)
            case 2: after.children = (row.children ?? 0) + 11
            default: return Correction(before: row, after: nil)
            }
            return Correction(before: row, after: after)
        }
    }
}
