public import Vocabulary

/// Who came after whom, derived from things that carry one code before a change and another after it.
///
/// Dental contracts before and after April 2020 say which boards an area team's contracts went to. Nothing is
/// smoothed away: one contract in two hundred that went elsewhere makes a split.
public enum DeriveSuccession {
    /// A contract (or a practice, or anything else that lasts) with its code before and after.
    public struct Pair: Hashable, Sendable {
        public let contract: String
        public let codeBefore: OrganisationCode
        public let codeAfter: OrganisationCode

        public init(contract: String, codeBefore: OrganisationCode, codeAfter: OrganisationCode) {
            self.contract = contract
            self.codeBefore = codeBefore
            self.codeAfter = codeAfter
        }
    }

    /// - Parameters:
    ///   - pairs: one that is given twice counts once. Where a contract stood under two codes, each pair
    ///     counts.
    ///   - day: the first day of the codes after.
    ///   - counted: the plural noun of what is counted: `dental contracts`.
    /// - Returns: a handover for each code that did not stay wholly itself, by code; those that did are left
    ///   out.
    public static func handovers(from pairs: some Sequence<Pair>, on day: Day, counted: String) -> [Handover] {
        var counts: [OrganisationCode: [OrganisationCode: Int]] = [:]
        for pair in Set(pairs) { counts[pair.codeBefore, default: [:]][pair.codeAfter, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.compactMap { before, after in
            guard after.keys.contains(where: { $0 != before }) else { return nil }
            return Handover(predecessor: before, day: day, counts: after, counted: counted)
        }
    }
}
