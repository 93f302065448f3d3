import Vocabulary

/// Who can vote on a motion, and who casts it for them.
struct Electorate {
    /// Each voter with whoever casts the vote: themselves, or a proxy.
    let voters: [Slug: Slug]
    private let seats: [Seat]

    /// A proxy is of one hop: its holder takes part in person; it lapses where the member is there, is recused or has
    /// a deputy there. Of several proxies of one member the last given stands.
    init(seats: [Seat], proxies: [Proxy]) {
        let takingPart = seats.takingPart
        let there = Set(takingPart.map(\.person))
        let stoodInFor = Set(takingPart.compactMap(\.deputyFor))
        var voters: [Slug: Slug] = [:]
        for seat in takingPart where seat.isVoting { voters[seat.person] = seat.person }
        let away = seats.filter { seat in
            seat.isVoting && seat.deputyFor == nil
                && !seats.contains { $0.person == seat.person && ($0.isPresent || $0.isRecused) }
        }
        for seat in away where !stoodInFor.contains(seat.person) {
            guard let proxy = proxies.last(where: { $0.principal == seat.person }), there.contains(proxy.holder)
            else { continue }
            voters[seat.person] = proxy.holder
        }
        self.voters = voters
        self.seats = seats
    }

    /// Why the vote may not be given; nil where it may.
    func refusal(of vote: Vote, _ question: CountVotes.Question) -> Refusal? {
        let caster = vote.castBy ?? vote.voter
        if voters[vote.voter] == caster { return nil }
        let held = seats.filter { $0.person == vote.voter }
        guard !held.isEmpty else {
            return refused("voter-unknown", "“\(vote.voter)” has no seat on this committee on this day")
        }
        guard !held.contains(where: \.isRecused) else {
            return refused("voter-recused", "“\(vote.voter)” is recused from this item")
        }
        guard held.contains(where: \.isVoting) else {
            return refused("voter-not-voting", "“\(vote.voter)” is a member without a vote")
        }
        guard caster == vote.voter else { return refusal(ofProxy: caster, vote, held, question) }
        guard held.contains(where: \.isPresent) else {
            return refused("voter-absent", "“\(vote.voter)” is not there at the vote")
        }
        return refused(
            "deputy-not-needed",
            "“\(vote.voter)” deputises for somebody who is there, is recused, has no vote or is stood in for already")
    }

    private func refusal(
        ofProxy caster: Slug, _ vote: Vote, _ held: [Seat], _ question: CountVotes.Question
    ) -> Refusal {
        let what = "the vote of “\(vote.voter)” that “\(caster)” casts"
        guard question.allowsProxies else {
            return refused("proxies-not-allowed", "the terms of reference allow no proxies, so \(what) cannot be given")
        }
        guard question.proxies.last(where: { $0.principal == vote.voter })?.holder == caster else {
            return refused("proxy-not-given", "no proxy was given for \(what)")
        }
        guard !held.contains(where: \.isPresent) else {
            return refused("proxy-not-needed", "“\(vote.voter)” is there in person, so \(what) does not count")
        }
        let holding = seats.filter { $0.person == caster }
        guard !holding.contains(where: \.isRecused) else {
            return refused("proxy-recused", "“\(caster)” is recused from this item, so \(what) does not count")
        }
        guard seats.takingPart.contains(where: { $0.person == caster }) else {
            return refused(
                "proxy-absent", "“\(caster)” is not there as one who takes part, so \(what) does not count")
        }
        return refused("proxy-not-needed", "a deputy of “\(vote.voter)” is there, so \(what) does not count")
    }

    private func refused(_ code: String, _ words: String) -> Refusal {
        Refusal(
            .rule, code: code, words.prefix(1).uppercased() + words.dropFirst() + ".",
            remedy: "Take the vote out; the list of those who can vote on the item says who may give one.")
    }
}
