public import Vocabulary

/// Who came after whom among boards, derived from the practices that were under one board and are under another.
///
/// For the reorganisation of April 2026, for which no pairs are published. The shares are of practices, or of their
/// registered patients where these are given; either way a page says that they are derived, and of what.
public enum DeriveReorganisation {
    public struct Outcome: Hashable, Sendable {
        /// For each board that did not stay wholly itself.
        public let handovers: [Handover]
        /// Practices under a board before and after.
        public let matched: Int
        /// Of these, practices under another board after.
        public let moved: Int
        /// Practices of the first file of which the second says nothing, in order; and the other way round.
        public let onlyBefore: [OrganisationCode]
        public let onlyAfter: [OrganisationCode]
        /// Practices that stand in both files and have no registered patients, where these are shared by; in order.
        public var withoutPatients: [OrganisationCode] = []
    }

    /// What shares are of where registered patients are given.
    static let patientsInWords = "registered patients"

    /// - Parameters:
    ///   - before: the board of each practice in the earlier file.
    ///   - after: the same in the later one.
    ///   - patients: registered patients of each practice, to share by; practices without are left out of the shares.
    ///   - day: the first day of the boards after.
    public static func derive(
        before: [OrganisationCode: OrganisationCode], after: [OrganisationCode: OrganisationCode], on day: Day,
        patients: [OrganisationCode: Int]? = nil
    ) -> Outcome {
        let matched = before.keys.filter { after[$0] != nil }.sorted()
        var handovers: [Handover]
        if let patients {
            var counts: [OrganisationCode: [OrganisationCode: Int]] = [:]
            for practice in matched {
                guard let count = patients[practice], count > 0 else { continue }
                counts[before[practice]!, default: [:]][after[practice]!, default: 0] += count
            }
            handovers = counts.sorted { $0.key < $1.key }.compactMap { code, counts in
                guard counts.keys.contains(where: { $0 != code }) else { return nil }
                return Handover(predecessor: code, day: day, counts: counts, counted: patientsInWords)
            }
        } else {
            handovers = DeriveSuccession.handovers(
                from: matched.map {
                    .init(contract: $0.description, codeBefore: before[$0]!, codeAfter: after[$0]!)
                }, on: day, counted: "GP practices")
        }
        return Outcome(
            handovers: handovers, matched: matched.count, moved: matched.count { before[$0] != after[$0] },
            onlyBefore: before.keys.filter { after[$0] == nil }.sorted(),
            onlyAfter: after.keys.filter { before[$0] == nil }.sorted(),
            withoutPatients: patients.map { patients in matched.filter { (patients[$0] ?? 0) <= 0 } } ?? [])
    }
}
