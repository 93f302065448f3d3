public import Vocabulary

/// Whether the members of a day could ever make a quorum, and whose exclusion alone would break it.
///
/// Found when the terms are written or a member leaves, and not at the meeting. Everyone is taken to be there; where
/// deputies sit as something else than their members, each is tried in the member's place, up to eight of them
/// together (2⁸ judgements at most).
public enum QuorumCanBeMet {
    /// Somebody without whom there is no quorum.
    public struct Indispensable: Hashable, Sendable, Codable {
        public var person: Slug
        /// What would then be missing, in words.
        public var missing: [String]
    }

    /// Who is there is not looked at: everyone is taken to be.
    ///
    /// - Throws: what `QuorumRule.check` refuses.
    public static func judge(
        _ rule: QuorumRule, seats: [Seat], without excluded: Set<Slug> = []
    ) throws(Refusal) -> JudgeQuorum.Answer {
        let all = seats.map { seat in
            var seat = seat
            seat.isPresent = true
            seat.isRecused = excluded.contains(seat.person)
            return seat
        }
        let answer = try JudgeQuorum.judge(.init(rule: rule, seats: all))
        let stoodIn = Array(Set(all.compactMap(\.deputyFor)).subtracting(excluded).sorted().prefix(8))
        guard !answer.isMet, !stoodIn.isEmpty else { return answer }
        for choice in 1..<(1 << stoodIn.count) {
            let away = Set(stoodIn.indices.filter { choice >> $0 & 1 == 1 }.map { stoodIn[$0] })
            let there = all.map { seat in
                var seat = seat
                seat.isPresent = !away.contains(seat.person)
                return seat
            }
            let other = try JudgeQuorum.judge(.init(rule: rule, seats: there))
            if other.isMet { return other }
        }
        return answer
    }

    /// Each member whose exclusion from an item alone would leave it without a quorum, in the order of the seats;
    /// nobody where there is none to break.
    public static func indispensable(_ rule: QuorumRule, seats: [Seat]) throws(Refusal) -> [Indispensable] {
        guard try judge(rule, seats: seats).isMet else { return [] }
        var found: [Indispensable] = []
        var met: Set<Slug> = []
        for seat in seats where met.insert(seat.person).inserted {
            let answer = try judge(rule, seats: seats, without: [seat.person])
            if !answer.isMet { found.append(Indispensable(person: seat.person, missing: answer.missing)) }
        }
        return found
    }
}

extension Seat {
    /// The seat of a membership, with its holder there.
    public init(_ membership: Membership) {
        self.init(
            person: membership.person, roles: membership.roles, isVoting: membership.isVoting,
            office: membership.office, deputyFor: membership.deputyFor, isPresent: true)
    }
}
