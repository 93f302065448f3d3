public import Vocabulary

/// Finds the contracts that were below the test in each of its years, the last of them the year asked about.
public enum FindRebasingCandidates {
    /// - Parameter year: the last year of the test; all its months must be held.
    /// - Returns: by money that rebasing would release, largest first; none where a year of the test is not judged.
    public static func candidates(
        in book: DentalBook, through year: FinancialYear, by test: RebasingTest
    ) -> [RebasingCandidate] {
        let years = (0..<test.years).reversed().map { FinancialYear(startingIn: year.start - $0) }
        guard years.allSatisfy({ book.rules[$0]?.yearEnd.isJudged == true && book.lastMonth(of: $0) == 12 })
        else { return [] }
        var held: [ContractNumber: [Position]] = [:]
        for year in years {
            for position in book.positions(in: year, at: 12) where !position.isHeldOut && position.yearEnd != nil {
                held[position.contract, default: []].append(position)
            }
        }
        return held.values.compactMap { positions in candidate(from: positions, by: test) }
            .sorted {
                $0.releasableMoney == $1.releasableMoney
                    ? $0.contract < $1.contract : $0.releasableMoney > $1.releasableMoney
            }
    }

    private static func candidate(from positions: [Position], by test: RebasingTest) -> RebasingCandidate? {
        guard positions.count == test.years, let last = positions.last, last.contracted > .zero else { return nil }
        var years: [RebasingCandidate.Year] = []
        for position in positions {
            guard let achieved = position.achieved, achieved < test.threshold else { return nil }
            years.append(.init(year: position.year, delivered: position.delivered, achieved: achieved))
        }
        let highest = min(positions.map(\.delivered).max() ?? .zero, last.contracted)
        return RebasingCandidate(
            contract: last.contract, commissioner: last.commissioner, commissionerName: last.commissionerName,
            providerName: last.providerName, years: years, contracted: last.contracted, value: last.value,
            highestDelivered: highest)
    }
}
